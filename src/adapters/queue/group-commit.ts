/**
 * Writes what is handed in while a write is under way in one go after it, as databases do with their logs: ten deliveries that
 * arrive together cost two writes rather than ten in a row.
 *
 * @param write - stores all of them or rejects
 * @returns a function that resolves once its item is stored, and rejects with what the write of its group raised
 */
export function createGroupCommit<Item>(
  write: (items: readonly Item[]) => Promise<void>,
): (item: Item) => Promise<void> {
  let waiting: Item[] = [];
  let next: Promise<void> | null = null;
  let running: Promise<void> = Promise.resolve();

  const writeWaiting = async (): Promise<void> => {
    const group = waiting;
    waiting = [];
    next = null;
    await write(group);
  };
  return (item) => {
    waiting.push(item);
    if (next === null) {
      next = running.then(writeWaiting);
      // The next group starts after this one, whatever became of it; its own callers hear of a failure.
      running = next.catch(() => undefined);
    }
    return next;
  };
}
