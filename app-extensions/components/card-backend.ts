import type { CardAnswer } from '../../src/contract/card-answer.ts';
import type { CardRequestBody } from '../../src/contract/card-request-body.ts';

/** The part of `hubspot.fetch` that the card uses; it signs the request and adds who clicked. */
export type CardFetch = (
  url: string,
  options: { method: 'POST'; body: Record<string, unknown> },
) => Promise<Response>;

/** An answer of the backend, or why there is none, in words that say what to do. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: CardAnswer }
  | { readonly kind: 'unreachable'; readonly message: string };

/** Asks the backend and never throws: a failed call is a reply like any other. */
export type AskBackend = (request: CardRequestBody) => Promise<Reply>;

const TRY_AGAIN =
  'Nothing was lost. Try again in a moment; if it stays so, tell your HubSpot admin.';

/**
 * The card's line to `POST /card`.
 *
 * @param fetch - `hubspot.fetch`
 * @param publicUrl - variable `PUBLIC_URL` of the build profile, without a slash at its end
 */
export function createBackend(fetch: CardFetch, publicUrl: unknown): AskBackend {
  return async function askBackend(request) {
    if (typeof publicUrl !== 'string' || publicUrl === '') {
      return unreachable(
        'This card does not know its backend. Ask your HubSpot admin to upload the project with a profile that sets PUBLIC_URL.',
      );
    }
    let response: Response;
    try {
      response = await fetch(`${publicUrl}/card`, { method: 'POST', body: { ...request } });
    } catch {
      return unreachable(`Baton did not answer. ${TRY_AGAIN}`);
    }
    const body: unknown = await response.json().catch(() => null);
    if (isAnswer(body)) return { kind: 'answer', answer: body };
    return unreachable(
      response.status === 401
        ? 'Baton did not accept the signature of this request. Ask your HubSpot admin to run "baton doctor".'
        : `Baton answered with an error (${response.status}). ${TRY_AGAIN}`,
    );
  };
}

function unreachable(message: string): Reply {
  return { kind: 'unreachable', message };
}

/** HubSpot may wrap an error of ours in an envelope with status 200, so the shape decides, not the status. */
function isAnswer(body: unknown): body is CardAnswer {
  return typeof body === 'object' && body !== null && 'outcome' in body && 'current' in body;
}
