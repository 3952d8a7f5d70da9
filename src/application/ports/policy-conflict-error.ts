import { AppError } from './app-error.ts';

/** Somebody else published a policy first; the change must be looked at again on top of theirs. */
export class PolicyConflictError extends AppError {
  readonly code = 'policy-conflict';
  /** The version that is live now; null when there is none. */
  readonly live: string | null;

  constructor(expected: string | null, live: string | null) {
    super(
      live === null
        ? `The policy was changed on top of ${expected ?? 'none'}, but none is published. Run "baton install" first.`
        : `The policy was changed on top of ${expected ?? 'none'}, but ${live} is live. Look at it with "baton policy show --json", make the change on top of it, and publish that with --expected ${live}.`,
    );
    this.live = live;
  }
}
