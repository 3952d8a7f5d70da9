import { describeCondition, describeEvidence } from '../condition/describe-condition.ts';
import type { PolicyDocument } from './policy-document.ts';

/** An entry of the policy in words: its name and, by aspect, what it says. */
interface Entry {
  readonly id: string;
  readonly name: string;
  readonly says: Readonly<Record<string, string>>;
}

/** A list whose entries are compared one by one. */
interface Section {
  readonly noun: string;
  readonly ordered: boolean;
  readonly entries: (policy: PolicyDocument) => readonly Entry[];
}

const SECTIONS: readonly Section[] = [
  {
    noun: 'fit rule',
    ordered: false,
    entries: ({ fit }) =>
      (fit.rules ?? []).map(({ id, label, when, points }) => ({
        id,
        name: label,
        says: { points: String(points), condition: describeCondition(when) },
      })),
  },
  {
    noun: 'intent rule',
    ordered: false,
    entries: ({ intent }) =>
      (intent.rules ?? []).map((rule) => ({
        id: rule.id,
        name: rule.label,
        says: {
          points: String(rule.points),
          condition: describeEvidence(rule.when),
          strength: rule.strength ?? 'medium',
          'days without fading': String(rule.freshDays ?? 0),
          'half-life in days': String(rule.halfLifeDays ?? 'never fades'),
          'most occurrences that count': String(rule.maxCount ?? 'no limit'),
          'what may be said': rule.say ?? 'nothing',
        },
      })),
  },
  {
    noun: 'disqualification rule',
    ordered: true,
    entries: ({ disqualify }) =>
      (disqualify ?? []).map(({ id, label, when, reasonCode }) => ({
        id,
        name: label,
        says: { condition: describeCondition(when), reason: reasonCode },
      })),
  },
  {
    noun: 'tier entry',
    ordered: true,
    entries: ({ tiers }) =>
      tiers.map(({ id, label, tier, when, sla, cadence, state }) => ({
        id,
        name: label ?? id,
        says: {
          tier: tier.replace('tier_', 'Tier '),
          condition: describeCondition(when),
          SLA: slaWords(sla),
          cadence: cadence ?? 'none',
          state: (state ?? 'awaiting_decision').replaceAll('_', ' '),
        },
      })),
  },
  {
    noun: 'routing rule',
    ordered: true,
    entries: ({ routing }) =>
      (routing?.rules ?? []).map(({ id, label, when, pool }) => ({
        id,
        name: label ?? id,
        says: { condition: describeCondition(when), pool },
      })),
  },
  {
    noun: 'pool',
    ordered: false,
    entries: ({ routing }) =>
      Object.entries(routing?.pools ?? {}).map(([id, pool]) => ({
        id,
        name: pool.label ?? id,
        says: {
          members: pool.members
            .map(({ ownerId, weight = 1, capacity }) =>
              [
                `owner ${ownerId}`,
                `weight ${weight}`,
                capacity === undefined ? '' : `at most ${capacity} open`,
              ]
                .filter((part) => part !== '')
                .join(', '),
            )
            .join('; '),
          calendar: pool.calendar ?? 'none',
          lead: pool.lead ?? 'none',
          overflow: pool.overflow ?? 'none',
          'qualification step': pool.qualifies === true ? 'yes' : 'no',
        },
      })),
  },
  {
    noun: 'campaign brief',
    ordered: false,
    entries: ({ briefs }) =>
      (briefs ?? []).map(({ campaign, theme, promised, opening, nextStep, ...rest }) => ({
        id: campaign.toLowerCase(),
        name: campaign,
        says: {
          theme,
          promise: promised,
          opening,
          'next step': nextStep,
          rest: JSON.stringify(rest),
        },
      })),
  },
  {
    noun: 'play',
    ordered: true,
    entries: ({ plays }) =>
      (plays ?? []).map((play) => ({
        id: play.id,
        name: play.label ?? play.id,
        says: {
          condition: describeCondition(play.when),
          goal: play.goal,
          opener: play.opener,
          questions: (play.questions ?? []).join(' '),
          'meeting link': play.meetingLink === true ? 'yes' : 'no',
        },
      })),
  },
  {
    noun: 'cadence',
    ordered: false,
    entries: ({ cadences }) =>
      Object.entries(cadences ?? {}).map(([id, { label, touches }]) => ({
        id,
        name: label ?? id,
        says: { touches: touches.map(({ day, channel }) => `day ${day} ${channel}`).join(', ') },
      })),
  },
  {
    noun: 'reason',
    ordered: false,
    entries: ({ reasons }) =>
      (reasons ?? []).map((reason) => ({
        id: reason.code,
        name: reason.label,
        says: {
          label: reason.label,
          kind: reason.kind,
          path: reason.path.replaceAll('_', ' '),
          'pause in days': String(reason.pauseDays ?? 0),
          'counts against the share': reason.countsAgainstShare === true ? 'yes' : 'no',
          'note required': reason.noteRequired === true ? 'yes' : 'no',
          retired: reason.retired === true ? 'yes' : 'no',
        },
      })),
  },
];

