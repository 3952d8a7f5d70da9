import { toIso } from '../instant.ts';
import { fieldWords } from '../words/phrases.ts';
import { DECIDER_WORDS } from './decider-words.ts';
import {
  briefKind,
  cadenceKind,
  calendarKind,
  playKind,
  poolKind,
  reasonKind,
  routingRuleKind,
} from './diff/handling-kinds.ts';
import { namesOf } from './diff/names.ts';
import {
  disqualifyRuleKind,
  exampleKind,
  fitRuleKind,
  intentRuleKind,
  modelKind,
  tierEntryKind,
  tierWords,
  trackKind,
  yesOrNo,
} from './diff/scoring-kinds.ts';
import {
  tellEach,
  tellList,
  tellOptional,
  tellValue,
  type Teller,
  type Tellers,
} from './diff/tell.ts';
import { tellEntries, tellRecord, type EntryKind } from './diff/tell-entries.ts';
import type {
  Definition,
  Icp,
  Policy,
  QualificationGuide,
  Reenter,
  Role,
  RoutingFallback,
  Scored,
} from './policy.ts';
import { rungWords } from './rung-words.ts';
import { slaWords } from './sla-words.ts';

/**
 * What changed between two policies, in sentences a marketer reads; empty exactly where they are the same policy. Every
 * key has its teller, or this does not compile.
 */
export function diffPolicies(before: Policy, after: Policy): readonly string[] {
  return tellEach(TELLERS)(before, after, {
    before: namesOf(before, after),
    after: namesOf(after, before),
  });
}

const TELLERS: Tellers<Policy> = {
  name: tellValue('The name', text),
  mode: tellValue('The mode', text),
  goLiveAt: tellValue('The go-live date', (at) => (at === null ? 'nothing' : toIso(at))),
  trigger: tellEach({ stages: tellList('The list of stages that start a handoff', text) }),
  reenter: tellOptional<Reenter>(
    'What brings a lead back',
    ({ strength, minHours }) => `interest of ${strength} strength after ${minHours} hours`,
    {
      strength: tellValue('The strength of interest that brings a lead back', text),
      from: tellList('The list of states a lead comes back from', text),
      minHours: tellValue('The hours before a lead comes back', String),
    },
  ),
  required: tellEach({
    tier_1: tellRequired('tier 1'),
    tier_2: tellRequired('tier 2'),
    tier_3: tellRequired('tier 3'),
  }),
  models: tellEntries(modelKind, 'first'),
  cutoffs: tellEach({
    fit: tellEach({
      A: tellValue('The line for fit A', String),
      B: tellValue('The line for fit B', String),
    }),
    intent: tellEach({
      '1': tellValue('The line for intent level 1', String),
      '2': tellValue('The line for intent level 2', String),
    }),
  }),
  fit: tellScored('fit', fitRuleKind),
  intent: tellScored('intent', intentRuleKind),
  disqualify: tellEntries(disqualifyRuleKind, 'first'),
  competitors: tellList('The list of competitors', text),
  ownDomains: tellList('The list of our own domains', text),
  tiers: tellEntries(tierEntryKind, 'first'),
  routing: tellEach({
    keepContactOwner: tellValue("Keeping the contact's owner", yesOrNo),
    keepAccountOwner: tellValue("Keeping the company's owner", yesOrNo),
    rules: tellEntries(routingRuleKind, 'first'),
    pools: tellRecord(poolKind),
    fallback: tellOptional<RoutingFallback>(
      'The fallback of routing',
      ({ pool: id }, { pool }) => `the pool ${pool(id)}`,
      {
        pool: tellValue('The pool that gets what no rule sends anywhere', (id, { pool }) =>
          pool(id),
        ),
        processOwner: tellValue('The person who assigns what nobody can take', ownerWords),
        dueMinutes: tellValue('The minutes to assign what nobody can take', String),
      },
    ),
  }),
  calendars: tellRecord(calendarKind),
  plays: tellEntries(playKind, 'first'),
  cadences: tellRecord(cadenceKind),
  reasons: tellEntries(reasonKind, 'any'),
  briefs: tellEntries(briefKind, 'any'),
  tracks: tellEntries(trackKind, 'first'),
  definition: tellOptional<Definition>('The definition', ({ text: words }) => words, {
    text: tellValue('The definition', text),
    reviewOn: tellValue('The day to look at the definition again', (day) => day ?? 'none'),
  }),
  icp: tellOptional<Icp>('The ideal customer', ({ who }) => who, {
    who: tellValue('The ideal customer', text),
    problem: tellValue("The ideal customer's problem", text),
    notFor: tellValue('Who is no customer for us', (words) => words ?? 'none'),
    reviewOn: tellValue('The day to look at the ideal customer again', (day) => day ?? 'none'),
  }),
  qualification: tellOptional<QualificationGuide>(
    'The qualification guide',
    ({ confirm }) => confirm.map(({ label }) => label).join('; '),
    {
      confirm: tellList('What must be confirmed', ({ label, ask }) => `${label}: ${ask}`),
      rubric: tellList('The rubric', ({ label, means }) => `${label}: ${means}`),
      next: tellList('The next questions', text),
      intake: tellList('The intake form', text),
    },
  ),
  roles: tellEach({
    revops: tellRole('revops'),
    marketing: tellRole('marketing'),
    sales: tellRole('sales'),
    leadership: tellRole('leadership'),
  }),
  escalation: tellList('The escalation', (rung) => {
    const { when, then } = rungWords(rung);
    return `${tierWords(rung.tier)}: ${when}, ${then}`;
  }),
  decisionDeadlines: tellEach({
    tier_1: tellDeadline('tier_1'),
    tier_2: tellDeadline('tier_2'),
    tier_3: tellDeadline('tier_3'),
  }),
  decide: tellEach({
    who: tellValue('Who may accept, reject and recycle', (who) => DECIDER_WORDS[who]),
  }),
  publish: tellEach({
    who: tellList('The list of people who may publish', ownerWords),
    needs: tellList('The list of roles that must agree to a new policy', text),
  }),
  lifecycle: tellEach({
    onAccept: tellValue('The stage an accepted lead moves to', (stage) => stage ?? 'none'),
    leadStatus: tellValue('The lead status by state', (statuses) =>
      Object.entries(statuses)
        .map(([state, status]) => `${state.replaceAll('_', ' ')}: ${status}`)
        .join('; '),
    ),
  }),
  alerts: tellEach({
    rejectionWatch: tellValue('The share of rejected leads to watch from', shareWords),
    rejectionAlert: tellValue('The share of rejected leads to raise an alert from', shareWords),
  }),
  examples: tellEntries(exampleKind, 'any'),
};

