import { createScratch, type Scratch, type WorldSizes } from './world.ts';

/**
 * Lends out worlds of one policy, so that judging many leads makes no garbage. Whoever takes one has it alone until it
 * is given back. One that is not given back, because judging failed, is simply lost and another made in its place.
 */
export interface WorldPool {
  /** A world with whatever the last borrower left in it: write before reading. */
  readonly take: () => Scratch;
  /** The borrower, and whatever it hands on, must not look at the world after this. */
  readonly give: (world: Scratch) => void;
}

/** An empty pool; as many worlds are made as are ever out at the same time. */
export function createWorldPool(sizes: WorldSizes): WorldPool {
  const free: Scratch[] = [];
  return {
    take: () => free.pop() ?? createScratch(sizes),
    give: (world) => {
      free.push(world);
    },
  };
}
