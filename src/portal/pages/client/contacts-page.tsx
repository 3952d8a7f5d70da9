import { useEffect, useState, type ReactElement } from 'react';
import type { CardListing } from '../../preview/card-protocol.ts';
import type { Choice, ContactPage } from '../page-data.ts';
import { ContactTable } from './contact-table.tsx';
import { Failure, Loading, PageHeading } from './page-states.tsx';
import { usePortal } from './portal-context.tsx';
import { usePlace } from './routes.tsx';
import { useResource } from './use-resource.ts';

const ORDERS: readonly Choice[] = [
  { value: 'changed', label: 'Last changed' },
  { value: 'created', label: 'Newest' },
  { value: 'name', label: 'Name' },
];

/** How long typing must rest before the list is searched, in milliseconds. */
const TYPING_RESTS = 250;

/** The list of contacts: searched, filtered, paged. The address bar holds the choices. */
export function ContactsPage({ cards }: { readonly cards: readonly CardListing[] }): ReactElement {
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
        <ContactTable found={contacts.data} filtered={filtered} choose={choose} cards={cards} />
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
