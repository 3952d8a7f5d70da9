import type { LeadFacts } from '../../condition/lead-facts.ts';
import type { Instant } from '../../instant.ts';
import type { CompiledPolicy } from '../compile/compiled-policy.ts';
import { fillWorld } from '../compile/fill-world.ts';
import type { Scratch } from '../compile/world.ts';
import { assess, type Assessment } from './assess.ts';

/**
 * Reads a lead, draws every conclusion, and runs something on them. Evaluations of one policy may nest and interleave:
 * each has a world of its own.
 *
 * @param compiled - the policy that judges
 * @param facts - all that is known of the lead
 * @param now - instant as of which it is judged
 * @param use - gets the world for as long as it runs; must neither keep it nor be asynchronous
 */
export function withLead<T>(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
  use: (world: Scratch, assessment: Assessment) => T,
): T {
  const { worlds } = compiled;
  const world = worlds.take();
  fillWorld(compiled, facts, now, world);
  const result = use(world, assess(compiled, world));
  worlds.give(world);
  return result;
}
