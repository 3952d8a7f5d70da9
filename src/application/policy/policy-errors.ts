import { AppError } from '../ports/app-error.ts';

/** There is no policy to change yet. */
export class NoPolicyError extends AppError {
  readonly code = 'no-policy';

  constructor() {
    super('There is no policy yet. Run "baton install" first.');
  }
}

/** No version of this name was ever published. */
export class NoSuchVersionError extends AppError {
  readonly code = 'no-such-policy-version';
}

/** The document has faults, places an example lead elsewhere than agreed, or would take something away unasked. */
export class PolicyNotPublishableError extends AppError {
  readonly code = 'policy-not-publishable';
}

/** Somebody else has to publish, or others have to agree first. */
export class PolicyNotAllowedError extends AppError {
  readonly code = 'policy-not-allowed';
}
