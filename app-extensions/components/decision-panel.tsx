import { useState } from 'react';
import { Button, ButtonRow, Text, Tile } from '@hubspot/ui-extensions';
import type { CardView } from '../../src/contract/card-view.ts';
import { DECISIONS, type CardDecision } from '../../src/contract/card-words.ts';
import { AcceptForm } from './accept-form.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import type { DecisionFormProps } from './decision-form.ts';
import { ReasonForm } from './reason-form.tsx';
import { TAKE, TakeForm } from './take-form.tsx';
import type { HandoffAction } from './use-handoff.ts';

type Choice = CardDecision | 'log_attempt';

/** In the order of the buttons. */
const CHOICES: readonly Choice[] = [
  'accept',
  'reject',
  'recycle',
  'reassign',
  'hand_on',
  'log_attempt',
  'undo',
];

/** The buttons, and the form of the one that was clicked: a click to choose, a click to confirm. */
export function DecisionPanel(props: {
  readonly view: CardView;
  readonly now: number;
  readonly act: (action: HandoffAction) => Promise<boolean>;
}): React.JSX.Element | null {
  const { view, now, act } = props;
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [busy, setBusy] = useState(false);
  const allowed = CHOICES.filter((choice) => view.may.includes(choice));

  function send(action: HandoffAction): void {
    setBusy(true);
    void act(action).then((finished) => {
      setBusy(false);
      if (finished) setChosen(null);
    });
  }

  if (allowed.length === 0) return view.refusal === null ? null : <Text>{view.refusal}</Text>;
  if (chosen === null) {
    // What a rep does with most leads stands out: accepting, and once that is done, or for a customer, answering.
    const accepts = allowed.includes('accept') && view.diverted === null;
    const usual = accepts ? 'accept' : 'log_attempt';
    return (
      <ButtonRow disableDropdown>
        {allowed.map((choice) => (
          <Button
            key={choice}
            variant={choice === usual ? 'primary' : 'secondary'}
            onClick={() => {
              setChosen(choice);
            }}
          >
            {labelOf(choice, view)}
          </Button>
        ))}
      </ButtonRow>
    );
  }
  const form: DecisionFormProps = {
    view,
    now,
    busy,
    send,
    cancel: () => {
      setChosen(null);
    },
  };
  return (
    <Tile>
      <ChosenForm choice={chosen} form={form} />
    </Tile>
  );
}

function labelOf(choice: Choice, view: CardView): string {
  if (choice === 'log_attempt') return 'Log attempt';
  return choice === 'accept' && view.diverted !== null ? TAKE : DECISIONS[choice].button;
}

function ChosenForm(props: {
  readonly choice: Choice;
  readonly form: DecisionFormProps;
}): React.JSX.Element {
  const { choice, form } = props;
  switch (choice) {
    case 'accept':
      return form.view.diverted === null ? <AcceptForm {...form} /> : <TakeForm {...form} />;
    case 'reject':
    case 'recycle':
    case 'reassign':
      return <ReasonForm {...form} decision={choice} />;
    case 'hand_on':
    case 'undo':
      return <ConfirmForm {...form} decision={choice} />;
    case 'log_attempt':
      return <AttemptForm {...form} />;
  }
}
