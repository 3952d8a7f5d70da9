/** Batches of one method that are under way at the same time; the rate limiter paces them anyway. */
const BATCHES_AT_ONCE = 6;

/**
 * Splits `items` into batches of at most `size` and works them, several at a time.
 *
 * When one batch fails, no further one is started, and the failure is raised after those under way have ended.
 *
 * @returns what each batch gave, in the order of the batches
 */
export async function inBatches<Item, Given>(
  items: readonly Item[],
  size: number,
  work: (batch: readonly Item[]) => Promise<Given>,
): Promise<readonly Given[]> {
  const batches = Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
  const given = new Map<number, Given>();
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (!failed) {
      const index = next;
      next += 1;
      const batch = batches[index];
      if (batch === undefined) return;
      try {
        given.set(index, await work(batch));
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: BATCHES_AT_ONCE }, lane));
  for (const { status, ...rest } of lanes) {
    if (status === 'rejected' && 'reason' in rest) throw rest.reason;
  }
  return [...given].toSorted(([a], [b]) => a - b).map(([, value]) => value);
}
