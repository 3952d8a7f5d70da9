import { useState } from 'react';
import { DateInput, Flex, Select, Text } from '@hubspot/ui-extensions';
import {
  ACCEPTANCES,
  DECISIONS,
  optionsOf,
  type Acceptance,
} from '../../src/contract/card-words.ts';
import { fromInputDay, toInputDay } from './calendar-day.ts';
import type { DecisionFormProps } from './decision-form.ts';
import { FormButtons } from './form-buttons.tsx';

/** Accept: the kind is preselected from what the rep did, so that confirming it is the second click (R173). */
export function AcceptForm(props: DecisionFormProps): React.JSX.Element {
  const { view, busy, send, cancel } = props;
  const { accept, person } = view;
  const [kind, setKind] = useState<Acceptance>(accept.preselected);
  const [meetingOn, setMeetingOn] = useState<string | null>(null);
  const asksForDay = kind === 'meeting_booked' && accept.meetingAt === null;

  function confirm(): void {
    const meetingAt = kind === 'meeting_booked' ? (accept.meetingAt ?? meetingOn) : null;
    send({
      do: 'decide',
      decision: 'accept',
      acceptance: kind,
      ...(meetingAt === null ? {} : { meetingAt }),
    });
  }

  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>
        You take {person.name}: {DECISIONS.accept.meaning}
      </Text>
      <Select
        label="How it stands"
        name="acceptance"
        value={kind}
        options={optionsOf(ACCEPTANCES)}
        {...(kind === accept.preselected ? { description: accept.why } : {})}
        onChange={(value) => {
          setKind(value as Acceptance);
        }}
      />
      {asksForDay && (
        <DateInput
          label="Day of the meeting (HubSpot shows none yet)"
          name="meetingOn"
          {...(meetingOn === null ? {} : { value: toInputDay(meetingOn) })}
          onChange={(day) => {
            setMeetingOn(fromInputDay(day));
          }}
        />
      )}
      <Text>{accept.then}</Text>
      <FormButtons
        confirm={`Yes, accept: ${ACCEPTANCES[kind]}`}
        busy={busy}
        onConfirm={confirm}
        onCancel={cancel}
      />
    </Flex>
  );
}
