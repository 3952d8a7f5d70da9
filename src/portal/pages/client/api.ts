/** An answer of the portal that says no; its message tells the reader what to do. */
export class ApiRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Reads JSON from the portal. Throws {@link ApiRefusal}, also when the portal cannot be reached (status 0). */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return readAnswer<T>(path, signal === undefined ? {} : { signal });
}

/** Sends JSON to the portal and reads its answer. Throws as {@link getJson}. */
export async function postJson<T>(path: string, body: unknown): Promise<T> {
  return readAnswer<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function readAnswer<T>(path: string, init: RequestInit): Promise<T> {
  const answer = await fetch(path, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiRefusal(0, 'The local portal does not answer: is `npm start` still running?');
  });
  const body: unknown = await answer.json().catch(() => ({}));
  if (answer.ok) return body as T;
  throw new ApiRefusal(answer.status, wordsOf(body) ?? `The portal answered ${answer.status}.`);
}

function wordsOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { error, message } = body as { readonly error?: unknown; readonly message?: unknown };
  return [error, message].find((words) => typeof words === 'string');
}
