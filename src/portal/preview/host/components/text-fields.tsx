import { useRef, type ReactElement } from 'react';
import type {
  CurrencyInputProps,
  InputProps,
  NumberInputProps,
  SearchInputProps,
  StepperInputProps,
  TextAreaProps,
} from '@hubspot/ui-extensions';
import { Field } from './field.tsx';
import { useLocalValue } from './use-local-value.ts';

interface Typing<V> {
  readonly onInput?: ((value: V) => void) | undefined;
  readonly onChange?: ((value: V) => void) | undefined;
  readonly onBlur?: ((value: V) => void) | undefined;
  readonly onFocus?: ((value: V) => void) | undefined;
}

interface TypingHandlers {
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
  readonly onBlur: (event: { currentTarget: { value: string } }) => void;
  readonly onFocus: (event: { currentTarget: { value: string } }) => void;
  readonly commit: (text: string) => void;
}

/** `onInput` fires on each edit, `onChange` when the text is committed: on blur or Enter (HubSpot docs, "Input"). */
function useTyping<V>(
  handlers: Typing<V>,
  setText: (text: string) => void,
  read: (text: string) => V,
): TypingHandlers {
  const edited = useRef(false);
  const commit = (text: string): void => {
    if (!edited.current) return;
    edited.current = false;
    handlers.onChange?.(read(text));
  };
  return {
    onChange: ({ currentTarget }) => {
      edited.current = true;
      setText(currentTarget.value);
      handlers.onInput?.(read(currentTarget.value));
    },
    onBlur: ({ currentTarget }) => {
      commit(currentTarget.value);
      handlers.onBlur?.(read(currentTarget.value));
    },
    onFocus: ({ currentTarget }) => handlers.onFocus?.(read(currentTarget.value)),
    commit,
  };
}

const asText = (text: string): string => text;

/** A line of text. */
export function Input(props: InputProps & { readonly inputType?: string }): ReactElement {
  const [text, setText] = useLocalValue(props.value, props.defaultValue ?? '');
  const { commit, ...typing } = useTyping(props, setText, asText);
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          {...typing}
          data-test-id={props.testId}
          type={props.inputType ?? props.type ?? 'text'}
          name={props.name}
          value={text}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit(event.currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}

/** A line of text to search with. */
export function SearchInput(props: SearchInputProps): ReactElement {
  return <Input {...props} inputType="search" />;
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps): ReactElement {
  const [text, setText] = useLocalValue(props.value, props.defaultValue ?? '');
  const { onChange, onBlur, onFocus } = useTyping(props, setText, asText);
  return (
    <Field {...props}>
      {(control) => (
        <textarea
          {...control}
          onChange={onChange}
          onBlur={onBlur}
          onFocus={onFocus}
          data-test-id={props.testId}
          name={props.name}
          value={text}
          rows={props.rows ?? 3}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          style={{ resize: props.resize ?? 'vertical' }}
        />
      )}
    </Field>
  );
}

/** A number; the card gets NaN while the field is empty. */
export function NumberInput(
  props: NumberInputProps & { readonly unit?: string; readonly step?: number },
): ReactElement {
  const [text, setText] = useLocalValue(
    props.value === undefined || Number.isNaN(props.value) ? undefined : String(props.value),
    props.defaultValue === undefined ? '' : String(props.defaultValue),
  );
  const { commit, ...typing } = useTyping(props, setText, (typed) =>
    typed === '' ? Number.NaN : Number(typed),
  );
  const unit = props.unit ?? (props.formatStyle === 'percentage' ? '%' : undefined);
  return (
    <Field {...props}>
      {(control) => (
        <span className="ui-unit">
          <input
            {...control}
            {...typing}
            data-test-id={props.testId}
            type="number"
            name={props.name}
            value={text}
            min={props.min}
            max={props.max}
            step={props.step ?? 'any'}
            placeholder={props.placeholder}
            readOnly={props.readOnly}
            onKeyDown={(event) => {
              if (event.key === 'Enter') commit(event.currentTarget.value);
            }}
          />
          {unit !== undefined && <span>{unit}</span>}
        </span>
      )}
    </Field>
  );
}

/** An amount of money. */
export function CurrencyInput({ currency, ...props }: CurrencyInputProps): ReactElement {
  return <NumberInput {...props} unit={currency ?? 'USD'} />;
}

/** A number with a step. */
export function StepperInput({ stepSize, ...props }: StepperInputProps): ReactElement {
  return <NumberInput {...props} step={stepSize ?? 1} />;
}
