import { useState, type ReactElement } from 'react';
import type { ContactRecord, PropertyField, PropertySection } from '../../page-data.ts';
import { labelOf } from '../label.ts';
import { usePortal, type PortalState } from '../portal-context.tsx';
import { PropertyEditor } from './property-editor.tsx';

/** Sections with more fields than this start folded. */
const OPEN_UP_TO = 2;

/** Every property of the contact in its group; a pencil opens one for editing. */
export function PropertySections(props: {
  readonly contact: ContactRecord;
  readonly onEdited: () => void;
}): ReactElement {
  const [text, setText] = useState('');
  const [withEmpty, setWithEmpty] = useState(false);
  const wanted = text.trim().toLowerCase();
  const sections = props.contact.sections
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) =>
        wanted === '' ? withEmpty || field.value !== '' : matches(field, wanted),
      ),
    }))
    .filter((section) => section.fields.length > 0);
  return (
    <section className="panel properties" aria-label="Properties">
      <label className="filter">
        <span>Find a property</span>
        <input
          type="search"
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
          }}
        />
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={withEmpty}
          onChange={({ currentTarget }) => {
            setWithEmpty(currentTarget.checked);
          }}
        />
        Show empty properties
      </label>
      {sections.length === 0 && <p className="muted">No property is called that.</p>}
      {sections.map((section, index) => (
        <Section
          key={`${section.name} ${wanted === '' ? '' : 'found'}`}
          section={section}
          contactId={props.contact.id}
          startsOpen={wanted !== '' || index < OPEN_UP_TO}
          onEdited={props.onEdited}
        />
      ))}
    </section>
  );
}

function matches(field: PropertyField, wanted: string): boolean {
  return `${field.label} ${field.name}`.toLowerCase().includes(wanted);
}

function Section(props: {
  readonly section: PropertySection;
  readonly contactId: string;
  readonly startsOpen: boolean;
  readonly onEdited: () => void;
}): ReactElement {
  const [open, setOpen] = useState(props.startsOpen);
  const { section } = props;
  return (
    <details
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>
        <h2>{section.label}</h2>
        <span className="muted small">{section.fields.length}</span>
      </summary>
      {open && (
        <dl>
          {section.fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              contactId={props.contactId}
              onEdited={props.onEdited}
            />
          ))}
        </dl>
      )}
    </details>
  );
}

function Field(props: {
  readonly field: PropertyField;
  readonly contactId: string;
  readonly onEdited: () => void;
}): ReactElement {
  const portal = usePortal();
  const [editing, setEditing] = useState(false);
  const { field } = props;
  const words = valueInWords(field, portal);
  return (
    <div className="property">
      <dt title={field.description === '' ? undefined : field.description}>{field.label}</dt>
      <dd>
        {editing ? (
          <PropertyEditor
            field={field}
            contactId={props.contactId}
            onDone={(saved) => {
              setEditing(false);
              if (saved) props.onEdited();
            }}
          />
        ) : (
          <>
            <span className={words === '' ? 'value unset' : 'value'}>
              {words === '' ? '–' : words}
            </span>
            {!field.readOnly && (
              <button
                type="button"
                className="edit-button"
                aria-label={`Edit ${field.label}`}
                onClick={() => {
                  setEditing(true);
                }}
              >
                <span aria-hidden="true">✎</span>
              </button>
            )}
          </>
        )}
      </dd>
    </div>
  );
}

function valueInWords(field: PropertyField, portal: PortalState): string {
  const { value } = field;
  if (value === '') return '';
  if (field.isOwner) return portal.personName(value);
  if (field.type === 'bool') return value === 'true' ? 'Yes' : 'No';
  if (field.options.length > 0)
    return value
      .split(';')
      .map((part) => labelOf(field.options, part))
      .join(', ');
  const at = Date.parse(value);
  if (Number.isNaN(at)) return value;
  if (field.type === 'datetime') return portal.times.full(at);
  // A date has no zone: HubSpot keeps it as UTC midnight.
  if (field.type === 'date') return value.slice(0, 10);
  return value;
}
