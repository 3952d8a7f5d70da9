import type { ReactElement } from 'react';
import type { Choice, ContactRecord } from '../../page-data.ts';
import { usePortal } from '../portal-context.tsx';
import { PageHeading } from '../page-states.tsx';
import { PlaceLink } from '../routes.tsx';
import { useSave } from './use-save.ts';

/** Who the contact is, with the two choices a person changes most: lifecycle stage and owner. */
export function IdentityCard(props: {
  readonly contact: ContactRecord;
  readonly onEdited: () => void;
}): ReactElement {
  const { contact } = props;
  const { directory, times } = usePortal();
  const save = useSave();
  const set = (name: string, value: string, said: string): void => {
    void save
      .send(`/_portal/pages/contacts/${contact.id}/properties`, { values: { [name]: value } }, said)
      .then((saved) => {
        if (saved) props.onEdited();
      });
  };
  const people = directory.people
    .filter((person) => !person.archived || person.id === contact.ownerId)
    .map((person) => ({ value: person.id, label: person.name }));
  return (
    <section className="panel identity">
      <PlaceLink to="/" className="back-link">
        ‹ Contacts
      </PlaceLink>
      <div className="who">
        <span className="avatar" aria-hidden="true">
          {initials(contact.name)}
        </span>
        <div>
          <PageHeading title={contact.name} />
          {contact.jobTitle !== '' && <p className="muted">{contact.jobTitle}</p>}
          {contact.email !== '' && <a href={`mailto:${contact.email}`}>{contact.email}</a>}
          {contact.phone !== '' && <p>{contact.phone}</p>}
        </div>
      </div>
      <Pick
        label="Lifecycle stage"
        value={contact.stage}
        choices={directory.stages}
        empty="No stage"
        disabled={save.saving}
        onPick={(value, label) => {
          set('lifecyclestage', value, `Lifecycle stage set to ${label}.`);
        }}
      />
      <Pick
        label="Contact owner"
        value={contact.ownerId}
        choices={people}
        empty="No owner"
        disabled={save.saving}
        onPick={(value, label) => {
          set('hubspot_owner_id', value, `Contact owner set to ${label}.`);
        }}
      />
      {save.error !== undefined && (
        <p className="field-error" role="alert">
          {save.error}
        </p>
      )}
      <p className="muted small">
        Created {times.full(contact.createdAt)}. Record id {contact.id}.
      </p>
    </section>
  );
}

function Pick(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly empty: string;
  readonly disabled: boolean;
  readonly onPick: (value: string, label: string) => void;
}): ReactElement {
  return (
    <label className="pick">
      <span>{props.label}</span>
      <select
        value={props.value}
        disabled={props.disabled}
        onChange={({ currentTarget }) => {
          const { value, selectedOptions } = currentTarget;
          props.onPick(value, selectedOptions[0]?.label ?? value);
        }}
      >
        <option value="">{props.empty}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function initials(name: string): string {
  return name
    .split(/[\s@.]+/)
    .slice(0, 2)
    .map((part) => part.charAt(0).toUpperCase())
    .join('');
}
