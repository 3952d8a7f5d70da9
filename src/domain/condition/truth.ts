/**
 * Kleene's three truth values as numbers in order, so that `and` is the smaller and `or` the larger of two.
 * Unknown is a value of its own: it never becomes false by being negated (design §2.7).
 */
export type Truth = 0 | 1 | 2;

export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;

/** Turns what is known for certain into a truth value. */
export function truthOf(holds: boolean): Truth {
  return holds ? TRUE : FALSE;
}

/** Not: true and false change places, unknown stays. */
export function not(truth: Truth): Truth {
  return (TRUE - truth) as Truth;
}

/** Both: false wins over unknown, unknown over true. */
export function and(a: Truth, b: Truth): Truth {
  return a < b ? a : b;
}

/** Either: true wins over unknown, unknown over false. */
export function or(a: Truth, b: Truth): Truth {
  return a > b ? a : b;
}
