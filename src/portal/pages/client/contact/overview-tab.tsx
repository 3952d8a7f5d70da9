import type { ReactElement } from 'react';
import type { ContactRecord, RecordedChange } from '../../page-data.ts';
import { labelOf } from '../label.ts';
import { Nothing } from '../page-states.tsx';
import { usePortal } from '../portal-context.tsx';
import type { TimeWords } from '../time-words.ts';
import { ActivityItem } from './activity-item.tsx';

/** Values of one write that are shown before the rest is folded away. */
const SHOWN_AT_ONCE = 8;

/** What matters at a glance: key facts, open tasks, and what changed by whose hand. */
export function OverviewTab({ contact }: { readonly contact: ContactRecord }): ReactElement {
  const { directory, times, pulse, personName } = usePortal();
  const open = contact.activities.filter((activity) => activity.task?.done === false);
  const lastActivity = contact.activities.find((activity) => activity.kind !== 'task');
  const facts = [
    { label: 'Lifecycle stage', value: labelOf(directory.stages, contact.stage) },
    { label: 'Owner', value: personName(contact.ownerId) },
    { label: 'Created', value: times.short(contact.createdAt, pulse.now) },
    {
      label: 'Last activity',
      value: lastActivity === undefined ? '–' : times.short(lastActivity.at, pulse.now),
    },
  ];
  return (
    <>
      <section className="panel">
        <h2>At a glance</h2>
        <dl className="highlights">
          {facts.map((fact) => (
            <div key={fact.label}>
              <dt>{fact.label}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="panel">
        <h2>Open tasks</h2>
        {open.length === 0 ? (
          <Nothing title="No open task">
            A task appears here when this contact is handed to sales.
          </Nothing>
        ) : (
          <ul className="timeline">
            {open.map((activity) => (
              <ActivityItem key={activity.id} activity={activity} />
            ))}
          </ul>
        )}
      </section>
      <section className="panel">
        <h2>What changed</h2>
        {contact.changes.length === 0 ? (
          <Nothing title="Nothing yet">
            Changes of stage, owner and handoff are listed here with who made them.
          </Nothing>
        ) : (
          <ol className="changes">
            {contact.changes.map((change, index) => (
              <li key={index}>
                <span className="muted small">
                  {times.short(change.at, pulse.now)} by {change.by}
                </span>
                <ChangedValues values={change.values.slice(0, SHOWN_AT_ONCE)} times={times} />
                {change.values.length > SHOWN_AT_ONCE && (
                  <details>
                    <summary>{change.values.length - SHOWN_AT_ONCE} more</summary>
                    <ChangedValues values={change.values.slice(SHOWN_AT_ONCE)} times={times} />
                  </details>
                )}
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

function ChangedValues(props: {
  readonly values: RecordedChange['values'];
  readonly times: TimeWords;
}): ReactElement {
  return (
    <ul>
      {props.values.map(({ label, value }) => (
        <li key={label}>
          <strong>{label}</strong>{' '}
          {value === '' ? 'cleared' : <>set to {inShort(value, props.times)}</>}
        </li>
      ))}
    </ul>
  );
}

/** A timestamp in the portal's zone, a long text cut. */
function inShort(value: string, times: TimeWords): string {
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return times.full(Date.parse(value));
  return value.length > 160 ? `${value.slice(0, 160)}…` : value;
}
