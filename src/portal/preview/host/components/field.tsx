import { useId, type ReactElement, type ReactNode } from 'react';

/** What every field of HubSpot's forms can carry. */
export interface FieldProps {
  readonly label?: string | undefined;
  readonly required?: boolean | undefined;
  readonly description?: string | undefined;
  readonly tooltip?: string | undefined;
  readonly error?: boolean | undefined;
  readonly validationMessage?: string | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** Attributes that tie the control to its label and messages. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly required: boolean | undefined;
}

/** A label, its control, and the words about it. */
export function Field(props: FieldProps): ReactElement {
  const id = useId();
  const notes = [props.description, props.tooltip].filter((note) => note !== undefined);
  const describedBy = [
    notes.length > 0 && `${id}-note`,
    props.validationMessage !== undefined && `${id}-message`,
  ].filter((part) => part !== false);
  return (
    <div className={props.error === true ? 'ui-field error' : 'ui-field'}>
      {props.label !== undefined && (
        <label htmlFor={id}>
          {props.label}
          <RequiredMark required={props.required} />
        </label>
      )}
      {notes.length > 0 && (
        <span id={`${id}-note`} className="ui-note">
          {notes.join(' ')}
        </span>
      )}
      {props.children({
        id,
        'aria-describedby': describedBy.length === 0 ? undefined : describedBy.join(' '),
        'aria-invalid': props.error === true ? true : undefined,
        required: props.required,
      })}
      <ValidationMessage id={`${id}-message`} error={props.error} text={props.validationMessage} />
    </div>
  );
}

/** The sign beside the label of a field that must be filled. */
export function RequiredMark(props: {
  readonly required: boolean | undefined;
}): ReactElement | null {
  return props.required === true ? (
    <span className="ui-required" aria-hidden="true">
      {' '}
      *
    </span>
  ) : null;
}

/** The words under a field: an error is announced at once, praise is not. */
export function ValidationMessage(props: {
  readonly id?: string;
  readonly error: boolean | undefined;
  readonly text: string | undefined;
}): ReactElement | null {
  if (props.text === undefined || props.text === '') return null;
  return (
    <span id={props.id} className="ui-validation" role={props.error === true ? 'alert' : undefined}>
      {props.text}
    </span>
  );
}
