import type { Verdict } from '../../qualification/verdict.ts';
import { fieldWords, listed, sentence } from '../../words/phrases.ts';

/** What mends a fault, by the words of the rule that names it. */
const REMEDIES: readonly (readonly [fault: RegExp, remedy: string])[] = [
  [/duplicate|twice/i, 'merge the two records'],
  [/address|e-?mail|bounce|phone|number/i, 'find a working one'],
  [/consent|permission|opted out/i, 'ask for it first'],
];

/**
 * What marketing does about a lead that waits for its data (P16): the fault that a rule of the policy found, what is
 * missing, or both.
 *
 * @example toMend(verdict) // 'The address bounced: find a working one'
 */
export function toMend({ held, missing }: Pick<Verdict, 'held' | 'missing'>): string {
  const fill = `ill in what is missing: ${listed(missing.map(fieldWords))}`;
  if (held === null) return `F${fill}`;
  const remedy = REMEDIES.find(([fault]) => fault.test(held.label))?.[1] ?? 'put it right';
  return `${sentence(held.label)}: ${remedy}${missing.length > 0 ? `; f${fill}` : ''}`;
}
