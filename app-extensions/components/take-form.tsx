import { useState } from 'react';
import { Flex, Text, TextArea } from '@hubspot/ui-extensions';
import type { DecisionFormProps } from './decision-form.ts';
import { FormButtons } from './form-buttons.tsx';

/** What whoever has the account says of a request that was diverted to them. */
export const TAKE = 'I have it';

/** "I have it": whoever has the account answers in their own way, with a note if there is something to say. */
export function TakeForm(props: DecisionFormProps): React.JSX.Element {
  const { view, busy, send, cancel } = props;
  const [note, setNote] = useState('');
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{view.person.name}: you answer this yourself</Text>
      <Text>{view.accept.then}</Text>
      <TextArea label="Note (optional)" name="note" rows={2} value={note} onInput={setNote} />
      <FormButtons
        confirm="Yes, I have it"
        busy={busy}
        onConfirm={() => {
          send({
            do: 'decide',
            decision: 'accept',
            acceptance: 'outreach_started',
            ...(note.trim() === '' ? {} : { note: note.trim() }),
          });
        }}
        onCancel={cancel}
      />
    </Flex>
  );
}
