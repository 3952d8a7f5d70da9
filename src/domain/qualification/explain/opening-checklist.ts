import type { ChecklistItem } from '../verdict.ts';

/** What the checklist needs to know about a lead at the moment of handoff. */
export interface ChecklistFacts {
  /** `free`, `disposable`, `bad` and `missing` fail; `company` passes. */
  readonly email: 'company' | 'free' | 'disposable' | 'bad' | 'missing';
  readonly company: { readonly matched: boolean; readonly name: string | null };
  readonly fit: { readonly confirmed: boolean; readonly evidence: string };
  /** What the lead did, strongest first; `dated` is false where no date is known. */
  readonly acts: readonly { readonly text: string; readonly dated: boolean }[];
  readonly disqualified: string | null;
  readonly rulesRun: number;
  readonly source: string | null;
  readonly offer: string | null;
  readonly campaign: string | null;
  readonly message: string | null;
  readonly reason: string;
  readonly play: string | null;
  readonly meetingLink: boolean;
  readonly cadence: string | null;
}

const LABELS: readonly string[] = [
  'The work e-mail is verified',
  'A company record is matched',
  'ICP fit is confirmed, or an exception is written down',
  'Real engagement is on record',
  'The disqualification rules have run',
  'The lead source is known',
  'Campaign or content offer can be seen',
  'The latest high-intent action is shown',
  'The form answer or the stated pain is included',
  'The reason is told in plain language',
  'An owner is set',
  'Territory or segment is confirmed',
  'The SLA tier is set',
  'A first-touch task exists',
  'A booking path is at hand, where it makes sense',
  'A first-touch play is chosen',
  'The follow-up sequence suits the intent',
  'Notes exist after the first attempt',
  'Status is accepted, rejected or recycled',
  'If not worked, the reason is on record',
];

type State = readonly [state: ChecklistItem['state'], evidence: string];

/** H1 to H10 and H15 to H17 as the facts answer them; the rest waits for the handoff. */
export function openingChecklist(facts: ChecklistFacts): readonly ChecklistItem[] {
  const act = facts.acts[0];
  const states: readonly State[] = [
    emailState(facts.email),
    facts.company.matched
      ? ['passed', facts.company.name ?? 'matched']
      : ['failed', 'no company is associated'],
    [facts.fit.confirmed ? 'passed' : 'failed', facts.fit.evidence],
    act
      ? [
          act.dated ? 'passed' : 'failed',
          act.dated ? act.text : `${act.text}; the date is not known`,
        ]
      : ['failed', 'no act that counts as intent'],
    facts.disqualified === null
      ? ['passed', `${facts.rulesRun} checked, none matched`]
      : ['failed', facts.disqualified],
    facts.source === null ? ['failed', 'original source is empty'] : ['passed', facts.source],
    offerState(facts),
    act ? ['passed', act.text] : ['failed', 'none on record'],
    ['passed', facts.message === null ? 'none given' : `“${shortened(facts.message)}”`],
    ['passed', facts.reason],
    ['not_yet', 'waits for routing'],
    ['not_yet', 'waits for routing'],
    ['not_yet', 'waits for routing'],
    ['not_yet', 'waits for routing'],
    [
      'passed',
      facts.meetingLink ? 'meeting link goes with the play' : 'not relevant for this play',
    ],
    facts.play === null ? ['failed', 'no play fits'] : ['passed', facts.play],
    facts.cadence === null ? ['failed', 'no cadence for this tier'] : ['passed', facts.cadence],
    ['not_yet', 'after the first attempt'],
    ['not_yet', 'no decision yet'],
    ['not_yet', 'no decision yet'],
  ];
  return states.map(([state, evidence], index) => item(index, state, evidence));
}

function item(index: number, state: ChecklistItem['state'], evidence: string): ChecklistItem {
  return { id: `H${index + 1}`, label: LABELS[index] ?? '', state, evidence };
}

function emailState(email: ChecklistFacts['email']): State {
  switch (email) {
    case 'company':
      return ['passed', 'an address of its own domain, no bounce known'];
    case 'free':
      return ['failed', 'address at a free provider'];
    case 'disposable':
      return ['failed', 'throw-away address'];
    case 'bad':
      return ['failed', 'malformed, or mail to it bounced'];
    case 'missing':
      return ['failed', 'no e-mail address'];
  }
}

function offerState({ offer, campaign }: ChecklistFacts): State {
  const seen = [offer, campaign].filter((text) => text !== null);
  return seen.length === 0
    ? ['failed', 'neither campaign nor offer is known']
    : ['passed', seen.join(', ')];
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
