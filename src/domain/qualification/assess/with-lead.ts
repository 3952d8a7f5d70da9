import type { LeadFacts } from '../../condition/lead-facts.ts';
import { TRUE, UNKNOWN } from '../../condition/truth.ts';
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
 * @param use - gets the world for as long as it runs, and who judges it; must neither keep the world nor be
 *   asynchronous
 */
export function withLead<T>(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
  use: (world: Scratch, assessment: Assessment, models: Models) => T,
): T {
  const models = modelsOf(compiled, facts, now);
  return withModel(models.own, facts, now, (world, assessment) => use(world, assessment, models));
}

/** The same by one model, whether it is the lead's or not. */
export function withModel<T>(
  model: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
  use: (world: Scratch, assessment: Assessment) => T,
): T {
  const { worlds } = model;
  const world = worlds.take();
  fillWorld(model, facts, now, world);
  const result = use(world, assess(model, world));
  worlds.give(world);
  return result;
}

/** Who judges a lead (R57, R58). */
export interface Models {
  /** The first whose condition is certain to hold, else the policy's own. */
  readonly own: CompiledPolicy;
  /** Those that would judge it instead if what is unknown turned out so. */
  readonly others: readonly CompiledPolicy[];
}

function modelsOf(compiled: CompiledPolicy, facts: LeadFacts, now: Instant): Models {
  const others: CompiledPolicy[] = [];
  for (const { holds, compiled: model } of compiled.models) {
    const truth = holds(facts, now);
    if (truth === TRUE) return { own: model, others };
    if (truth === UNKNOWN) others.push(model);
  }
  return { own: compiled, others };
}