/** Parts compared as a whole, with the words for them. */
const WHOLES: readonly {
  readonly what: string;
  readonly of: (policy: PolicyDocument) => unknown;
}[] = [
  { what: 'The name', of: ({ name }) => name },
  { what: 'The mode', of: ({ mode }) => mode ?? 'live' },
  { what: 'The go-live date', of: ({ goLiveAt }) => goLiveAt },
  { what: 'The stages that start a handoff', of: ({ trigger }) => trigger.stages },
  { what: 'What brings a lead back', of: ({ reenter }) => reenter },
  { what: 'The required facts', of: ({ required }) => required },
  { what: 'The line for fit A', of: ({ cutoffs }) => cutoffs.fit.A },
  { what: 'The line for fit B', of: ({ cutoffs }) => cutoffs.fit.B },
  { what: 'The line for intent level 1', of: ({ cutoffs }) => cutoffs.intent['1'] },
  { what: 'The line for intent level 2', of: ({ cutoffs }) => cutoffs.intent['2'] },
  { what: 'The source of the fit score', of: ({ fit }) => sourceOf(fit) },
  { what: 'The source of the intent score', of: ({ intent }) => sourceOf(intent) },
  { what: 'The list of competitors', of: ({ competitors }) => competitors },
  { what: "Keeping the contact's owner", of: ({ routing }) => routing?.keepContactOwner ?? false },
  { what: "Keeping the company's owner", of: ({ routing }) => routing?.keepAccountOwner ?? false },
  { what: 'The fallback of routing', of: ({ routing }) => routing?.fallback },
  { what: 'The calendars', of: ({ calendars }) => calendars },
  { what: 'The roles', of: ({ roles }) => roles },
  { what: 'The escalation', of: ({ escalation }) => escalation },
  { what: 'The decision deadlines', of: ({ decisionDeadlines }) => decisionDeadlines },
  { what: 'Who may decide', of: ({ decide }) => decide },
  { what: 'Who may publish', of: ({ publish }) => publish },
  { what: 'The lifecycle settings', of: ({ lifecycle }) => lifecycle },
  { what: 'The alert lines', of: ({ alerts }) => alerts },
  { what: 'The example leads', of: ({ examples }) => examples },
];

/** What changed between two policies, in sentences a marketer reads; empty where nothing did. */
export function diffPolicies(before: PolicyDocument, after: PolicyDocument): readonly string[] {
  return [
    ...WHOLES.flatMap(({ what, of }) => wholeDiff(what, of(before), of(after))),
    ...SECTIONS.flatMap((section) => sectionDiff(section, before, after)),
  ];
}

function sectionDiff(
  { noun, ordered, entries }: Section,
  before: PolicyDocument,
  after: PolicyDocument,
): readonly string[] {
  const old = new Map(entries(before).map((entry) => [entry.id, entry]));
  const now = new Map(entries(after).map((entry) => [entry.id, entry]));
  const removed = [...old.values()].filter(({ id }) => !now.has(id));
  const changed = [...now.values()].flatMap((entry) => {
    const was = old.get(entry.id);
    if (!was) return [`New ${noun} “${entry.name}”: ${aspects(entry)}.`];
    return Object.entries(entry.says).flatMap(([aspect, words]) => {
      const earlier = was.says[aspect] ?? 'none';
      return earlier === words
        ? []
        : [
            `The ${noun} “${was.name}” changes its ${aspect} from ${quoted(earlier)} to ${quoted(words)}.`,
          ];
    });
  });
  const kept = (ids: Iterable<string>): string =>
    [...ids].filter((id) => old.has(id) && now.has(id)).join(' ');
  const moved =
    ordered && kept(old.keys()) !== kept(now.keys())
      ? [
          `The order of ${noun === 'tier entry' ? 'tier entries' : `${noun}s`} changes; the first that holds wins.`,
        ]
      : [];
  return [...removed.map(({ name }) => `The ${noun} “${name}” is removed.`), ...changed, ...moved];
}

function wholeDiff(what: string, before: unknown, after: unknown): readonly string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const simple = [before, after].every(
    (value) => typeof value !== 'object' || Array.isArray(value),
  );
  const long = JSON.stringify([before, after]).length > 200;
  return simple && !long
    ? [`${what} changes from ${wordsOf(before)} to ${wordsOf(after)}.`]
    : [`${what} ${what.endsWith('s') && !what.endsWith('ss') ? 'change' : 'changes'}.`];
}

function wordsOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? value.join(', ') : JSON.stringify(value).replaceAll('"', '');
}

function aspects({ says }: Entry): string {
  return Object.entries(says)
    .map(([aspect, words]) => `${aspect} ${words}`)
    .join('; ');
}

function quoted(words: string): string {
  return words.length < 12 ? words : `“${words}”`;
}

function sourceOf(model: PolicyDocument['fit'] | PolicyDocument['intent']): string {
  return model.source === 'property'
    ? `the property ${model.property} (${model.scale[0]} to ${model.scale[1]})`
    : 'the rules of this policy';
}

function slaWords(sla: PolicyDocument['tiers'][number]['sla']): string {
  if (!sla) return 'none';
  return [
    sla.minutes === undefined ? '' : `due in ${sla.minutes} working minutes`,
    sla.warnAfterMinutes === undefined ? '' : `warning after ${sla.warnAfterMinutes}`,
    sla.sameDayIfBefore === undefined ? '' : `the same day if before ${sla.sameDayIfBefore}`,
    sla.businessDays === undefined ? '' : `due in ${sla.businessDays} business days`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
