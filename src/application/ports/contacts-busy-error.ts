import { AppError } from './app-error.ts';

/** Somebody else works the same contact and does not finish. */
export class ContactsBusyError extends AppError {
  readonly code = 'contacts-busy';

  constructor(options?: ErrorOptions) {
    super('Somebody else is changing this lead right now. Try again in a moment.', options);
  }
}
