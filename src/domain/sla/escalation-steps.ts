import { DAY, MINUTE, type Instant } from '../instant.ts';
import type { Tier } from '../tier.ts';
import { afterBusinessDays, afterMinutes } from './due-at.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** A rung of the ladder as the policy writes it (design §6, D25); `Do` is what has to be done. */
export interface EscalationRule<Do extends string = string> {
  readonly tier: Tier;
  readonly do: Do;
  /** Working minutes after routing. */
  readonly afterMinutes?: number | null | undefined;
  /** At the due instant. */
  readonly atDue?: boolean | undefined;
  /** Working minutes after the due instant. */
  readonly minutesAfterDue?: number | null | undefined;
  readonly businessDaysAfterDue?: number | null | undefined;
}

/** A rung with its instant. */
export interface EscalationStep<Do extends string = string> {
  readonly at: Instant;
  readonly do: Do;
}

/**
 * The ladder of one handoff, earliest first. It counts from routing in the first owner's calendar, so that handing
 * the lead to somebody else gains no time (design §8). Where that calendar has no working time for a month, time is
 * counted around the clock instead: an escalation is never lost. A rule without any of the four times is due at once.
 */
export function escalationSteps<Do extends string>(question: {
  readonly rules: readonly EscalationRule<Do>[];
  readonly tier: Tier;
  readonly routedAt: Instant;
  readonly dueAt: Instant;
  readonly calendar: WorkingCalendar;
}): readonly EscalationStep<Do>[] {
  return question.rules
    .filter((rule) => rule.tier === question.tier)
    .map((rule) => ({ at: instantOf(rule, question), do: rule.do }))
    .sort((a, b) => a.at - b.at);
}

function instantOf(
  rule: EscalationRule,
  {
    routedAt,
    dueAt,
    calendar,
  }: {
    readonly routedAt: Instant;
    readonly dueAt: Instant;
    readonly calendar: WorkingCalendar;
  },
): Instant {
  const days = rule.businessDaysAfterDue ?? null;
  if (days !== null) {
    return afterBusinessDays(days, dueAt, calendar) ?? ((dueAt + days * DAY) as Instant);
  }
  const afterDue = rule.minutesAfterDue ?? (rule.atDue === true ? 0 : null);
  const from = afterDue === null ? routedAt : dueAt;
  const minutes = afterDue ?? rule.afterMinutes ?? 0;
  return afterMinutes(minutes, from, calendar) ?? ((from + minutes * MINUTE) as Instant);
}
