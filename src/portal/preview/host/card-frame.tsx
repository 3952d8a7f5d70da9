import { RemoteRenderer, createRemoteReceiver } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { CardContext, CardListing, WorkerApi } from '../card-protocol.ts';
import { createCardController } from './card-components.tsx';
import { NavigateContext, type Navigate } from './components/app-page.tsx';
import { createOverlayRegistry, OverlayRegistryContext } from './components/overlay-registry.ts';
import { createHostApi, type CardSurroundings } from './create-host-api.ts';

/** Tells two cards with one title apart by ear. */
const PLACES: Readonly<Partial<Record<CardListing['location'], string>>> = {
  'crm.record.sidebar': ' in the sidebar',
  'crm.preview': ' in the preview panel',
};

type CardState = { readonly at: 'starting' | 'running' } | { readonly at: 'failed'; why: string };

/**
 * Draws one card from its built bundle: the bundle runs in a Web Worker as it does in HubSpot, its tree is drawn
 * here. A change of person or contact starts the card anew.
 */
export function CardFrame(props: CardSurroundings & { readonly card: CardListing }): ReactElement {
  const { card, ownerId, contactId } = props;
  return (
    <section
      className="card-frame"
      aria-label={`${card.title}${PLACES[card.location] ?? ''} (local preview)`}
    >
      <header>
        <h2>{card.title}</h2>
        <span
          className="card-frame-label"
          title="Drawn by the local portal from the bundle that HubSpot's builder made. HubSpot's own page looks different."
        >
          Local preview
        </span>
      </header>
      <RunningCard key={`${card.name} ${ownerId} ${contactId ?? ''}`} {...props} />
    </section>
  );
}

function RunningCard(props: CardSurroundings & { readonly card: CardListing }): ReactElement {
  const receiver = useMemo(() => createRemoteReceiver(), []);
  const controller = useMemo(() => createCardController(), []);
  const overlays = useMemo(() => createOverlayRegistry(), []);
  const navigator = useRef<Navigate>(() => undefined);
  const [state, setState] = useState<CardState>({ at: 'starting' });
  // The frame is keyed by everything that should restart a card; the rest may change while it runs.
  const surroundings = useRef(props);
  useEffect(() => {
    surroundings.current = props;
  });
  useEffect(() => {
    const ended = new AbortController();
    const worker = new Worker('/_portal/preview/worker.js');
    const fail = (why: string): void => {
      worker.terminate();
      setState({ at: 'failed', why });
    };
    worker.onerror = (event) => {
      fail(event.message);
    };
    const endpoint = createEndpoint<WorkerApi>(fromWebWorker(worker), { callable: ['boot'] });
    navigator.current = (path, params) => void endpoint.call.navigate(path, params);
    const { card, ...around } = surroundings.current;
    const live = {
      ...around,
      showAlert: (alert: Parameters<CardSurroundings['showAlert']>[0]) => {
        surroundings.current.showAlert(alert);
      },
      refreshRecord: () => {
        surroundings.current.refreshRecord();
      },
    };
    readContext(card, around)
      .then((context) =>
        endpoint.call.boot(
          `${window.location.origin}/_portal/preview/bundles/${card.name}.js`,
          context,
          receiver.receive,
          createHostApi(live, overlays, ended.signal),
        ),
      )
      .then(
        () => {
          setState({ at: 'running' });
        },
        (error: unknown) => {
          fail(error instanceof Error ? error.message : String(error));
        },
      );
    return () => {
      ended.abort();
      endpoint.terminate();
      worker.terminate();
    };
  }, [receiver, overlays]);
  const navigate = useCallback<Navigate>((path, params) => {
    navigator.current(path, params);
  }, []);
  if (state.at === 'failed') {
    return (
      <div className="card-frame-body">
        <div className="ui-alert danger" role="alert">
          <strong>The card could not be drawn</strong>
          <div>{state.why}</div>
          <div>Build it again (npm run build) and reload this page.</div>
        </div>
      </div>
    );
  }
  return (
    <div className="card-frame-body" aria-busy={state.at === 'starting'}>
      {state.at === 'starting' && <p className="ui-note">Starting the card…</p>}
      <OverlayRegistryContext.Provider value={overlays}>
        <NavigateContext.Provider value={navigate}>
          <RemoteRenderer receiver={receiver} controller={controller} />
        </NavigateContext.Provider>
      </OverlayRegistryContext.Provider>
    </div>
  );
}

async function readContext(card: CardListing, around: CardSurroundings): Promise<CardContext> {
  const query = new URLSearchParams({
    card: card.name,
    owner: around.ownerId,
    ...(around.contactId !== undefined && { contact: around.contactId }),
  });
  const answer = await fetch(`/_portal/preview/context?${query.toString()}`);
  const body = (await answer.json()) as CardContext | { readonly error: string };
  if ('error' in body) throw new Error(body.error);
  return body;
}
