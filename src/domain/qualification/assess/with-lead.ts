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
 * @param use - gets the world for as long as it runs, and the model that judged; must neither keep the world nor be
 *   asynchronous
 */
export function withLead<T>(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
  use: (world: Scratch, assessment: Assessment, model: CompiledPolicy) => T,
): T {
  return withModel(modelOf(compiled, facts, now), facts, now, use);
}

/** The same by one model, whether it is the lead's or not. */
export function withModel<T>(
  model: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
  use: (world: Scratch, assessment: Assessment, model: CompiledPolicy) => T,
): T {
  const { worlds } = model;
  const world = worlds.take();
  fillWorld(model, facts, now, world);
  const result = use(world, assess(model, world), model);
  worlds.give(world);
  return result;
}

/** The model that judges a lead: the first whose condition is certain to hold, else the policy's own (R57, R58). */
function modelOf(compiled: CompiledPolicy, facts: LeadFacts, now: Instant): CompiledPolicy {
  const held = compiled.models.find(({ holds }) => holds(facts, now) === TRUE);
  return held?.compiled ?? compiled;
}

/** The models that would judge the lead if what is unknown turned out so; without the one that judges it now. */
export function otherModels(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
): readonly CompiledPolicy[] {
  const others: CompiledPolicy[] = [];
  for (const { holds, compiled: model } of compiled.models) {
    const truth = holds(facts, now);
    if (truth === TRUE) return others;
    if (truth === UNKNOWN) others.push(model);
  }
  return others;
}
