import * as z from 'zod';
import type { Log } from '../../application/ports/log.ts';
import type { Notice, Notify } from '../../application/ports/notify.ts';
import { SECOND, toIso } from '../../domain/instant.ts';

/** Chat services answer within a second; whoever commits a handoff does not wait longer than this for one try. */
const POST_TIMEOUT_MS = 5 * SECOND;

/** Waits before the second and third try; after that the notices are given up. */
const WAITS_MS = [1 * SECOND, 4 * SECOND] as const;

/**
 * Notices in one message. With the longest texts it stays under the 28 kB that Teams takes (Microsoft docs, "Incoming
 * webhooks"), and a channel reads it at a glance.
 */
const MOST_IN_ONE = 10;

/** Longer sentences are cut. */
const LONGEST_TEXT = 300;

/** What sending needs. Times are real, never business time. */
interface WebhookNotifyDeps {
  /** The whole address of the incoming webhook. It is a secret: whoever has it can post. */
  readonly url: string;
  readonly fetch: typeof globalThis.fetch;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: Log;
  /** For tests. */
  readonly timeoutMs?: number;
}

/** Why a message did not get through, and whether another try may help. */
interface Failure {
  readonly cause: string;
  readonly again: boolean;
}

/**
 * Posts notices to an incoming webhook as `{ "text": "…", "baton": { "notices": […] } }`: `text` is what Slack and Teams
 * incoming webhooks show, `baton` is for a program of one's own. A message that got no answer, a 429 or a 5xx is tried
 * three times in all; once a message is given up the further ones are not tried. The log names the host only.
 */
export function createWebhookNotify(deps: WebhookNotifyDeps): Notify {
  const { host } = new URL(deps.url);
  return {
    send: async (notices) => {
      for (let from = 0; from < notices.length; from += MOST_IN_ONE) {
        const failure = await post(deps, message(notices.slice(from, from + MOST_IN_ONE)));
        if (failure === null) continue;
        deps.log.warn(
          { host, cause: failure.cause, notSent: notices.length - from },
          'Notices could not be sent; check NOTIFY_WEBHOOK_URL and whether its channel still exists',
        );
        return;
      }
    },
  };
}

/** Sends one message, trying again where that may help; null when it got through. */
async function post(deps: WebhookNotifyDeps, body: string): Promise<Failure | null> {
  for (const wait of WAITS_MS) {
    const failure = await postOnce(deps, body);
    if (failure?.again !== true) return failure;
    await deps.sleep(wait);
  }
  return postOnce(deps, body);
}

async function postOnce(deps: WebhookNotifyDeps, body: string): Promise<Failure | null> {
  try {
    const response = await deps.fetch(deps.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      // The address is a secret and the body names people: neither follows to wherever an answer points.
      redirect: 'error',
      signal: AbortSignal.timeout(deps.timeoutMs ?? POST_TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (response.ok) return null;
    const { status } = response;
    return { cause: `HTTP ${String(status)}`, again: status === 429 || status >= 500 };
  } catch (error) {
    return { cause: causeOf(error), again: true };
  }
}

const thrown = z.object({
  name: z.string(),
  // Node's fetch says "fetch failed" and hides the reason one level down.
  cause: z.object({ code: z.string() }).optional().catch(undefined),
});

/** The name or code of what happened: messages of network errors may quote the address. */
function causeOf(error: unknown): string {
  const read = thrown.safeParse(error);
  if (!read.success) return 'unknown';
  const { name, cause } = read.data;
  return name === 'TimeoutError' ? 'no answer in time' : (cause?.code ?? name);
}

function message(notices: readonly Notice[]): string {
  const shown = notices.map((notice) => ({
    ...notice,
    text: short(notice.text),
    at: toIso(notice.at),
  }));
  return JSON.stringify({
    text: shown.map(({ text, link }) => `${escaped(text)} ${link}`).join('\n\n'),
    baton: { notices: shown },
  });
}

function short(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
}

/** Names come from forms that anybody fills in; unescaped, `<!channel>` in one would call everybody in Slack. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
