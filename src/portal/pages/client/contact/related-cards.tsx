import type { ReactElement } from 'react';
import type { ContactRecord, RelatedRecord } from '../../page-data.ts';

/** The companies and deals beside a contact. */
export function RelatedCards({ contact }: { readonly contact: ContactRecord }): ReactElement {
  return (
    <>
      <Related
        title="Company"
        records={contact.companies}
        nothing="This contact belongs to no company in the portal."
      />
      <Related title="Deals" records={contact.deals} nothing="No deal is open with this contact." />
    </>
  );
}

function Related(props: {
  readonly title: string;
  readonly records: readonly RelatedRecord[];
  readonly nothing: string;
}): ReactElement {
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{props.title}</h2>
        <span className="muted small">{props.records.length}</span>
      </div>
      {props.records.length === 0 && <p className="muted">{props.nothing}</p>}
      {props.records.map((record) => (
        <article key={record.id} className="related">
          <h3>{record.title}</h3>
          <dl>
            {record.facts.map((fact) => (
              <div key={fact.label}>
                <dt>{fact.label}</dt>
                <dd>{fact.value}</dd>
              </div>
            ))}
          </dl>
        </article>
      ))}
    </section>
  );
}
