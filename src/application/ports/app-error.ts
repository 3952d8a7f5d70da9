/**
 * An error that names its cause by a stable code (style rule 4). Subclasses live where the cause is known; the code
 * becomes an HTTP status or an exit code once, at the entry.
 */
export abstract class AppError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
