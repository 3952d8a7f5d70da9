import type { LeadFacts } from '../../condition/lead-facts.ts';
import { counted } from '../../words/phrases.ts';
import type { Handoff } from '../handoff.ts';

/**
 * The record sheds detail above this, so that a later change always still fits into the 65,536 characters of a
 * HubSpot text property (design §4).
 */
export const SHED_ABOVE = 60_000;
/** Candidates kept in the trace, events and attempts kept in the history, when the record has to shed (design §4). */
const KEPT = 20;
/** Texts of people and bots are cut to these lengths, one after the other, until the record fits. */
const TEXT_LIMITS = [2_000, 500, 100, 20];

/** Whether a text that the record keeps is what was left of another one. */
export function isCutOf(kept: string, whole: string): boolean {
  const cut = kept.endsWith('…') && TEXT_LIMITS.includes(kept.length);
  return cut && whole.length > kept.length && whole.startsWith(kept.slice(0, -1));
}

/**
 * Writes a handoff as text of at most 60,000 characters. What does not fit is shed in the order of design §4 and said:
 * ineligible candidates after the 20th, events the lead caused, notes of the oldest attempts; then, so that it always
 * fits, the facts, the oldest history, and the ends of long texts.
 */
export function shedUntilItFits(handoff: Handoff, write: (handoff: Handoff) => string): string {
  const steps: readonly ((one: Handoff) => Handoff)[] = [
    (one) => one,
    shedCandidates,
    shedLeadEvents,
    shedOldNotes,
    shedFacts,
    shedHistory,
    ...TEXT_LIMITS.map((limit) => (one: Handoff) => cutTexts(one, limit)),
  ];
  let current = handoff;
  let text = '';
  for (const step of steps) {
    current = step(current);
    text = write(current);
    if (text.length <= SHED_ABOVE) break;
  }
  return text;
}

function shedCandidates(handoff: Handoff): Handoff {
  const { assignment } = handoff;
  if (!assignment) return handoff;
  const eligible = assignment.trace.filter((candidate) => candidate.eligible);
  const others = assignment.trace.filter((candidate) => !candidate.eligible);
  if (others.length <= KEPT) return handoff;
  const what = `${others.length - KEPT} candidates who could not take the lead`;
  const trace = [...eligible, ...others.slice(0, KEPT)];
  return said({ ...handoff, assignment: { ...assignment, trace } }, what);
}

function shedLeadEvents(handoff: Handoff): Handoff {
  const { facts } = handoff.opened;
  const count = facts.events?.length ?? 0;
  if (count === 0) return handoff;
  return said(withFacts(handoff, { ...facts, events: [] }), `${count} events the lead caused`);
}

function shedOldNotes(handoff: Handoff): Handoff {
  const noted = handoff.earlier.filter((attempt) => attempt.note !== null);
  if (noted.length === 0) return handoff;
  const earlier = handoff.earlier.map((attempt) => ({ ...attempt, note: null }));
  return said({ ...handoff, earlier }, `the notes of ${counted(noted.length, 'earlier attempt')}`);
}

function shedFacts(handoff: Handoff): Handoff {
  const { id } = handoff.opened.facts;
  return said(withFacts(handoff, { id, properties: {} }), 'the facts seen when it was decided');
}

function shedHistory(handoff: Handoff): Handoff {
  const earlier = handoff.earlier.slice(-KEPT);
  const events = handoff.events.slice(-KEPT);
  const dropped = handoff.earlier.length - earlier.length;
  const older = handoff.events.length - events.length;
  return said(
    { ...handoff, earlier, events },
    ...(dropped > 0 ? [counted(dropped, 'oldest attempt')] : []),
    ...(older > 0 ? [`the ${counted(older, 'oldest change')}`] : []),
  );
}

function cutTexts(handoff: Handoff, limit: number): Handoff {
  const cut = JSON.parse(
    JSON.stringify(handoff, (_key, value: unknown) =>
      typeof value === 'string' && value.length > limit ? `${value.slice(0, limit - 1)}…` : value,
    ),
  ) as Handoff;
  return said(cut, `texts beyond ${limit} characters`);
}

function withFacts(handoff: Handoff, facts: LeadFacts): Handoff {
  return { ...handoff, opened: { ...handoff.opened, facts } };
}

/** What was shed before stays said, once. */
function said(handoff: Handoff, ...what: readonly string[]): Handoff {
  return { ...handoff, shed: [...new Set([...handoff.shed, ...what])] };
}
