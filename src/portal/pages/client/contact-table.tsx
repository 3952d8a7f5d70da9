import { useState, type ReactElement } from 'react';
import type { CardListing } from '../../preview/card-protocol.ts';
import type { ContactPage, ContactRow } from '../page-data.ts';
import { PreviewPanel } from './contact/preview-panel.tsx';
import { labelOf, toneOf } from './label.ts';
import { Nothing } from './page-states.tsx';
import { usePortal } from './portal-context.tsx';
import { PlaceLink } from './routes.tsx';

/** The contacts that were found, a page at a time. */
export function ContactTable(props: {
  readonly found: ContactPage;
  readonly filtered: boolean;
  readonly choose: (name: string, value: string) => void;
  /** Of the preview panel; without any there is nothing to preview. */
  readonly cards: readonly CardListing[];
}): ReactElement {
  const { found, cards } = props;
  const [previewed, setPreviewed] = useState<ContactRow | undefined>();
  if (found.rows.length === 0) {
    return props.filtered ? (
      <Nothing title="No contact matches">Take a filter away or search for less.</Nothing>
    ) : (
      <Nothing title="There are no contacts yet">
        <PlaceLink to="/import">Import a CSV file</PlaceLink>, or reset the portal to get the seeded
        company back.
      </Nothing>
    );
  }
  const pages = Math.ceil(found.total / found.pageSize);
  return (
    <>
      <div className="table-card">
        <table className="list">
          <caption className="visually-hidden">Contacts</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Company</th>
              <th scope="col">Lifecycle stage</th>
              <th scope="col">Handoff</th>
              <th scope="col">Owner</th>
              <th scope="col">Last changed</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                onPreview={cards.length === 0 ? undefined : setPreviewed}
              />
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <nav className="pager" aria-label="Pages of the list">
          <button
            type="button"
            className="ui-button secondary small"
            disabled={found.page <= 1}
            onClick={() => {
              props.choose('page', String(found.page - 1));
            }}
          >
            Previous
          </button>
          <span>
            Page {found.page} of {pages}
          </span>
          <button
            type="button"
            className="ui-button secondary small"
            disabled={found.page >= pages}
            onClick={() => {
              props.choose('page', String(found.page + 1));
            }}
          >
            Next
          </button>
        </nav>
      )}
      {previewed !== undefined && (
        <PreviewPanel
          row={previewed}
          cards={cards}
          onClose={() => {
            setPreviewed(undefined);
          }}
        />
      )}
    </>
  );
}

function Row(props: {
  readonly row: ContactRow;
  readonly onPreview: ((row: ContactRow) => void) | undefined;
}): ReactElement {
  const { row, onPreview } = props;
  const { directory, times, pulse, personName } = usePortal();
  return (
    <tr>
      <th scope="row">
        <PlaceLink to={`/contacts/${row.id}`} className="record-link">
          {row.name}
        </PlaceLink>
        <span className="under">{row.email}</span>
        {onPreview !== undefined && (
          <button
            type="button"
            className="ui-link-button small"
            aria-label={`Preview ${row.name}`}
            onClick={() => {
              onPreview(row);
            }}
          >
            Preview
          </button>
        )}
      </th>
      <td data-label="Company">
        {row.company}
        <span className="under">{row.jobTitle}</span>
      </td>
      <td data-label="Lifecycle stage">{labelOf(directory.stages, row.stage)}</td>
      <td data-label="Handoff">
        {row.tier === '' && row.status === '' ? (
          <span className="muted">–</span>
        ) : (
          <span className="tags">
            {row.tier !== '' && (
              <span className={`ui-tag ${toneOf(row.tier)}`}>
                {labelOf(directory.tiers, row.tier)}
              </span>
            )}
            {row.status !== '' && (
              <span className="under">{labelOf(directory.handoffStatuses, row.status)}</span>
            )}
          </span>
        )}
      </td>
      <td data-label="Owner">
        {row.ownerId === '' ? <span className="muted">No owner</span> : personName(row.ownerId)}
      </td>
      <td data-label="Last changed">{times.short(row.changedAt, pulse.now)}</td>
    </tr>
  );
}
