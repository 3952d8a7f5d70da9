import type { Instant } from '../../instant.ts';
import { emptyView, type VerdictView } from '../assess/verdict-view.ts';

/** Everything a policy looks at in one lead, in arrays that are written anew for each lead. */
export interface World {
  now: Instant;
  /** By atom. */
  readonly truths: Uint8Array;
  /** By slot: 1 where the field is set. */
  readonly set: Uint8Array;
  /** By dated slot: milliseconds before now; NaN where no date is known. */
  readonly ages: Float64Array;
  /** By dated slot: the date as HubSpot wrote it; null where none is set. */
  readonly dates: (string | null)[];
  /** By dimension: 1 where one of its fields is unset. */
  readonly open: Uint8Array;
  /** By intent rule with events: ages of the occurrences, newest first. */
  readonly occurrences: (readonly number[])[];
  /** Raw property scores, NaN where unset. */
  fitRaw: number;
  intentRaw: number;
  /** Filled in by `assess`: points now, occurrences and whether it asks for contact, by intent rule. */
  readonly points: Float64Array;
  readonly counts: Int32Array;
  readonly asks: Uint8Array;
  /** By kind, scratch for counting them. */
  readonly kindSeen: Uint8Array;
  /** `handoff_fit_override` where it is documented with a reason; else null (R39). */
  override: 'icp_exception' | 'not_icp' | null;
  overrideReason: string;
  readonly view: VerdictView;
  readonly boundView: VerdictView;
}

/** How much of everything a policy has. */
export interface WorldSizes {
  readonly atoms: number;
  readonly slots: number;
  readonly dimensions: number;
  readonly intentRules: number;
  readonly kinds: number;
}

const NO_OCCURRENCES: readonly number[] = [];

/** Working memory of the right sizes for a policy. */
export function createWorld(sizes: WorldSizes): World {
  return {
    now: 0 as Instant,
    truths: new Uint8Array(sizes.atoms),
    set: new Uint8Array(sizes.slots),
    ages: new Float64Array(sizes.slots),
    dates: Array.from({ length: sizes.slots }, () => null),
    open: new Uint8Array(sizes.dimensions),
    occurrences: Array.from({ length: sizes.intentRules }, () => NO_OCCURRENCES),
    fitRaw: NaN,
    intentRaw: NaN,
    points: new Float64Array(sizes.intentRules),
    counts: new Int32Array(sizes.intentRules),
    asks: new Uint8Array(sizes.intentRules),
    kindSeen: new Uint8Array(sizes.kinds),
    override: null,
    overrideReason: '',
    view: emptyView(sizes.intentRules),
    boundView: emptyView(sizes.intentRules),
  };
}
