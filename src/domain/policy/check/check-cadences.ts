import { faultAt, type PolicyFault } from './policy-fault.ts';
import type { ReadablePolicy } from './readable-policy.ts';
import type { CadenceDocument, TierEntryDocument } from '../policy-document.ts';

/** How many touches in how many days, by tier (R166 to R168). Day 0 is the first day, so 10 days end on day 9 or 10. */
const RANGES: Readonly<
  Record<
    TierEntryDocument['tier'],
    { readonly touches: readonly [number, number]; readonly days: readonly [number, number] | null }
  >
> = {
  tier_1: { touches: [5, 7], days: [10, 14] },
  tier_2: { touches: [4, 6], days: [14, 21] },
  tier_3: { touches: [0, 2], days: null },
};

/** Channels in one cadence, where it has that many touches (D14, R169). */
const CHANNELS = 3;

/** Cadences outside the ranges of the tiers that use them, with too few channels or days out of order. */
export function checkCadences({ cadences, tiers }: ReadablePolicy): readonly PolicyFault[] {
  return cadences.flatMap(({ path, value }) => {
    const name = String(path.at(-1));
    const users = new Set(
      tiers
        .filter(({ value: entry }) => entry.cadence === name)
        .map(({ value: entry }) => entry.tier),
    );
    return [
      ...orderFaults(path, value),
      ...channelFaults(path, value, users),
      ...[...users].flatMap((tier) => rangeFaults(path, value, tier)),
    ];
  });
}

function orderFaults(
  path: readonly PropertyKey[],
  { touches }: CadenceDocument,
): readonly PolicyFault[] {
  const late = touches.findIndex(({ day }, index) => day < (touches[index - 1]?.day ?? 0));
  return late < 0
    ? []
    : [
        faultAt(
          [...path, 'touches', late, 'day'],
          'This touch comes before the one above it.',
          'Order touches by day.',
        ),
      ];
}

function channelFaults(
  path: readonly PropertyKey[],
  { touches }: CadenceDocument,
  users: ReadonlySet<TierEntryDocument['tier']>,
): readonly PolicyFault[] {
  const channels = new Set(touches.map(({ channel }) => channel)).size;
  const wanted = Math.min(CHANNELS, touches.length);
  const light = users.size === 1 && users.has('tier_3');
  return channels >= wanted || light
    ? []
    : [
        faultAt(
          [...path, 'touches'],
          `${touches.length} touches use ${channels} ${channels === 1 ? 'channel' : 'channels'}.`,
          `Use at least ${wanted}: phone, email and linkedin, for example (R169).`,
        ),
      ];
}

function rangeFaults(
  path: readonly PropertyKey[],
  { touches }: CadenceDocument,
  tier: TierEntryDocument['tier'],
): readonly PolicyFault[] {
  const range = RANGES[tier];
  const faults: PolicyFault[] = [];
  const [fewest, most] = range.touches;
  if (touches.length < fewest || touches.length > most) {
    faults.push(
      faultAt(
        [...path, 'touches'],
        `${touches.length} touches are outside the range of ${tier}.`,
        `Use ${fewest} to ${most} touches (R166 to R168).`,
      ),
    );
  }
  const last = touches.at(-1)?.day ?? 0;
  if (range.days && (last + 1 < range.days[0] || last > range.days[1])) {
    faults.push(
      faultAt(
        [...path, 'touches'],
        `The last touch is on day ${last}, outside the range of ${tier}.`,
        `Spread the touches over ${range.days[0]} to ${range.days[1]} days (R166, R167).`,
      ),
    );
  }
  return faults;
}
