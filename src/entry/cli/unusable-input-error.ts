import { AppError } from '../../application/ports/app-error.ts';

/** A file or an option cannot be used as it is: wrong use, exit code 2 (design §9). */
export class UnusableInputError extends AppError {
  readonly code = 'config-invalid';
}
