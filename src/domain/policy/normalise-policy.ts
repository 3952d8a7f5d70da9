import { parseInstant, type Instant } from '../instant.ts';
import { HELD_MINUTES } from '../routing/routing.ts';
import { normaliseBrief } from './normalise-brief.ts';
import type { Tier } from '../tier.ts';
import type {
  FitRule,
  IntentRule,
  Policy,
  PolicyCalendar,
  PolicyPool,
  Reason,
  Scored,
} from './policy.ts';
import type { FitRuleDocument, IntentRuleDocument, PolicyDocument } from './policy-document.ts';

/** Stage an accepted lead moves to (D7). */
const ACCEPT_STAGE = 'salesqualifiedlead';

/**
 * The policy that a document stands for: every absent key gets what it means. This is the one home of every default;
 * two documents are the same policy exactly when this makes the same of them.
 *
 * @param document - as `parsePolicy` returned it
 */
export function normalisePolicy(document: PolicyDocument): Policy {
  const { cutoffs, roles, decisionDeadlines, lifecycle, alerts } = document;
  const { definition, icp, qualification } = document;
  return {
    name: document.name,
    mode: document.mode ?? 'observe',
    goLiveAt: instantOrNull(document.goLiveAt),
    trigger: document.trigger,
    reenter: document.reenter ?? null,
    required: required(document.required),
    fit: scored(document.fit, fitRule),
    intent: scored(document.intent, (rule) => intentRule(rule, cutoffs.intent['1'])),
    cutoffs,
    models: (document.models ?? []).map((model) => ({
      id: model.id,
      label: model.label,
      when: model.when,
      fit: model.fit ? scored(model.fit, fitRule) : null,
      intent: model.intent
        ? scored(model.intent, (rule) => intentRule(rule, (model.cutoffs ?? cutoffs).intent['1']))
        : null,
      cutoffs: model.cutoffs ?? null,
    })),
    disqualify: (document.disqualify ?? []).map(({ id, label, when, reasonCode, then }) => ({
      id,
      label,
      when,
      reasonCode,
      then: then ?? 'stop',
    })),
    ownDomains: document.ownDomains ?? [],
    competitors: document.competitors ?? [],
    tiers: document.tiers.map(({ id, tier, label, when, sla, cadence, state }) => ({
      id,
      tier,
      label: label ?? id,
      when,
      sla: sla ?? null,
      cadence: cadence ?? null,
      state: state ?? 'awaiting_decision',
    })),
    routing: routing(document.routing ?? {}),
    calendars: mapped(document.calendars, calendar),
    plays: (document.plays ?? []).map(
      ({ id, label, when, goal, opener, questions, meetingLink }) => ({
        id,
        label: label ?? goal,
        when,
        goal,
        opener,
        questions: questions ?? [],
        meetingLink: meetingLink ?? false,
      }),
    ),
    cadences: mapped(document.cadences, ({ label, touches }, id) => ({
      label: label ?? id,
      touches: touches.map(({ day, channel, note }) => ({ day, channel, note: note ?? null })),
    })),
    reasons: (document.reasons ?? []).map(reason),
    briefs: (document.briefs ?? []).map(normaliseBrief),
    tracks: document.tracks ?? [],
    definition: definition
      ? { text: definition.text, reviewOn: definition.reviewOn ?? null }
      : null,
    icp: icp
      ? {
          who: icp.who,
          problem: icp.problem,
          notFor: icp.notFor ?? null,
          reviewOn: icp.reviewOn ?? null,
        }
      : null,
    qualification: qualification
      ? {
          confirm: qualification.confirm,
          rubric: qualification.rubric ?? [],
          next: qualification.next ?? [],
          intake: qualification.intake ?? [],
        }
      : null,
    roles: {
      revops: roles?.revops ?? null,
      marketing: roles?.marketing ?? null,
      sales: roles?.sales ?? null,
      leadership: roles?.leadership ?? null,
    },
    escalation: (document.escalation ?? []).map((rung) => ({
      tier: rung.tier,
      afterMinutes: rung.afterMinutes ?? null,
      atDue: rung.atDue ?? false,
      businessDaysAfterDue: rung.businessDaysAfterDue ?? null,
      minutesAfterDue: rung.minutesAfterDue ?? null,
      do: rung.do,
    })),
    decisionDeadlines: {
      tier_1: decisionDeadlines?.tier_1 ?? null,
      tier_2: decisionDeadlines?.tier_2 ?? null,
      tier_3: decisionDeadlines?.tier_3 ?? null,
    },
    decide: { who: document.decide?.who ?? 'owner_or_manager' },
    publish: { who: document.publish?.who ?? [], needs: document.publish?.needs ?? [] },
    lifecycle: {
      // Null is a choice of its own: the stage stays.
      onAccept: lifecycle?.onAccept === undefined ? ACCEPT_STAGE : lifecycle.onAccept,
      leadStatus: lifecycle?.leadStatus ?? {},
    },
    alerts: {
      rejectionWatch: alerts?.rejectionWatch ?? null,
      rejectionAlert: alerts?.rejectionAlert ?? null,
    },
    examples: (document.examples ?? []).map(({ name, lead, tier, now }) => ({
      name,
      lead,
      tier,
      now: instantOrNull(now),
    })),
  };
}

