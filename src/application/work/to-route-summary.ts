import type { RouteSummary } from '../../domain/handoff/handoff-record.ts';
import { toIso } from '../../domain/instant.ts';
import type { RouteOutcome } from '../../domain/routing/route-lead.ts';
import type { DueFor } from '../../domain/sla/due-for.ts';

/** The clock of a route as the record keeps it; empty where none runs. */
export function routeClock(
  due: DueFor | null,
): Pick<RouteSummary, 'dueAt' | 'warnAt' | 'blocks' | 'calendar'> {
  return {
    dueAt: due ? toIso(due.dueAt) : null,
    warnAt: due?.warnAt ? toIso(due.warnAt) : null,
    blocks: (due?.blocks ?? []).map(({ from, to, minutes }) => ({
      from: toIso(from),
      to: toIso(to),
      minutes,
    })),
    calendar: due?.calendar ?? '',
  };
}

/** A route as the record keeps it, with times as ISO 8601. */
export function toRouteSummary(outcome: RouteOutcome): RouteSummary {
  return {
    ownerId: outcome.kind === 'assigned' ? outcome.ownerId : null,
    pool: outcome.pool,
    via: outcome.kind === 'assigned' ? outcome.via : outcome.code,
    rule: outcome.rule,
    reason: outcome.reason,
    ...routeClock(outcome.due),
    trace: outcome.trace,
  };
}
