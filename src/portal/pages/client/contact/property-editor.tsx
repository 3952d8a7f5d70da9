import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { PropertyField } from '../../page-data.ts';
import { usePortal } from '../portal-context.tsx';
import { useSave } from './use-save.ts';

/** Edits one value; Escape gives up, Enter saves except in several lines of text. */
export function PropertyEditor(props: {
  readonly field: PropertyField;
  readonly contactId: string;
  readonly onDone: (saved: boolean) => void;
}): ReactElement {
  const { field } = props;
  const { times } = usePortal();
  const save = useSave();
  const [value, setValue] = useState(() =>
    field.type === 'datetime' && field.value !== ''
      ? times.toInput(Date.parse(field.value))
      : field.value,
  );
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  const submit = async (): Promise<void> => {
    const at = field.type === 'datetime' ? times.fromInput(value) : undefined;
    const sent = at === undefined ? value : new Date(at).toISOString();
    const saved = await save.send(
      `/_portal/pages/contacts/${props.contactId}/properties`,
      { values: { [field.name]: sent } },
      `${field.label} saved.`,
    );
    if (saved) props.onDone(true);
  };
  return (
    <form
      ref={form}
      className="property-editor"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onDone(false);
      }}
    >
      <ValueControl field={field} value={value} onValue={setValue} />
      {save.error !== undefined && (
        <p className="field-error" role="alert">
          {save.error}
        </p>
      )}
      <span className="button-row">
        <button type="submit" className="ui-button primary small" disabled={save.saving}>
          Save
        </button>
        <button
          type="button"
          className="ui-button secondary small"
          onClick={() => {
            props.onDone(false);
          }}
        >
          Cancel
        </button>
      </span>
    </form>
  );
}

function ValueControl(props: {
  readonly field: PropertyField;
  readonly value: string;
  readonly onValue: (value: string) => void;
}): ReactElement {
  const { directory } = usePortal();
  const { field, value, onValue } = props;
  const label = field.label;
  if (field.isOwner || (field.options.length > 0 && field.fieldType !== 'checkbox')) {
    const choices = field.isOwner
      ? directory.people.map((person) => ({ value: person.id, label: person.name }))
      : field.options;
    return (
      <select
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => {
          onValue(currentTarget.value);
        }}
      >
        <option value="">Not set</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  if (field.options.length > 0) {
    const chosen = value === '' ? [] : value.split(';');
    return (
      <fieldset className="checks">
        <legend className="visually-hidden">{label}</legend>
        {field.options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={({ currentTarget }) => {
                const rest = chosen.filter((part) => part !== option.value);
                onValue((currentTarget.checked ? [...rest, option.value] : rest).join(';'));
              }}
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    );
  }
  if (field.type === 'bool') {
    return (
      <select
        aria-label={label}
        value={value}
        onChange={({ currentTarget }) => {
          onValue(currentTarget.value);
        }}
      >
        <option value="">Not set</option>
        <option value="true">Yes</option>
        <option value="false">No</option>
      </select>
    );
  }
  if (field.fieldType === 'textarea' || field.fieldType === 'html') {
    return (
      <textarea
        aria-label={label}
        rows={4}
        value={value}
        onChange={({ currentTarget }) => {
          onValue(currentTarget.value);
        }}
      />
    );
  }
  return (
    <input
      aria-label={label}
      type={inputType(field)}
      step={field.type === 'number' ? 'any' : undefined}
      value={field.type === 'date' ? value.slice(0, 10) : value}
      onChange={({ currentTarget }) => {
        onValue(currentTarget.value);
      }}
    />
  );
}

function inputType(field: PropertyField): string {
  switch (field.type) {
    case 'date':
      return 'date';
    case 'datetime':
      return 'datetime-local';
    case 'number':
      return 'number';
    default:
      return 'text';
  }
}
