import type { LeadEvent } from '../../condition/lead-facts.ts';
import type { Instant } from '../../instant.ts';
import type { Occurrence } from './compile-evidence.ts';
import { copyView, emptyView, type VerdictView, type ViewScratch } from '../assess/verdict-view.ts';

/**
 * Everything a policy looks at in one lead, and what it concludes from it. Whoever is handed a `World` only reads it;
 * to ask "what if" there are copies (`withCopy`).
 */
export interface World {
  /** The arrays of numbers below as one. */
  readonly memory: ArrayLike<number>;
  readonly now: Instant;
  /** By atom. */
  readonly truths: ArrayLike<number>;
  /** By slot: 1 where the field is set. */
  readonly set: ArrayLike<number>;
  /** By dated slot: milliseconds before now; NaN where none is set, Infinity where nobody can tell (`ageOf`). */
  readonly ages: ArrayLike<number>;
  /** By dated slot: the date as HubSpot wrote it; null where none is set. */
  readonly dates: ArrayLike<string | null>;
  /** By dimension: 1 where one of its fields is unset. */
  readonly open: ArrayLike<number>;
  /** What the lead did, where the policy counts acts. */
  readonly acts: readonly LeadEvent[];
  /** By intent rule that counts acts: those that match, newest first. */
  readonly occurrences: ArrayLike<readonly Occurrence[]>;
  /** By intent rule that counts acts: 1 where one matches of which nobody can tell when it was. */
  readonly undatable: ArrayLike<number>;
  /** Raw property scores, NaN where unset. */
  readonly fitRaw: number;
  readonly intentRaw: number;
  /** Filled in by `assess`: points now, occurrences and whether it asks for contact, by intent rule. */
  readonly points: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
  readonly asks: ArrayLike<number>;
  /** `handoff_fit_override` where it is documented with a reason; else null (R39). */
  readonly override: 'icp_exception' | 'not_icp' | null;
  readonly overrideReason: string;
  readonly view: VerdictView;
}

/** A world that is being written: the one a lead is read into, or a copy to look ahead in. */
export interface Scratch extends World {
  readonly memory: Uint8Array;
  now: Instant;
  readonly truths: Uint8Array;
  readonly set: Uint8Array;
  readonly ages: Float64Array;
  readonly dates: (string | null)[];
  readonly open: Uint8Array;
  acts: readonly LeadEvent[];
  readonly occurrences: (readonly Occurrence[])[];
  readonly undatable: Uint8Array;
  fitRaw: number;
  intentRaw: number;
  readonly points: Float64Array;
  readonly counts: Int32Array;
  readonly asks: Uint8Array;
  override: World['override'];
  overrideReason: string;
  readonly view: ViewScratch;
  /** By kind, for counting them. */
  readonly kindSeen: Uint8Array;
}

/** How much of everything a policy has. */
export interface WorldSizes {
  readonly atoms: number;
  readonly slots: number;
  readonly dimensions: number;
  readonly intentRules: number;
  readonly kinds: number;
}

const NO_OCCURRENCES: readonly Occurrence[] = [];
const NO_ACTS: readonly LeadEvent[] = [];

/** An unwritten world of the right sizes for a policy. */
export function createScratch(sizes: WorldSizes): Scratch {
  const { atoms, slots, dimensions, intentRules, kinds } = sizes;
  // All numbers lie in one stretch of memory, so that a copy is one move; the wide ones first, for their alignment.
  const wide = 8 * (slots + intentRules);
  const counts = wide + 4 * intentRules;
  const bytes = atoms + slots + dimensions + 2 * intentRules + kinds;
  const memory = new ArrayBuffer(counts + bytes);
  let at = counts;
  const next = (length: number): Uint8Array<ArrayBuffer> => {
    const part = new Uint8Array(memory, at, length);
    at += length;
    return part;
  };
  return {
    memory: new Uint8Array(memory),
    now: 0 as Instant,
    truths: next(atoms),
    set: next(slots),
    ages: new Float64Array(memory, 0, slots),
    dates: Array.from({ length: slots }, () => null),
    open: next(dimensions),
    acts: NO_ACTS,
    occurrences: Array.from({ length: intentRules }, () => NO_OCCURRENCES),
    undatable: next(intentRules),
    fitRaw: NaN,
    intentRaw: NaN,
    points: new Float64Array(memory, 8 * slots, intentRules),
    counts: new Int32Array(memory, wide, intentRules),
    asks: next(intentRules),
    override: null,
    overrideReason: '',
    view: emptyView(intentRules),
    kindSeen: next(kinds),
  };
}

/** Makes `into` the same as `from`, a world of the same policy. */
export function copyWorld(from: World, into: Scratch): void {
  into.memory.set(from.memory);
  into.now = from.now;
  into.acts = from.acts;
  for (let slot = 0; slot < from.dates.length; slot++) into.dates[slot] = from.dates[slot] ?? null;
  for (let rule = 0; rule < from.occurrences.length; rule++) {
    into.occurrences[rule] = from.occurrences[rule] ?? NO_OCCURRENCES;
  }
  into.fitRaw = from.fitRaw;
  into.intentRaw = from.intentRaw;
  into.override = from.override;
  into.overrideReason = from.overrideReason;
  copyView(from.view, into.view);
}
