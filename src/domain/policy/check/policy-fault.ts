/** One thing wrong with a policy document. */
export interface PolicyFault {
  /** Where, such as `fit.rules.2.when.op`; empty for the document as a whole. */
  readonly path: string;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A fault at a place given as keys and indexes. */
export function faultAt(
  path: readonly PropertyKey[],
  message: string,
  remedy: string,
): PolicyFault {
  return { path: path.map(String).join('.'), message, remedy };
}
