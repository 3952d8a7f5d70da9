import { FALSE, TRUE, UNKNOWN, type Truth } from '../../condition/truth.ts';

/** What a comparison of an unset field gives (design §6). */
export function unsetTruth(op: string): Truth {
  if (op === 'known') return FALSE;
  return op === 'unknown' ? TRUE : UNKNOWN;
}
