/** A body as a host can still tell it: the bytes that came, or their text. */
export type RawBody = string | Uint8Array;

/** One request, translated by the host that received it. Nothing in it is believed before it is verified. */
export interface HttpRequest {
  /** Upper-case HTTP method. */
  readonly method: string;
  /**
   * Path and query as they may have been sent, such as `/card?userId=7`: exactly one where the host knows, and every
   * possible one where it was handed the query in parsed form.
   */
  readonly targets: Iterable<string>;
  /** Query names and values, decoded. */
  readonly query: ReadonlyMap<string, string>;
  /** Value of a header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
  /** Empty when there was none. */
  readonly body: RawBody;
}

/** What a host sends back. */
export interface HttpAnswer {
  readonly status: number;
  /** Null when there is no body. */
  readonly contentType: string | null;
  readonly body: string;
}

/** Answers with a value in JSON, which must not be undefined. */
export function jsonAnswer(status: number, value: unknown): HttpAnswer {
  return { status, contentType: 'application/json', body: JSON.stringify(value) };
}

/** An answer that says everything by its status. */
export function emptyAnswer(status: number): HttpAnswer {
  return { status, contentType: null, body: '' };
}
