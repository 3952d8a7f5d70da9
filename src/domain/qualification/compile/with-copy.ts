import type { CompiledPolicy } from './compiled-policy.ts';
import { copyWorld, type Scratch, type World } from './world.ts';

/**
 * Runs something on a copy of a lead's world, to write "what if" into; the world itself stays as it is.
 *
 * @param compiled - the policy of the world
 * @param world - of the lead
 * @param use - gets the copy for as long as it runs; must neither keep it nor be asynchronous
 */
export function withCopy<T>(compiled: CompiledPolicy, world: World, use: (ahead: Scratch) => T): T {
  const { worlds } = compiled;
  const ahead = worlds.take();
  copyWorld(world, ahead);
  const result = use(ahead);
  worlds.give(ahead);
  return result;
}
