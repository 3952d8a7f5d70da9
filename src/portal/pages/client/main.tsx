import { useEffect, useState, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { CardListing } from '../../preview/card-protocol.ts';
import { getJson } from './api.ts';
import { AppPage } from './app-page.tsx';
import { ContactPage } from './contact/contact-page.tsx';
import { ContactsPage } from './contacts-page.tsx';
import { DeliveriesPage } from './deliveries-page.tsx';
import { ImportPage } from './import-page.tsx';
import { Nothing, PageHeading } from './page-states.tsx';
import { PortalProvider } from './portal-context.tsx';
import { PlaceLink, PlaceProvider, usePlace } from './routes.tsx';
import { Shell } from './shell.tsx';
import { TasksPage } from './tasks-page.tsx';
import { useToasts } from './toasts.tsx';

const OWN_PAGES: readonly CardListing['location'][] = ['home', 'pages', 'settings'];

function App(): ReactElement {
  const toasts = useToasts();
  const [cards, setCards] = useState<readonly CardListing[]>([]);
  const { showAlert } = toasts;
  useEffect(() => {
    getJson<readonly CardListing[]>('/_portal/preview/cards').then(setCards, (error: unknown) => {
      showAlert({
        type: 'warning',
        title: 'No cards are shown.',
        message: error instanceof Error ? error.message : String(error),
      });
    });
  }, [showAlert]);
  return (
    <PlaceProvider>
      <PortalProvider showAlert={showAlert}>
        <Shell appPages={cards.filter((card) => OWN_PAGES.includes(card.location))}>
          <Page cards={cards} />
        </Shell>
      </PortalProvider>
      {toasts.region}
    </PlaceProvider>
  );
}

function Page({ cards }: { readonly cards: readonly CardListing[] }): ReactElement {
  const { path } = usePlace();
  const contact = /^\/contacts\/(\d+)$/.exec(path)?.[1];
  if (contact !== undefined) return <ContactPage key={contact} id={contact} cards={cards} />;
  const own = cards.find(({ name }) => path === `/apps/${name}`);
  if (own !== undefined) return <AppPage key={own.name} card={own} />;
  switch (path) {
    case '/':
    case '/contacts':
      return <ContactsPage cards={cards.filter((card) => card.location === 'crm.preview')} />;
    case '/tasks':
      return <TasksPage />;
    case '/deliveries':
      return <DeliveriesPage />;
    case '/import':
      return <ImportPage />;
    default:
      return (
        <div className="page">
          <PageHeading title="No such page" />
          <Nothing title={`Nothing is at ${path}`}>
            <PlaceLink to="/">Go to the contacts</PlaceLink>
          </Nothing>
        </div>
      );
  }
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no element with the id "root"');
createRoot(root).render(<App />);
