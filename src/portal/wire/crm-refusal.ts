/** What HubSpot says in the body of a refusal besides `status`, `message` and `correlationId`. */
export interface RefusalDetails {
  readonly category?: string;
  readonly subCategory?: string;
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly errors?: readonly unknown[];
  readonly links?: Readonly<Record<string, string>>;
}

/** A request that HubSpot would refuse; the wire layer turns it into an answer with HubSpot's envelope. */
export class CrmRefusal extends Error {
  readonly status: number;
  readonly details: RefusalDetails;

  constructor(status: number, message: string, details: RefusalDetails = {}) {
    super(message);
    this.name = 'CrmRefusal';
    this.status = status;
    this.details = details;
  }
}

/** A single record that is not there: HubSpot answers with an HTML page, not with JSON (recorded). */
export class NotFoundPage extends Error {
  constructor() {
    super('Resource not found');
    this.name = 'NotFoundPage';
  }
}

/** One property value that HubSpot would not take. */
export interface InvalidValue {
  readonly name: string;
  readonly message: string;
  /** E.g. `PROPERTY_DOESNT_EXIST`, `INVALID_OPTION`, `INVALID_LONG`, `INVALID_DATE`. */
  readonly error: string;
}

/** A 400 in plain words. */
export function validationError(
  message: string,
  context?: Readonly<Record<string, readonly string[]>>,
): CrmRefusal {
  return new CrmRefusal(400, message, {
    category: 'VALIDATION_ERROR',
    ...(context === undefined ? {} : { context }),
  });
}

/**
 * The 400 of property validation: its message is a sentence followed by a JSON array inside the string
 * (recorded: `meeting_error`; the further codes from public reports).
 */
export function invalidValues(problems: readonly InvalidValue[]): CrmRefusal {
  const items = problems.map(({ name, message, error }) => ({
    isValid: false,
    message,
    error,
    name,
  }));
  return validationError(`Property values were not valid: ${JSON.stringify(items)}`);
}
