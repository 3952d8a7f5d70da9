import { DERIVED_ACT_PROPERTIES, DERIVED_ACTS } from '../../domain/condition/acts-of.ts';
import { DAY, instant, type Instant } from '../../domain/instant.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { EventQuery } from '../ports/crm.ts';

/** Read whatever the rules name: derived fields look at the pages seen. */
const ALWAYS = ['url'];

/**
 * The events that a policy counts, as far back as its most patient rule looks; null when it counts none. Nothing else
 * of what a person did is read or kept.
 */
export function wantedEvents(policy: Policy, now: Instant): EventQuery | null {
  const counted = policy.intent.rules.flatMap(({ when }) => ('event' in when ? [when] : []));
  const types = new Set(
    counted.flatMap(({ event }) => event).filter((type) => !DERIVED_ACTS.includes(type)),
  );
  if (types.size === 0) return null;
  const days = Math.max(...counted.map(({ withinDays }) => withinDays ?? Infinity));
  return {
    types: [...types],
    properties: [
      ...new Set([
        ...ALWAYS,
        ...counted
          .flatMap(({ match }) => Object.keys(match ?? {}))
          .filter((name) => !DERIVED_ACT_PROPERTIES.includes(name)),
      ]),
    ],
    occurredAfter: days === Infinity ? null : instant(now - days * DAY),
  };
}
