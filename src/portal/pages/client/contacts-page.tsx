import { useEffect, useState, type ReactElement } from 'react';
import type { Choice, ContactPage, ContactRow } from '../page-data.ts';
import { labelOf, toneOf } from './label.ts';
import { Failure, Loading, Nothing, PageHeading } from './page-states.tsx';
import { usePortal } from './portal-context.tsx';
import { PlaceLink, usePlace } from './routes.tsx';
import { useResource } from './use-resource.ts';

const ORDERS: readonly Choice[] = [
  { value: 'changed', label: 'Last changed' },
  { value: 'created', label: 'Newest' },
  { value: 'name', label: 'Name' },
];

/** How long typing must rest before the list is searched, in milliseconds. */
const TYPING_RESTS = 250;

/** The list of contacts: searched, filtered, paged. The address bar holds the choices. */
export function ContactsPage(): ReactElement {
  const { directory, pulse } = usePortal();
  const { query, navigate } = usePlace();
  const contacts = useResource<ContactPage>(
    `/_portal/pages/contacts?${query.toString()}`,
    pulse.version,
  );
  const choose = (name: string, value: string): void => {
    const next = new URLSearchParams(query);
    if (value === '') next.delete(name);
    else next.set(name, value);
    if (name !== 'page') next.delete('page');
    const text = next.toString();
    navigate(text === '' ? '/' : `/?${text}`, { replace: name === 'text' });
  };
  const filtered = ['text', 'stage', 'tier', 'owner', 'status'].some((name) => query.has(name));
  const people = directory.people.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="page">
      <PageHeading title="Contacts">
        <p role="status" className="count">
          {contacts.data === undefined ? '' : countWords(contacts.data, filtered)}
        </p>
      </PageHeading>
      <form
        className="filters"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
        }}
      >
        <SearchBox
          value={query.get('text') ?? ''}
          onSearch={(text) => {
            choose('text', text);
          }}
        />
        <Filter name="stage" label="Lifecycle stage" choices={directory.stages} choose={choose} />
        <Filter name="tier" label="Handoff tier" choices={directory.tiers} choose={choose} />
        <Filter
          name="status"
          label="Handoff status"
          choices={directory.handoffStatuses}
          choose={choose}
        />
        <Filter
          name="owner"
          label="Owner"
          choices={[{ value: 'none', label: 'No owner' }, ...people]}
          choose={choose}
        />
        <label className="filter">
          <span>Order</span>
          <select
            value={query.get('order') ?? 'changed'}
            onChange={({ currentTarget }) => {
              choose('order', currentTarget.value);
            }}
          >
            {ORDERS.map((order) => (
              <option key={order.value} value={order.value}>
                {order.label}
              </option>
            ))}
          </select>
        </label>
        {filtered && (
          <button
            type="button"
            className="ui-button transparent small"
            onClick={() => {
              navigate('/');
            }}
          >
            Clear filters
          </button>
        )}
      </form>
      {contacts.error !== undefined && <Failure what="The contacts" why={contacts.error} />}
      {contacts.data === undefined && contacts.error === undefined && <Loading what="contacts" />}
      {contacts.data !== undefined && (
        <ContactTable found={contacts.data} filtered={filtered} choose={choose} />
      )}
    </div>
  );
}

function countWords({ total, all }: ContactPage, filtered: boolean): string {
  const words = total === 1 ? '1 contact' : `${total.toLocaleString('en')} contacts`;
  return filtered ? `${words} of ${all.toLocaleString('en')}` : words;
}

function SearchBox(props: {
  readonly value: string;
  readonly onSearch: (text: string) => void;
}): ReactElement {
  const [text, setText] = useState(props.value);
  const { value, onSearch } = props;
  const [known, setKnown] = useState(value);
  // The address changed by other means, such as "Clear filters" or the back button.
  if (value !== known) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) return undefined;
    const timer = window.setTimeout(() => {
      onSearch(text);
    }, TYPING_RESTS);
    return () => {
      window.clearTimeout(timer);
    };
  }, [text, value, onSearch]);
  return (
    <label className="filter wide">
      <span>Search</span>
      <input
        type="search"
        placeholder="Name, e-mail or company"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
        }}
      />
    </label>
  );
}

function Filter(props: {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly choose: (name: string, value: string) => void;
}): ReactElement {
  const { query } = usePlace();
  return (
    <label className="filter">
      <span>{props.label}</span>
      <select
        value={query.get(props.name) ?? ''}
        disabled={props.choices.length === 0}
        title={props.choices.length === 0 ? 'Filled once Baton is installed' : undefined}
        onChange={({ currentTarget }) => {
          props.choose(props.name, currentTarget.value);
        }}
      >
        <option value="">Any</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function ContactTable(props: {
  readonly found: ContactPage;
  readonly filtered: boolean;
  readonly choose: (name: string, value: string) => void;
}): ReactElement {
  const { found } = props;
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
              <Row key={row.id} row={row} />
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
    </>
  );
}

function Row({ row }: { readonly row: ContactRow }): ReactElement {
  const { directory, times, pulse, personName } = usePortal();
  return (
    <tr>
      <th scope="row">
        <PlaceLink to={`/contacts/${row.id}`} className="record-link">
          {row.name}
        </PlaceLink>
        <span className="under">{row.email}</span>
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
