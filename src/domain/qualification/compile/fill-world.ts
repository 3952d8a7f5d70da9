import { HANDOFF } from '../../property-names.ts';
import type { Instant } from '../../instant.ts';
import { ageOf, occurrencesOf, type Occurrence } from './compile-evidence.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import type { Slot } from '../../condition/fact-table.ts';
import { actsOf } from '../../condition/acts-of.ts';
import type { LeadEvent, LeadFacts } from '../../condition/lead-facts.ts';
import { parseNumber, unsetTruth } from '../../condition/value-test.ts';
import type { Scratch } from './world.ts';

const NO_OCCURRENCES: readonly Occurrence[] = [];
const NO_ACTS: readonly LeadEvent[] = [];

/** Reads one lead into a world: every field once, every comparison once. All that `assess` looks at is written. */
export function fillWorld(
  compiled: CompiledPolicy,
  facts: LeadFacts,
  now: Instant,
  world: Scratch,
): void {
  world.now = now;
  const value = { raw: '', lower: '', number: NaN };
  for (const slot of compiled.facts.slots) {
    const raw = slot.read(facts);
    world.set[slot.index] = raw === null ? 0 : 1;
    if (slot.dated) {
      const date = slot.field.startsWith('segment.') ? joinedAt(slot, facts) : raw;
      world.dates[slot.index] = date;
      const age = ageOf(date, now);
      world.ages[slot.index] = age;
      // A date that tells nothing is as open as one that is missing.
      if (age === Infinity) world.set[slot.index] = 0;
    }
    if (raw === null) {
      for (const atom of slot.atoms) world.truths[atom.index] = unsetTruth(atom.source.op);
      continue;
    }
    if (slot.atoms.length === 0) continue;
    value.raw = raw;
    value.lower = raw.toLowerCase();
    value.number = parseNumber(raw);
    for (const atom of slot.atoms) world.truths[atom.index] = atom.test(value, now);
  }
  for (const { index, slots } of compiled.dimensions) {
    let open: 0 | 1 = 0;
    for (const slot of slots) if (world.set[slot.index] === 0) open = 1;
    world.open[index] = open;
  }
  world.acts = compiled.usesEvents ? actsOf(facts) : NO_ACTS;
  for (const { index, evidence } of compiled.intent) {
    if (evidence.kind !== 'event') continue;
    world.occurrences[index] = NO_OCCURRENCES;
    world.undatable[index] = 0;
    if (world.acts.length === 0) continue;
    const { occurrences, undatable } = occurrencesOf(evidence, world.acts, now);
    world.occurrences[index] = occurrences;
    if (undatable) world.undatable[index] = 1;
  }
  world.fitRaw = rawScore(compiled, compiled.fitProperty?.slot, facts);
  world.intentRaw = rawScore(compiled, compiled.intentProperty?.slot, facts);
  readOverride(world, facts);
}

function joinedAt(slot: Slot, { segments }: LeadFacts): string | null {
  return segments?.find(({ id }) => slot.field === `segment.${id}`)?.joinedAt ?? null;
}

function rawScore(compiled: CompiledPolicy, slot: number | undefined, facts: LeadFacts): number {
  const raw = slot === undefined ? null : compiled.facts.slots[slot]?.read(facts);
  return raw ? parseNumber(raw) : NaN;
}

/** An override without a written reason changes nothing: an exception has to be documented (R39, P16). */
function readOverride(world: Scratch, { properties }: LeadFacts): void {
  const override = properties[HANDOFF.fitOverride];
  const reason = properties[HANDOFF.fitOverrideReason]?.trim() ?? '';
  const valid = override === 'icp_exception' || override === 'not_icp';
  world.override = valid && reason !== '' ? override : null;
  world.overrideReason = reason;
}
