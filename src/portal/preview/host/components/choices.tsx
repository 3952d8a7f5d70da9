import { useId, type ReactElement } from 'react';
import type {
  CheckboxProps,
  MultiSelectProps,
  RadioButtonProps,
  SelectProps,
  ToggleGroupProps,
  ToggleProps,
} from '@hubspot/ui-extensions';
import { Field, RequiredMark, ValidationMessage } from './field.tsx';
import { useLocalValue } from './use-local-value.ts';

type OptionValue = string | number | boolean;

/** One of several, from a list that opens. */
export function Select(props: SelectProps): ReactElement {
  const [value, setValue] = useLocalValue<OptionValue>(props.value, '');
  // A card may build its options late, or pass none by mistake: HubSpot draws an empty list.
  const options = props.options as SelectProps['options'] | undefined;
  return (
    <Field {...props}>
      {(control) => (
        <select
          {...control}
          data-test-id={props.testId}
          className={props.variant === 'transparent' ? 'transparent' : undefined}
          name={props.name}
          disabled={props.readOnly}
          value={String(value)}
          onChange={({ currentTarget }) => {
            const chosen = options?.find((option) => String(option.value) === currentTarget.value);
            if (chosen === undefined) return;
            setValue(chosen.value);
            props.onChange?.(chosen.value);
          }}
        >
          <option value="" disabled hidden>
            {props.placeholder ?? 'Select an option'}
          </option>
          {options?.map((option) => (
            <option key={String(option.value)} value={String(option.value)}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Several of several, from a list that opens. */
export function MultiSelect(props: MultiSelectProps): ReactElement {
  const [values, setValues] = useLocalValue<OptionValue[]>(props.value, []);
  const id = useId();
  const chosen = props.options.filter((option) => values.includes(option.value));
  const summary =
    chosen.length === 0
      ? (props.placeholder ?? 'Select options')
      : chosen.map((option) => option.label).join(', ');
  return (
    <div className={props.error === true ? 'ui-field error' : 'ui-field'}>
      <span id={id} className="ui-label">
        {props.label}
        <RequiredMark required={props.required} />
      </span>
      {props.description !== undefined && <span className="ui-note">{props.description}</span>}
      <details className="ui-multiselect" data-test-id={props.testId}>
        <summary aria-labelledby={`${id} ${id}-chosen`}>
          <span id={`${id}-chosen`}>{summary}</span>
        </summary>
        <div role="group" aria-labelledby={id}>
          {props.options.map((option) => (
            <label key={String(option.value)}>
              <input
                type="checkbox"
                name={props.name}
                value={String(option.value)}
                disabled={props.readOnly}
                checked={values.includes(option.value)}
                onChange={({ currentTarget }) => {
                  const next = currentTarget.checked
                    ? [...values, option.value]
                    : values.filter((value) => value !== option.value);
                  setValues(next);
                  props.onChange?.(next);
                }}
              />
              {option.label}
            </label>
          ))}
        </div>
      </details>
      <ValidationMessage error={props.error} text={props.validationMessage} />
    </div>
  );
}

function Choice(props: CheckboxProps & { readonly kind: 'checkbox' | 'radio' }): ReactElement {
  const [checked, setChecked] = useLocalValue(props.checked, props.initialIsChecked ?? false);
  return (
    <label className={`ui-choice ${props.inline === true ? 'inline' : ''}`}>
      <input
        type={props.kind}
        data-test-id={props.testId}
        name={props.name}
        value={props.value}
        aria-label={props['aria-label']}
        disabled={props.readOnly}
        checked={checked}
        onChange={({ currentTarget }) => {
          setChecked(currentTarget.checked);
          props.onChange?.(currentTarget.checked, props.value ?? '');
        }}
      />
      <span>
        {props.children}
        {props.description !== undefined && <span className="ui-note">{props.description}</span>}
      </span>
    </label>
  );
}

/** One yes or no. */
export function Checkbox(props: CheckboxProps): ReactElement {
  return <Choice {...props} kind="checkbox" />;
}

/** One of several that the card keeps apart itself. */
export function RadioButton(props: RadioButtonProps): ReactElement {
  return <Choice {...props} kind="radio" />;
}

/** A switch. */
export function Toggle(props: ToggleProps): ReactElement {
  const [checked, setChecked] = useLocalValue(props.checked, props.initialIsChecked ?? false);
  return (
    <label className="ui-choice">
      <input
        type="checkbox"
        role="switch"
        data-test-id={props.testId}
        name={props.name}
        disabled={props.readOnly}
        checked={checked}
        onChange={({ currentTarget }) => {
          setChecked(currentTarget.checked);
          props.onChange?.(currentTarget.checked);
        }}
      />
      <span className={props.labelDisplay === 'hidden' ? 'visually-hidden' : undefined}>
        {props.label}
      </span>
      <span className="ui-note" aria-hidden="true">
        {checked ? props.textChecked : props.textUnchecked}
      </span>
    </label>
  );
}

/** Several checkboxes, or one radio button of several, under one label. */
export function ToggleGroup(props: ToggleGroupProps): ReactElement {
  const initial = props.options.flatMap((o) => (o.initialIsChecked === true ? [o.value] : []));
  const fromCard = props.value === undefined ? undefined : [props.value].flat();
  const [values, setValues] = useLocalValue<string[]>(fromCard, initial);
  const group = useId();
  const radio = props.toggleType === 'radioButtonList';
  const choose = (value: string, on: boolean): void => {
    const next = radio ? [value] : on ? [...values, value] : values.filter((v) => v !== value);
    setValues(next);
    if (props.toggleType === 'radioButtonList') props.onChange?.(value);
    else props.onChange?.(next);
  };
  return (
    <fieldset
      className={`ui-choices ${props.inline === true ? 'inline' : ''} ${props.error === true ? 'error' : ''}`}
      data-test-id={props.testId}
    >
      <legend>
        {props.label}
        <RequiredMark required={props.required} />
      </legend>
      {props.tooltip !== undefined && <span className="ui-note">{props.tooltip}</span>}
      {props.options.map((option) => (
        <label key={option.value} className="ui-choice">
          <input
            type={radio ? 'radio' : 'checkbox'}
            // Two cards may use one name: radio buttons with one name would switch one another off.
            name={radio ? `${props.name}-${group}` : props.name}
            value={option.value}
            disabled={option.readOnly}
            checked={values.includes(option.value)}
            onChange={({ currentTarget }) => {
              choose(option.value, currentTarget.checked);
            }}
          />
          <span>
            {option.label}
            {option.description !== undefined && (
              <span className="ui-note">{option.description}</span>
            )}
          </span>
        </label>
      ))}
      <ValidationMessage error={props.error} text={props.validationMessage} />
    </fieldset>
  );
}