type KeyOfAny<Union> = Union extends unknown ? keyof Union : never;

/** Both forms of a score as one, for a teller that names every key of either. */
type Both<Rule> = {
  readonly [Key in KeyOfAny<Scored<Rule>>]: Key extends 'rules'
    ? readonly Rule[]
    : Key extends 'source'
      ? Scored<Rule>['source']
      : Extract<Scored<Rule>, { source: 'property' }>[Key] | null;
};

function tellScored<Rule extends object>(
  noun: 'fit' | 'intent',
  kind: EntryKind<Rule>,
): Teller<Scored<Rule>> {
  const each = tellEach<Both<Rule>>({
    source: tellValue(`The source of the ${noun} score`, (source) =>
      source === 'property' ? "HubSpot's own score" : 'the rules of this policy',
    ),
    property: tellValue(`The property of the ${noun} score`, (property) => property ?? 'none'),
    scale: tellValue(`The scale of the ${noun} score`, (scale) => scale?.join(' to ') ?? 'none'),
    rules: tellEntries(kind, 'any'),
  });
  const wide = (model: Scored<Rule>): Both<Rule> =>
    model.source === 'property' ? model : { ...model, property: null, scale: null };
  return (before, after, names) => each(wide(before), wide(after), names);
}

function tellRequired(tier: string): Teller<readonly string[]> {
  return tellList(`The list of facts that ${tier} needs`, fieldWords);
}

function tellRole(role: Role): Teller<string | null> {
  const stands = {
    revops: 'RevOps',
    marketing: 'marketing',
    sales: 'sales',
    leadership: 'leadership',
  };
  return tellValue(`Who stands for ${stands[role]}`, ownerWords);
}

function tellDeadline<Tier extends keyof Policy['decisionDeadlines']>(
  tier: Tier,
): Teller<Policy['decisionDeadlines'][Tier]> {
  return tellValue(`The time to decide on ${tier.replace('tier_', 'tier ')}`, (deadline) =>
    deadline === 'end_of_day'
      ? 'the end of the day'
      : deadline === null
        ? 'no deadline'
        : slaWords(deadline),
  );
}

function text(value: string): string {
  return value;
}

function ownerWords(ownerId: string | null): string {
  return ownerId === null ? 'nobody' : `owner ${ownerId}`;
}

function shareWords(share: number | null): string {
  return share === null ? 'none' : `${Math.round(share * 1000) / 10}%`;
}
