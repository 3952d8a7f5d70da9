import type { Happenings } from '../command.ts';

/**
 * A diverted lead ends where whoever has the account took it up (R73): nobody accepted or rejected anything.
 *
 * @param why - in words
 */
export function answered(why: string): Happenings[number] {
  return { kind: 'closed', outcome: 'diverted', why };
}
