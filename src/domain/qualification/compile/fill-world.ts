import { HANDOFF } from '../../property-names.ts';
import { parseInstant, type Instant } from '../../instant.ts';
import { agesOfMatching } from './compile-evidence.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import type { Slot } from '../../condition/fact-table.ts';
import type { LeadFacts } from '../../condition/lead-facts.ts';
import { FALSE, TRUE, UNKNOWN } from '../../condition/truth.ts';
import { parseNumber } from '../../condition/value-test.ts';
import type { Scratch } from './world.ts';

const NO_OCCURRENCES: readonly number[] = [];

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
      const at = parseInstant(date);
      world.dates[slot.index] = date;
      world.ages[slot.index] = at.ok ? now - at.value : NaN;
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
  for (const { index, evidence } of compiled.intent) {
    if (evidence.kind === 'event') {
      world.occurrences[index] =
        facts.events === undefined || facts.events.length === 0
          ? NO_OCCURRENCES
          : agesOfMatching(evidence, facts.events, now);
    }
  }
  world.fitRaw = rawScore(compiled, compiled.fitProperty?.slot, facts);
  world.intentRaw = rawScore(compiled, compiled.intentProperty?.slot, facts);
  readOverride(world, facts);
}

/** What a comparison of an unset field gives (design §6). */
export function unsetTruth(op: string): 0 | 1 | 2 {
  if (op === 'known') return FALSE;
  return op === 'unknown' ? TRUE : UNKNOWN;
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