/**
 * A rule of which nothing else is said asks to be contacted when it is of high strength and reaches intent level 1
 * alone ("100, so level 1 at once", P15).
 */
function intentRule(rule: IntentRuleDocument, level1: number): IntentRule {
  const { id, label, when, points } = rule;
  const strength = rule.strength ?? 'medium';
  return {
    id,
    label,
    strength,
    when,
    points,
    freshDays: rule.freshDays ?? 0,
    halfLifeDays: rule.halfLifeDays ?? null,
    maxCount: rule.maxCount ?? null,
    say: rule.say ?? null,
    request: rule.request ?? (strength === 'high' && points >= Math.max(level1, 1)),
    act: rule.act ?? null,
    kind: rule.kind ?? id,
  };
}

function fitRule({ id, label, when, points, optional }: FitRuleDocument): FitRule {
  return { id, label, when, points, optional: optional ?? false };
}

function required(document: PolicyDocument['required']): Policy['required'] {
  const tiers = Array.isArray(document) ? { all: document } : (document ?? {});
  const of = (tier: Tier): readonly string[] => [
    ...new Set(
      [...(tiers.all ?? []), ...(tiers[tier] ?? [])].map((field) => [field].flat().join('|')),
    ),
  ];
  return { tier_1: of('tier_1'), tier_2: of('tier_2'), tier_3: of('tier_3') };
}

function scored<Raw, Rule>(
  model:
    | { readonly source: 'rules'; readonly rules: readonly Raw[] }
    | {
        readonly source: 'property';
        readonly property: string;
        readonly scale: readonly [number, number];
        readonly rules?: readonly Raw[] | undefined;
      },
  rule: (raw: Raw) => Rule,
): Scored<Rule> {
  const rules = (model.rules ?? []).map(rule);
  return model.source === 'rules'
    ? { source: 'rules', rules }
    : { source: 'property', property: model.property, scale: model.scale, rules };
}

function routing(document: NonNullable<PolicyDocument['routing']>): Policy['routing'] {
  const { fallback } = document;
  return {
    keepContactOwner: document.keepContactOwner ?? false,
    keepAccountOwner: document.keepAccountOwner ?? false,
    rules: (document.rules ?? []).map(({ id, label, when, pool }) => ({
      id,
      label: label ?? id,
      when,
      pool,
    })),
    pools: mapped(document.pools, pool),
    fallback: fallback
      ? {
          pool: fallback.pool,
          processOwner: fallback.processOwner ?? null,
          dueMinutes: fallback.dueMinutes ?? HELD_MINUTES,
        }
      : null,
  };
}

type PoolDocument = NonNullable<NonNullable<PolicyDocument['routing']>['pools']>[string];

function pool(document: PoolDocument, id: string): PolicyPool {
  return {
    label: document.label ?? id,
    members: document.members.map(({ ownerId, weight, capacity }) => ({
      ownerId,
      weight: weight ?? 1,
      capacity: capacity ?? null,
    })),
    calendar: document.calendar ?? null,
    lead: document.lead ?? null,
    overflow: document.overflow ?? null,
    qualifies: document.qualifies ?? false,
  };
}

function calendar({
  timeZone,
  hours,
  holidays,
}: NonNullable<PolicyDocument['calendars']>[string]): PolicyCalendar {
  return {
    timeZone,
    hours: {
      mon: hours.mon ?? [],
      tue: hours.tue ?? [],
      wed: hours.wed ?? [],
      thu: hours.thu ?? [],
      fri: hours.fri ?? [],
      sat: hours.sat ?? [],
      sun: hours.sun ?? [],
    },
    holidays: holidays ?? [],
  };
}

function reason(document: NonNullable<PolicyDocument['reasons']>[number]): Reason {
  const { code, label, kind, path } = document;
  return {
    code,
    label,
    kind,
    path,
    track: document.track ?? null,
    pauseDays: document.pauseDays ?? null,
    countsAgainstShare: document.countsAgainstShare ?? true,
    noteRequired: document.noteRequired ?? false,
    retired: document.retired ?? false,
  };
}

function mapped<Raw, Value>(
  record: Readonly<Record<string, Raw>> | undefined,
  value: (raw: Raw, key: string) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(record ?? {}).map(([key, raw]) => [key, value(raw, key)]),
  );
}

/** The schema let nothing through that is no instant. */
function instantOrNull(text: string | undefined): Instant | null {
  const parsed = parseInstant(text);
  return parsed.ok ? parsed.value : null;
}
