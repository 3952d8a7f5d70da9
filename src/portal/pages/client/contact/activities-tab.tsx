import { useState, type ReactElement } from 'react';
import type { ActivityToLog, ContactRecord } from '../../page-data.ts';
import { Nothing } from '../page-states.tsx';
import { ActivityItem } from './activity-item.tsx';
import { LogForm } from './log-form.tsx';

const FORMS: readonly { readonly kind: ActivityToLog['kind']; readonly label: string }[] = [
  { kind: 'note', label: 'Add a note' },
  { kind: 'call', label: 'Log a call' },
  { kind: 'email', label: 'Log an e-mail' },
  { kind: 'meeting', label: 'Log a meeting' },
  { kind: 'message', label: 'Log a message' },
];

const FILTERS = [
  { kind: 'all', label: 'All' },
  { kind: 'task', label: 'Tasks' },
  { kind: 'note', label: 'Notes' },
  { kind: 'call', label: 'Calls' },
  { kind: 'email', label: 'E-mails' },
  { kind: 'meeting', label: 'Meetings' },
  { kind: 'message', label: 'Messages' },
] as const;

/** The timeline, newest first, with the forms to log what happened. */
export function ActivitiesTab({ contact }: { readonly contact: ContactRecord }): ReactElement {
  const [form, setForm] = useState<ActivityToLog['kind'] | undefined>();
  const [shown, setShown] = useState<(typeof FILTERS)[number]['kind']>('all');
  const activities = contact.activities.filter(({ kind }) => shown === 'all' || kind === shown);
  return (
    <>
      <section className="panel" aria-label="Log an activity">
        <div className="button-row">
          {FORMS.map(({ kind, label }) => (
            <button
              key={kind}
              type="button"
              className="ui-button secondary small"
              aria-expanded={form === kind}
              onClick={() => {
                setForm(form === kind ? undefined : kind);
              }}
            >
              {label}
            </button>
          ))}
        </div>
        {form !== undefined && (
          <LogForm
            key={form}
            kind={form}
            contactId={contact.id}
            onDone={() => {
              setForm(undefined);
            }}
          />
        )}
      </section>
      <section className="panel">
        <div className="panel-head">
          <h2>Timeline</h2>
          <div className="segments" role="group" aria-label="Show only">
            {FILTERS.map(({ kind, label }) => (
              <button
                key={kind}
                type="button"
                aria-pressed={shown === kind}
                onClick={() => {
                  setShown(kind);
                }}
              >
                {label}
              </button>
            ))}
          </div>
        </div>
        <div aria-live="polite">
          {activities.length === 0 ? (
            <Nothing title={shown === 'all' ? 'No activity yet' : 'None of these yet'}>
              Log a call, e-mail, meeting or message above, or add a note.
            </Nothing>
          ) : (
            <ul className="timeline">
              {activities.map((activity) => (
                <ActivityItem key={activity.id} activity={activity} />
              ))}
            </ul>
          )}
        </div>
      </section>
    </>
  );
}
