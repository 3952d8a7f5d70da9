import { useEffect, useState, type ReactElement } from 'react';
import type { DeliveryPage, DeliveryRow } from '../page-data.ts';
import { Failure, Loading, Nothing, PageHeading } from './page-states.tsx';
import { usePortal } from './portal-context.tsx';
import { PlaceLink } from './routes.tsx';
import { useResource } from './use-resource.ts';

/** Deliveries go on after the change that caused them: the page asks on its own, in milliseconds. */
const ASK_EVERY = 2_000;

const STATES: Readonly<
  Record<DeliveryRow['state'], { readonly words: string; readonly tone: string }>
> = {
  pending: { words: 'Pending', tone: 'warning' },
  sent: { words: 'Delivered', tone: 'success' },
  given_up: { words: 'Given up', tone: 'danger' },
};

/** The webhooks that the portal sent to the app, with what was in them. */
export function DeliveriesPage(): ReactElement {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => {
      setTurn((known) => known + 1);
    }, ASK_EVERY);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  const page = useResource<DeliveryPage>('/_portal/pages/deliveries', String(turn));
  return (
    <div className="page">
      <PageHeading title="Webhook deliveries">
        {page.data !== undefined && (
          <p role="status" className="count">
            {page.data.counts.sent} delivered, {page.data.counts.pending} pending,{' '}
            {page.data.counts.given_up} given up
          </p>
        )}
      </PageHeading>
      <p className="muted">
        What the portal sends to the app when something changes: signed, up to 100 events a
        delivery, tried again up to ten times. Times here are real time, not business time.
      </p>
      {page.error !== undefined && <Failure what="The deliveries" why={page.error} />}
      {page.data === undefined && page.error === undefined && <Loading what="deliveries" />}
      {page.data?.rows.length === 0 && (
        <Nothing title="No delivery yet">
          Change the lifecycle stage of <PlaceLink to="/">a contact</PlaceLink>, and its delivery
          appears here. If it does not, the portal has no app to send to: start both with{' '}
          <code>npm start</code>.
        </Nothing>
      )}
      {page.data !== undefined && page.data.rows.length > 0 && (
        <div className="table-card">
          <table className="list">
            <caption className="visually-hidden">Webhook deliveries, newest first</caption>
            <thead>
              <tr>
                <th scope="col">Delivery</th>
                <th scope="col">State</th>
                <th scope="col">Attempts</th>
                <th scope="col">Answer</th>
                <th scope="col">Events</th>
              </tr>
            </thead>
            <tbody>
              {page.data.rows.map((row) => (
                <Delivery key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Delivery({ row }: { readonly row: DeliveryRow }): ReactElement {
  const { times, pulse } = usePortal();
  const [open, setOpen] = useState(false);
  const state = STATES[row.state];
  return (
    <>
      <tr>
        <th scope="row">
          No. {row.id}
          <span className="under">{times.short(row.createdAt, pulse.now)}</span>
        </th>
        <td data-label="State">
          <span className={`ui-status ${state.tone}`}>{state.words}</span>
          {row.nextAt !== null && row.attempts > 0 && (
            <span className="under">again at {times.short(row.nextAt, pulse.now)}</span>
          )}
        </td>
        <td data-label="Attempts">{row.attempts}</td>
        <td data-label="Answer">{row.lastStatus === '' ? '–' : row.lastStatus}</td>
        <td data-label="Events">
          {row.events.length === 0 ? (
            <span className="muted">no longer kept</span>
          ) : (
            <button
              type="button"
              className="ui-link-button"
              aria-expanded={open}
              onClick={() => {
                setOpen(!open);
              }}
            >
              {open ? 'Hide' : 'Show'} {row.events.length}{' '}
              {row.events.length === 1 ? 'event' : 'events'}
              <span className="visually-hidden"> of delivery {row.id}</span>
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr className="detail">
          <td colSpan={5}>
            <ul className="events">
              {row.events.map((event, index) => (
                <li key={index}>
                  <code>{event.subscriptionType}</code> on{' '}
                  <PlaceLink to={`/contacts/${event.objectId}`}>{event.objectId}</PlaceLink>
                  {event.propertyName !== '' && (
                    <>
                      : <strong>{event.propertyName}</strong> ={' '}
                      {event.propertyValue === '' ? 'cleared' : shortened(event.propertyValue)}
                    </>
                  )}{' '}
                  <span className="muted small">{event.changeSource}</span>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

function shortened(value: string): string {
  return value.length > 120 ? `${value.slice(0, 120)}…` : value;
}
