import type { LeadEvent } from '../../condition/lead-facts.ts';
import { TRUE } from '../../condition/truth.ts';
import type { Occurrence } from '../compile/compile-evidence.ts';
import type { CompiledIntentRule } from '../compile/compiled-policy.ts';
import type { World } from '../compile/world.ts';

const NOTHING: readonly Occurrence[] = [];

/**
 * What an intent rule counts of a lead, newest first. One dated occurrence counts for the first rule of its act that
 * matches and for no other (design §6): a form that two rules recognise is one act.
 */
export function countedOf(rule: CompiledIntentRule, world: World): readonly Occurrence[] {
  const matching = matchingOf(rule, world);
  const { rivals } = rule;
  if (rivals.length === 0 || matching.length === 0) return matching;
  return matching.filter(
    ({ age }) =>
      !rivals.some((rival) => matchingOf(rival, world).some((taken) => Object.is(taken.age, age))),
  );
}

/** What an intent rule recognises, whoever else does. */
function matchingOf({ evidence, index }: CompiledIntentRule, world: World): readonly Occurrence[] {
  if (evidence.kind === 'event') return world.occurrences[index] ?? NOTHING;
  if (evidence.test(world.truths, world.view) !== TRUE) return NOTHING;
  const age = evidence.dateSlot < 0 ? NaN : (world.ages[evidence.dateSlot] ?? NaN);
  return age === Infinity ? NOTHING : [{ age, act: STATE }];
}

/** Evidence that is no act of its own, such as membership of a list. */
const STATE: LeadEvent = { type: 'state', occurredAt: '', properties: {} };
