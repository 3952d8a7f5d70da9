import fc from 'fast-check';
import { A_CUSTOMERS_LIFE, A_FULL_LIFE, aLife } from './handoff-life.ts';
import { liveThrough, type Moment } from './live-through.ts';

/** Says what is wrong at a moment of a life; made anew for each life, so that it may remember. */
export type Law = () => (moment: Moment) => readonly string[];

/**
 * Lives a full life, a customer's and hundreds of random lives of a handoff and asks the law at every moment of them.
 *
 * @param law - says what is wrong
 * @param judge - is told once for each life what was wrong in it; throws where that must not be
 */
export function everyLife(law: Law, judge: (broken: readonly string[]) => void): void {
  fc.assert(
    fc.property(aLife, (life) => {
      const broken: string[] = [];
      const says = law();
      liveThrough(life, (moment) => broken.push(...says(moment)));
      judge(broken);
    }),
    { numRuns: 200, examples: [[A_FULL_LIFE], [A_CUSTOMERS_LIFE]] },
  );
}
