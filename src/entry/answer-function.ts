import { contactOf } from '../adapters/queue/contact-of.ts';
import { parseDelivery } from '../adapters/webhook/parse-delivery.ts';
import type { HandOffOutcome } from '../application/work/track-batch.ts';
import type { Log } from '../application/ports/log.ts';
import type { ContactWork } from '../application/ports/queue.ts';
import type { CardAnswer } from '../contract/card-answer.ts';
import type { WebhookEvent } from '../contract/webhook-event.ts';
import {
  functionAnswer,
  verifyFunctionRequest,
  type FunctionAnswer,
  type FunctionContext,
  type VerifiedCaller,
} from './function-context.ts';

/** What the functions share with the server: the same use cases, without a queue. */
export interface FunctionDeps {
  /** Base of the URI that HubSpot signs, without a slash at its end; a function is not told its own. */
  readonly publicUrl: string;
  readonly clientSecret: string;
  /** Real time in epoch milliseconds, for signatures. */
  readonly realNow: () => number;
  readonly log: Log;
  readonly handOff: (work: readonly ContactWork[]) => Promise<HandOffOutcome>;
  readonly answerCard: (body: unknown, userId: string | null) => Promise<CardAnswer>;
}

/**
 * Works a webhook delivery at once. There is no queue here: HubSpot's own redelivery is the durable one, so whatever was
 * not finished is answered with 503 and comes again, up to ten times in 24 hours (design §1). What was finished changes
 * nothing the second time.
 */
export async function answerWebhookFunction(
  context: FunctionContext,
  deps: FunctionDeps,
): Promise<FunctionAnswer> {
  return answerSigned('/webhooks', context, deps, async () => {
    const body = typeof context.body === 'string' ? context.body : JSON.stringify(context.body);
    const { events, faults } = parseDelivery(body);
    if (faults.length > 0) deps.log.warn({ count: faults.length }, 'Unreadable webhook events');
    const work = workOf(events);
    if (work.length === 0) return functionAnswer(200, { contacts: 0 });
    const outcome = await deps.handOff(work);
    if (outcome.failed.length === 0) return functionAnswer(200, { contacts: work.length });
    deps.log.warn(
      { failed: outcome.failed.length, of: work.length },
      'Some contacts come again with the next delivery',
    );
    return functionAnswer(503, { message: 'Not finished. Send the events again.' });
  });
}

/** Answers one request of the card, as `POST /card` of the server does. */
export async function answerCardFunction(
  context: FunctionContext,
  deps: FunctionDeps,
): Promise<FunctionAnswer> {
  return answerSigned('/card', context, deps, async ({ userId }) =>
    functionAnswer(200, await deps.answerCard(context.body, userId)),
  );
}

/** Nothing of an unsigned request is looked at; a failure is logged with its cause and told without. */
async function answerSigned(
  path: string,
  context: FunctionContext,
  deps: FunctionDeps,
  answer: (caller: VerifiedCaller) => Promise<FunctionAnswer>,
): Promise<FunctionAnswer> {
  const verified = verifyFunctionRequest({
    context,
    uri: deps.publicUrl + path,
    clientSecret: deps.clientSecret,
    now: deps.realNow(),
  });
  if (!verified.ok) {
    deps.log.warn({ path, reason: verified.reason }, 'Refused an unsigned request');
    return functionAnswer(401, {
      message:
        'This request does not carry a valid HubSpot signature. Check PUBLIC_URL of the build profile and the secret HUBSPOT_CLIENT_SECRET.',
    });
  }
  try {
    return await answer(verified.value);
  } catch (error) {
    deps.log.error({ err: error, path }, 'A function failed');
    return functionAnswer(500, { message: 'Baton could not finish this. Try again in a moment.' });
  }
}

/** One job per contact. An event that was sent before is a retry: it is no echo of a write that went through. */
function workOf(events: readonly WebhookEvent[]): readonly ContactWork[] {
  const byContact = new Map<string, WebhookEvent[]>();
  for (const event of events) {
    const contactId = contactOf(event);
    byContact.set(contactId, [...(byContact.get(contactId) ?? []), event]);
  }
  return [...byContact].map(([contactId, of]) => ({
    jobId: contactId,
    contactId,
    retries: Math.max(...of.map(({ attemptNumber }) => attemptNumber ?? 0)),
    events: of,
  }));
}
