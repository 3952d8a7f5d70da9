import { useState, type ReactElement, type ReactNode } from 'react';
import type { CardListing } from '../../preview/card-protocol.ts';
import { postJson } from './api.ts';
import { usePortal } from './portal-context.tsx';
import { PlaceLink, usePlace } from './routes.tsx';

const PAGES = [
  {
    to: '/',
    label: 'Contacts',
    owns: (path: string) => path === '/' || path.startsWith('/contacts'),
  },
  { to: '/tasks', label: 'Tasks', owns: (path: string) => path === '/tasks' },
  { to: '/deliveries', label: 'Webhooks', owns: (path: string) => path === '/deliveries' },
  { to: '/import', label: 'Import', owns: (path: string) => path === '/import' },
] as const;

/** The frame of every page: what this is, where to go, what time it is, and who is acting. */
export function Shell(props: {
  readonly appPages: readonly CardListing[];
  readonly children: ReactNode;
}): ReactElement {
  const { path } = usePlace();
  return (
    <>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <header className="top-bar">
        <PlaceLink to="/" className="brand">
          <span className="brand-sign" aria-hidden="true" />
          <span>
            Local portal <small>Local stand-in for HubSpot</small>
          </span>
        </PlaceLink>
        <nav aria-label="Pages">
          <ul>
            {PAGES.map((page) => (
              <li key={page.to}>
                <PlaceLink to={page.to} current={page.owns(path)}>
                  {page.label}
                </PlaceLink>
              </li>
            ))}
            {props.appPages.map((page) => (
              <li key={page.name}>
                <PlaceLink to={`/apps/${page.name}`} current={path === `/apps/${page.name}`}>
                  {page.title}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <ClockBar />
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
    </>
  );
}

const STEPS = [
  { label: '+30 min', advance: 'PT30M', said: '30 minutes' },
  { label: '+1 day', advance: 'P1D', said: 'one day' },
] as const;

function ClockBar(): ReactElement {
  const { pulse, times, directory, acting, actAs, refresh, showAlert } = usePortal();
  const [moving, setMoving] = useState(false);
  const move = (step: (typeof STEPS)[number]): void => {
    setMoving(true);
    postJson('/_portal/clock', { advance: step.advance })
      .then(
        () => {
          refresh();
          showAlert({ type: 'success', message: `Business time moved on by ${step.said}.` });
        },
        (error: unknown) => {
          showAlert({ type: 'danger', message: String(error) });
        },
      )
      .finally(() => {
        setMoving(false);
      });
  };
  return (
    <section className="clock-bar" aria-label="Business time and acting user">
      <div className="clock">
        <span>Business time</span>
        <time dateTime={new Date(pulse.now).toISOString()}>{times.full(pulse.now)}</time>
        <span className="zone">{times.timeZone}</span>
        {pulse.frozen && <span className="zone">standing still</span>}
        {STEPS.map((step) => (
          <button
            key={step.label}
            type="button"
            className="ui-button secondary small"
            disabled={moving}
            onClick={() => {
              move(step);
            }}
          >
            {step.label}
          </button>
        ))}
      </div>
      <label className="acting">
        <span>Acting as</span>
        <select
          value={acting.id}
          onChange={({ currentTarget }) => {
            actAs(currentTarget.value);
          }}
        >
          {directory.people
            .filter((person) => !person.archived)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
                {person.team !== '' && ` (${person.team})`}
              </option>
            ))}
        </select>
      </label>
    </section>
  );
}
