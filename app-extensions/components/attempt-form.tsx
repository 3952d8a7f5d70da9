import { useState } from 'react';
import { DateInput, Flex, Input, Select } from '@hubspot/ui-extensions';
import {
  CHANNELS,
  optionsOf,
  RESULTS,
  type AttemptResult,
  type CallNotes,
  type Channel,
} from '../../src/contract/card-words.ts';
import { CallNotesFields, NOTHING_LEARNT } from './call-notes-fields.tsx';
import { fromInputDay, toInputDay } from './calendar-day.ts';
import type { DecisionFormProps } from './decision-form.ts';
import { FormButtons } from './form-buttons.tsx';

/** An attempt to reach the lead, in the structure of P9: the next step is mandatory, notes come after a talk. */
export function AttemptForm(props: DecisionFormProps): React.JSX.Element {
  const { view, busy, send, cancel } = props;
  const [channel, setChannel] = useState<Channel>(view.attemptChannel);
  const [result, setResult] = useState<AttemptResult>('no_answer');
  const [nextStep, setNextStep] = useState('');
  const [nextStepOn, setNextStepOn] = useState<string | null>(null);
  const [notes, setNotes] = useState<CallNotes>(NOTHING_LEARNT);
  const [tried, setTried] = useState(false);
  const lacksNextStep = nextStep.trim() === '';

  function confirm(): void {
    setTried(true);
    if (lacksNextStep) return;
    send({
      do: 'log_attempt',
      channel,
      result,
      nextStep: nextStep.trim(),
      ...(nextStepOn === null ? {} : { nextStepOn }),
      ...(result === 'connected' ? { notes } : {}),
    });
  }

  return (
    <Flex direction="column" gap="sm">
      <Select
        label="Channel"
        name="channel"
        value={channel}
        options={optionsOf(CHANNELS)}
        onChange={(value) => {
          setChannel(value as Channel);
        }}
      />
      <Select
        label="What came of it"
        name="result"
        value={result}
        options={optionsOf(RESULTS)}
        onChange={(value) => {
          setResult(value as AttemptResult);
        }}
      />
      {result === 'connected' && <CallNotesFields notes={notes} onChange={setNotes} />}
      <Input
        label="Next step"
        name="nextStep"
        required
        value={nextStep}
        {...(tried && lacksNextStep
          ? { error: true, validationMessage: 'Say what happens next.' }
          : {})}
        onInput={setNextStep}
      />
      <DateInput
        label="Next step on (optional)"
        name="nextStepOn"
        {...(nextStepOn === null ? {} : { value: toInputDay(nextStepOn) })}
        onChange={(day) => {
          setNextStepOn(fromInputDay(day));
        }}
      />
      <FormButtons confirm="Log the attempt" busy={busy} onConfirm={confirm} onCancel={cancel} />
    </Flex>
  );
}
