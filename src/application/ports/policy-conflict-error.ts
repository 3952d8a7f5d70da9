import { AppError } from './app-error.ts';

/** Somebody else published a policy first; the change must be looked at again on top of theirs. */
export class PolicyConflictError extends AppError {
  readonly code = 'policy-conflict';
  /** The version that is live now; null when there is none. */
  readonly live: string | null;

  constructor(expected: string | null, live: string | null) {
    super(
      `The policy was changed on top of ${expected ?? 'none'}, but ${live ?? 'none'} is live; load the live policy, make the change again and publish that`,
    );
    this.live = live;
  }
}
