import type { ReactElement } from 'react';
import type { BaseDate, BaseTime, DateInputProps, TimeInputProps } from '@hubspot/ui-extensions';
import { Field } from './field.tsx';
import { useLocalValue } from './use-local-value.ts';

const twoDigits = (part: number): string => String(part).padStart(2, '0');

/**
 * HubSpot's date (month counted from 0) as `YYYY-MM-DD`.
 *
 * @example dateText({ year: 2026, month: 10, date: 20 }) // '2026-11-20'
 */
export function dateText({ year, month, date }: BaseDate): string {
  return `${String(year).padStart(4, '0')}-${twoDigits(month + 1)}-${twoDigits(date)}`;
}

/** Reads `YYYY-MM-DD` back into HubSpot's date, month counted from 0; undefined while it is not complete. */
export function parseDateText(text: string): BaseDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  return { year: Number(parts[1]), month: Number(parts[2]) - 1, date: Number(parts[3]) };
}

function timeText({ hours, minutes }: BaseTime): string {
  return `${twoDigits(hours)}:${twoDigits(minutes)}`;
}

function optional<T>(value: T | null | undefined, write: (value: T) => string): string | undefined {
  return value === null || value === undefined ? undefined : write(value);
}

/** A date without a time zone. */
export function DateInput(props: DateInputProps): ReactElement {
  const [text, setText] = useLocalValue(
    optional(props.value, dateText),
    optional(props.defaultValue, dateText) ?? '',
  );
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          type="date"
          data-test-id={props.testId}
          name={props.name}
          value={text}
          min={optional(props.min, dateText)}
          max={optional(props.max, dateText)}
          readOnly={props.readOnly}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            const date = parseDateText(currentTarget.value);
            if (date !== undefined)
              props.onChange?.({ ...date, formattedDate: currentTarget.value });
          }}
          onBlur={({ currentTarget }) => {
            const date = parseDateText(currentTarget.value);
            if (date !== undefined) props.onBlur?.(date);
          }}
        />
      )}
    </Field>
  );
}

/** A time of day without a date. */
export function TimeInput(props: TimeInputProps): ReactElement {
  const [text, setText] = useLocalValue(
    optional(props.value, timeText),
    optional(props.defaultValue, timeText) ?? '',
  );
  return (
    <Field {...props}>
      {(control) => (
        <input
          {...control}
          type="time"
          data-test-id={props.testId}
          name={props.name}
          value={text}
          min={optional(props.min, timeText)}
          max={optional(props.max, timeText)}
          step={(props.interval ?? 1) * 60}
          readOnly={props.readOnly}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            const parts = /^(\d{2}):(\d{2})/.exec(currentTarget.value);
            if (parts !== null)
              props.onChange?.({ hours: Number(parts[1]), minutes: Number(parts[2]) });
          }}
        />
      )}
    </Field>
  );
}
