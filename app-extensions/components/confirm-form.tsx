import { useState } from 'react';
import { Flex, Text, TextArea } from '@hubspot/ui-extensions';
import { DECISIONS } from '../../src/contract/card-words.ts';
import type { DecisionFormProps } from './decision-form.ts';
import { FormButtons } from './form-buttons.tsx';

/** Hand on or undo: one question, with a note if there is something to say. */
export function ConfirmForm(
  props: DecisionFormProps & { readonly decision: 'hand_on' | 'undo' },
): React.JSX.Element {
  const { view, busy, send, cancel, decision } = props;
  const [note, setNote] = useState('');
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>
        {view.person.name}: {DECISIONS[decision].meaning}
      </Text>
      <TextArea label="Note (optional)" name="note" rows={2} value={note} onInput={setNote} />
      <FormButtons
        confirm={`Yes, ${DECISIONS[decision].button.toLowerCase()}`}
        busy={busy}
        onConfirm={() => {
          send({ do: 'decide', decision, ...(note.trim() === '' ? {} : { note: note.trim() }) });
        }}
        onCancel={cancel}
      />
    </Flex>
  );
}
