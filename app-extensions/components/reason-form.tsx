import { useState } from 'react';
import { DateInput, Flex, Select, Text, TextArea } from '@hubspot/ui-extensions';
import type { ReasonChoice } from '../../src/contract/card-view.ts';
import { DECISIONS, type ReasonedDecision } from '../../src/contract/card-words.ts';
import { dayIn } from '../../src/contract/time-left.ts';
import { fromInputDay, toInputDay } from './calendar-day.ts';
import type { DecisionFormProps } from './decision-form.ts';
import { FormButtons } from './form-buttons.tsx';

/** Reject, recycle or "not mine": a reason of the policy, a note where it asks for one, a date where it has one. */
export function ReasonForm(
  props: DecisionFormProps & { readonly decision: ReasonedDecision },
): React.JSX.Element {
  const { view, now, busy, send, cancel, decision } = props;
  const reasons = view.reasons[decision];
  // A list of one is no question.
  const [code, setCode] = useState(reasons.length === 1 ? (reasons[0]?.code ?? '') : '');
  const [note, setNote] = useState('');
  const [ownDate, setOwnDate] = useState<string | null>(null);
  const [tried, setTried] = useState(false);

  const reason = reasons.find((choice) => choice.code === code);
  const revisitOn = decision === 'recycle' ? (ownDate ?? reason?.revisitOn ?? null) : null;
  const today = dayIn(now, view.timeZone);
  const faults = tried ? findFaults({ reason, note, revisitOn, today }) : {};

  function confirm(): void {
    setTried(true);
    if (!reason || Object.keys(findFaults({ reason, note, revisitOn, today })).length > 0) return;
    send({
      do: 'decide',
      decision,
      reasonCode: reason.code,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(revisitOn === null ? {} : { revisitOn }),
    });
  }

  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>
        {view.person.name}: {DECISIONS[decision].meaning}
      </Text>
      <Select
        label="Reason"
        name="reason"
        required
        placeholder="Choose a reason"
        value={code}
        options={reasons.map(({ code: value, label }) => ({ value, label }))}
        {...fault(faults.reason)}
        onChange={(value) => {
          setCode(String(value));
        }}
      />
      {reason && <Text>{reason.path}</Text>}
      {decision === 'recycle' && (
        <DateInput
          label="Look at it again on"
          name="revisitOn"
          min={toInputDay(today)}
          {...(revisitOn === null ? {} : { value: toInputDay(revisitOn) })}
          {...fault(faults.revisitOn)}
          onChange={(day) => {
            setOwnDate(fromInputDay(day));
          }}
        />
      )}
      <TextArea
        label={reason?.noteRequired ? 'Note' : 'Note (optional)'}
        name="note"
        rows={2}
        required={reason?.noteRequired ?? false}
        value={note}
        {...fault(faults.note)}
        onInput={setNote}
      />
      <FormButtons
        confirm={`Yes, ${DECISIONS[decision].button.toLowerCase()}${reason ? `: ${reason.label}` : ''}`}
        busy={busy}
        onConfirm={confirm}
        onCancel={cancel}
      />
    </Flex>
  );
}

interface Faults {
  readonly reason?: string;
  readonly note?: string;
  readonly revisitOn?: string;
}

function findFaults(given: {
  readonly reason: ReasonChoice | undefined;
  readonly note: string;
  readonly revisitOn: string | null;
  readonly today: string;
}): Faults {
  const { reason, note, revisitOn, today } = given;
  return {
    ...(reason ? {} : { reason: 'Choose a reason: marketing learns from it.' }),
    ...(reason?.noteRequired && note.trim() === ''
      ? { note: 'This reason needs a few words.' }
      : {}),
    ...(revisitOn !== null && revisitOn <= today ? { revisitOn: 'Choose a day after today.' } : {}),
  };
}

function fault(message: string | undefined): { error?: boolean; validationMessage?: string } {
  return message === undefined ? {} : { error: true, validationMessage: message };
}
