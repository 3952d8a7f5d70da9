import { Input, Select } from '@hubspot/ui-extensions';
import {
  BUDGET_PATHS,
  LEADERS,
  optionsOf,
  TIMINGS,
  type CallNotes,
} from '../../src/contract/card-words.ts';

/** Notes before anything was learnt: "unknown" is an answer, an empty field is not (P9). */
export const NOTHING_LEARNT: CallNotes = {
  need: 'unknown',
  currentTool: 'unknown',
  leader: 'unknown',
  budgetPath: 'unknown',
  timing: 'unknown',
  stakeholders: 'unknown',
  objection: 'unknown',
  forMarketing: '',
};

type TextField = 'need' | 'currentTool' | 'stakeholders' | 'objection' | 'forMarketing';

const TEXT_FIELDS: Readonly<Record<TextField, string>> = {
  need: 'Need, in their words',
  currentTool: 'Tool they use today',
  stakeholders: 'Who else is involved',
  objection: 'Objection or competitor',
  forMarketing: 'For marketing: what to change (optional)',
};

const CHOICE_FIELDS = {
  leader: { label: 'Who leads it', options: LEADERS },
  budgetPath: { label: 'Budget path', options: BUDGET_PATHS },
  timing: { label: 'Timing', options: TIMINGS },
} as const;

/** The fields of a call note, the same after every talk (R180). */
export function CallNotesFields(props: {
  readonly notes: CallNotes;
  readonly onChange: (notes: CallNotes) => void;
}): React.JSX.Element {
  const { notes, onChange } = props;
  return (
    <>
      {(Object.keys(TEXT_FIELDS) as TextField[]).map((field) => (
        <Input
          key={field}
          label={TEXT_FIELDS[field]}
          name={field}
          value={notes[field]}
          onInput={(value) => {
            onChange({ ...notes, [field]: value });
          }}
        />
      ))}
      {(Object.keys(CHOICE_FIELDS) as (keyof typeof CHOICE_FIELDS)[]).map((field) => (
        <Select
          key={field}
          label={CHOICE_FIELDS[field].label}
          name={field}
          value={notes[field]}
          options={optionsOf(CHOICE_FIELDS[field].options)}
          onChange={(value) => {
            onChange({ ...notes, [field]: value });
          }}
        />
      ))}
    </>
  );
}
