import { AppError } from '../../application/ports/app-error.ts';

/** Common to everything that can go wrong with a call to HubSpot. */
export interface HubspotFailure {
  /** Method and path template, such as `POST /crm/objects/2026-09/contacts/batch/update`. */
  readonly call: string;
  /** HTTP status; null when no answer arrived. */
  readonly status: number | null;
  /** HubSpot's own words, or what happened on the way. May quote values of a record. */
  readonly detail: string;
  /** For HubSpot's support; null when HubSpot gave none. */
  readonly correlationId: string | null;
}

/** Base of the errors below; raised itself never. */
export abstract class HubspotError extends AppError {
  readonly failure: HubspotFailure;

  constructor(summary: string, failure: HubspotFailure, options?: ErrorOptions) {
    const correlation = failure.correlationId === null ? '' : ` (${failure.correlationId})`;
    super(`${summary}: ${failure.call}: ${failure.detail}${correlation}`, options);
    this.failure = failure;
  }
}

/** One property that HubSpot did not accept, from the list inside its error message. */
export interface PropertyFault {
  readonly property: string;
  /** HubSpot's code, such as `PROPERTY_DOESNT_EXIST` or `INVALID_OPTION`. */
  readonly code: string;
}

/** 400, 409 and the like: HubSpot understood the request and does not want it. Sending it again changes nothing. */
export class HubspotRefusedError extends HubspotError {
  readonly code = 'hubspot-refused';
  readonly faults: readonly PropertyFault[];

  constructor(failure: HubspotFailure, faults: readonly PropertyFault[]) {
    super(`HubSpot answered ${String(failure.status)}`, failure);
    this.faults = faults;
  }
}

/** 401: the access token is wrong or was rotated. */
export class HubspotUnauthorizedError extends HubspotError {
  readonly code = 'hubspot-unauthorized';

  constructor(failure: HubspotFailure) {
    super(
      "HubSpot does not know the token; check PRIVATE_APP_ACCESS_TOKEN against the app's Auth tab",
      failure,
    );
  }
}

/** 403: the app lacks a scope, or the portal lacks the feature. */
export class HubspotForbiddenError extends HubspotError {
  readonly code = 'hubspot-forbidden';
  /** Scopes that HubSpot asks for; empty when it names none. */
  readonly scopes: readonly string[];

  constructor(failure: HubspotFailure, scopes: readonly string[]) {
    const remedy =
      scopes.length === 0
        ? "check the app's scopes and the portal's subscription"
        : `add ${scopes.join(', ')} to the app's scopes, deploy and install it again`;
    super(`HubSpot does not allow the call; ${remedy}`, failure);
    this.scopes = scopes;
  }
}

/** 404: the record, property or path does not exist. */
export class HubspotNotFoundError extends HubspotError {
  readonly code = 'hubspot-not-found';

  constructor(failure: HubspotFailure) {
    super('HubSpot has no such thing', failure);
  }
}

/** 429 of the ten-second or one-second limit: the request was not carried out and may be sent again. */
export class HubspotRateLimitError extends HubspotError {
  readonly code = 'hubspot-rate-limit';
  readonly policy: 'TEN_SECONDLY_ROLLING' | 'SECONDLY';
  /** From a Retry-After header, milliseconds; null when there was none. */
  readonly retryAfterMs: number | null;

  constructor(
    failure: HubspotFailure,
    policy: 'TEN_SECONDLY_ROLLING' | 'SECONDLY',
    retryAfterMs: number | null,
  ) {
    super(`HubSpot's ${policy} limit is reached`, failure);
    this.policy = policy;
    this.retryAfterMs = retryAfterMs;
  }
}

/** 429 of the daily limit: nothing works before midnight in the account's time zone. */
export class HubspotDailyLimitError extends HubspotError {
  readonly code = 'hubspot-daily-limit';

  constructor(failure: HubspotFailure) {
    super(
      "HubSpot's daily limit is used up until midnight, account time; look for other apps that use it up, or buy the API limit increase",
      failure,
    );
  }
}

/** 5xx, 423, no answer in time, or no connection. */
export class HubspotUnavailableError extends HubspotError {
  readonly code = 'hubspot-unavailable';
  /** False only when the request certainly never arrived. */
  readonly mayHaveArrived: boolean;
  /** From a Retry-After header, milliseconds; null when there was none. */
  readonly retryAfterMs: number | null;

  constructor(
    failure: HubspotFailure,
    facts: { readonly mayHaveArrived: boolean; readonly retryAfterMs: number | null },
    options?: ErrorOptions,
  ) {
    super('HubSpot is not available', failure, options);
    this.mayHaveArrived = facts.mayHaveArrived;
    this.retryAfterMs = facts.retryAfterMs;
  }
}
