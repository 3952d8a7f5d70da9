/** The build cannot go on for a reason the person who started it can mend; the message says how. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}
