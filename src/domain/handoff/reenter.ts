import { HOUR, parseInstant, type Instant } from '../instant.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../qualification/verdict.ts';
import type { HandoffEvent } from './events.ts';
import type { Handoff } from './handoff.ts';

/**
 * Whether a lead that sales does not have comes back (R186): it showed a signal of the policy's strength after the
 * last decision, and either enough time has passed or it is a Tier 1 lead now (D30). A customer who asks again comes back
 * to whoever has the account.
 *
 * @returns what brought it back, in words; null when nothing changes
 */
export function comesBackBy(
  handoff: Handoff,
  verdict: Pick<Verdict, 'intent' | 'status' | 'tier'>,
  { reenter, intent }: Policy,
  now: Instant,
): string | null {
  if (!reenter || (verdict.status !== 'awaiting_decision' && verdict.status !== 'diverted')) {
    return null;
  }
  const last = lastDecided(handoff);
  const strong = new Set(
    intent.rules.filter(({ strength }) => strength === reenter.strength).map(({ id }) => id),
  );
  const fresh = verdict.intent.contributions.find(({ rule, occurredAt }) => {
    const at = parseInstant(occurredAt);
    return strong.has(rule) && at.ok && at.value > last;
  });
  if (!fresh) return null;
  const apart = reenter.minHours * HOUR;
  return now - last < apart && verdict.tier !== 'tier_1' ? null : `came back: ${fresh.label}`;
}

/** When somebody last decided or answered, else when it was opened. */
function lastDecided({ state, opened, events }: Handoff): Instant {
  if ('at' in state) return state.at;
  if (state.status !== 'closed') return opened.at;
  const answered = state.outcome === 'diverted' ? events.findLast(isEnd) : undefined;
  return state.accepted?.at ?? answered?.at ?? opened.at;
}

function isEnd({ kind }: HandoffEvent): boolean {
  return kind === 'closed' || kind === 'set_by_hand';
}
