import type {
  Brief,
  Cadence,
  Play,
  PolicyCalendar,
  PolicyPool,
  PoolShare,
  Reason,
  RoutingRule,
  Touch,
} from '../policy.ts';
import { conditionWords, yesOrNo } from './scoring-kinds.ts';
import { aspect, type EntryKind } from './tell-entries.ts';

/** Words for every key of a part of an entry; a key added to the type and not said here does not compile. */
type Parts<Value> = { readonly [Key in keyof Value]-?: (value: Value[Key]) => string };

const SHARE: Parts<PoolShare> = {
  ownerId: (ownerId) => `owner ${ownerId}`,
  weight: (weight) => `weight ${weight}`,
  capacity: (capacity) => (capacity === null ? '' : `at most ${capacity} open`),
};

const TOUCH: Parts<Touch> = {
  day: (day) => `day ${day}`,
  channel: (channel) => channel,
  note: (note) => (note === null ? '' : `(${note})`),
};

/** How a rule of routing is told. */
export const routingRuleKind: EntryKind<RoutingRule> = {
  noun: 'routing rule',
  plural: 'routing rules',
  id: ({ id }) => id,
  label: ({ label }) => label,
  aspects: {
    id: 'id',
    label: 'label',
    when: aspect('condition', conditionWords),
    pool: aspect('pool', (id, { pool }) => pool(id)),
  },
};

/** How a pool is told. */
export const poolKind: EntryKind<PolicyPool> = {
  noun: 'pool',
  plural: 'pools',
  id: (_, key) => key,
  label: ({ label }) => label,
  aspects: {
    label: 'label',
    members: aspect('members', (members) =>
      members.map((member) => inParts(SHARE, member, ', ')).join('; '),
    ),
    calendar: aspect('calendar', (calendar) => calendar ?? 'none'),
    lead: aspect('lead', (ownerId) => (ownerId === null ? 'nobody' : `owner ${ownerId}`)),
    overflow: aspect('overflow', (id, { pool }) => (id === null ? 'none' : pool(id))),
    qualifies: aspect('qualification step', yesOrNo),
  },
};

/** How working hours are told. */
export const calendarKind: EntryKind<PolicyCalendar> = {
  noun: 'calendar',
  plural: 'calendars',
  id: (_, key) => key,
  label: (_, key) => key,
  aspects: {
    timeZone: aspect('time zone', (zone) => zone),
    hours: aspect('hours', (hours) =>
      Object.entries(hours)
        .filter(([, blocks]) => blocks.length > 0)
        .map(([day, blocks]) => `${day} ${blocks.map((block) => block.join('–')).join(', ')}`)
        .join('; '),
    ),
    holidays: aspect('holidays', (days) => days.join(', ') || 'none'),
  },
};

/** How a play is told. */
export const playKind: EntryKind<Play> = {
  noun: 'play',
  plural: 'plays',
  id: ({ id }) => id,
  label: ({ label }) => label,
  aspects: {
    id: 'id',
    label: 'label',
    when: aspect('condition', conditionWords),
    goal: aspect('goal', (goal) => goal),
    opener: aspect('opener', (opener) => opener),
    questions: aspect('questions', (questions) => questions.join(' ') || 'none'),
    meetingLink: aspect('meeting link', yesOrNo),
  },
};

/** How a cadence is told. */
export const cadenceKind: EntryKind<Cadence> = {
  noun: 'cadence',
  plural: 'cadences',
  id: (_, key) => key,
  label: ({ label }) => label,
  aspects: {
    label: 'label',
    touches: aspect('touches', (touches) =>
      touches.map((touch) => inParts(TOUCH, touch, ' ')).join(', '),
    ),
  },
};

/** How a reason is told. */
export const reasonKind: EntryKind<Reason> = {
  noun: 'reason',
  plural: 'reasons',
  id: ({ code }) => code,
  label: ({ label }) => label,
  aspects: {
    code: 'id',
    label: 'label',
    kind: aspect('kind', (kind) => kind),
    path: aspect('path', (path) => path.replaceAll('_', ' ')),
    track: aspect('nurture track', textOrNone),
    pauseDays: aspect('pause in days', (days) => String(days ?? 'none')),
    countsAgainstShare: aspect('effect on the share', (counts) =>
      counts ? 'the turn counts' : 'the rep gets the turn back',
    ),
    noteRequired: aspect('need for a note', yesOrNo),
    retired: aspect('retirement', (retired) => (retired ? 'no longer offered' : 'offered')),
  },
};

/** How a campaign's brief is told. */
export const briefKind: EntryKind<Brief> = {
  noun: 'campaign brief',
  plural: 'campaign briefs',
  id: ({ campaign }) => campaign.toLowerCase(),
  label: ({ campaign }) => campaign,
  aspects: {
    campaign: 'id',
    theme: aspect('theme', (text) => text),
    audience: aspect('audience', (text) => text),
    notFor: aspect('exclusion', textOrNone),
    problem: aspect('problem', (text) => text),
    promised: aspect('promise', (text) => text),
    proofPoints: aspect('proof points', linesOrNone),
    opening: aspect('opening', (text) => text),
    questions: aspect('questions', linesOrNone),
    objections: aspect('objections', (list) =>
      linesOrNone(list.map(({ says, answer }) => `${says}: ${answer}`)),
    ),
    nextStep: aspect('next step', (text) => text),
    avoid: aspect('list of what to avoid', linesOrNone),
    nurtureTrack: aspect('nurture track', textOrNone),
    owner: aspect('owner', textOrNone),
    reviewOn: aspect('review date', textOrNone),
  },
};

function textOrNone(text: string | null): string {
  return text ?? 'none';
}

function linesOrNone(lines: readonly string[]): string {
  return lines.join('; ') || 'none';
}

function inParts<Value extends object>(parts: Parts<Value>, value: Value, glue: string): string {
  return (Object.keys(parts) as (keyof Value)[])
    .map((key) => parts[key](value[key]))
    .filter((words) => words !== '')
    .join(glue);
}
