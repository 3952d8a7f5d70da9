import type { Log } from '../../application/ports/log.ts';
import type { UseCases } from '../use-cases.ts';
import type { Caller } from './caller.ts';
import { jsonAnswer, type HttpAnswer } from './exchange.ts';
import { receiveWebhook, type WebhookIntake } from './receive-webhook.ts';
import type { Route, SignedRequest } from './route.ts';

/** What the routes of the app need of their host. */
export interface AppNeeds {
  readonly useCases: Pick<UseCases, 'answerCard' | 'causesOf'>;
  readonly intake: WebhookIntake;
  readonly log: Log;
}

/** What HubSpot calls: every host serves these, and all of them are signed (design §9). */
export const appRoutes = [
  { method: 'POST', path: '/webhooks', access: 'signed', answer: receiveWebhook },
  {
    method: 'POST',
    path: '/card',
    access: 'signed',
    answer: action(({ useCases }) => useCases.answerCard),
  },
] as const satisfies readonly Route<AppNeeds>[];

/** What the pages for operators need of their host. */
export interface OperatorNeeds {
  /** Proves that the dependencies answer, or throws with the one that does not. */
  readonly ready: () => Promise<void>;
  /** The metrics in the text format of Prometheus. */
  readonly readMetrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly log: Log;
}

/** What whoever runs a server looks at, open to whoever reaches it: it says nothing of any lead (design §9). */
export const operatorRoutes: readonly Route<OperatorNeeds>[] = [
  { method: 'GET', path: '/healthz', access: 'open', answer: alive },
  { method: 'GET', path: '/readyz', access: 'open', answer: readiness },
  { method: 'GET', path: '/metrics', access: 'open', answer: metricsPage },
];

/**
 * A use case that takes JSON and answers JSON. What is expected to go wrong is answered with 200 and an outcome, because
 * `hubspot.fetch` may rewrap any other status (design §9).
 */
function action(
  useCase: (needs: AppNeeds) => (body: unknown, caller: Caller) => Promise<unknown>,
): (needs: AppNeeds, request: SignedRequest) => Promise<HttpAnswer> {
  return async function answerAction(needs, { body, caller }) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
    } catch {
      return jsonAnswer(200, {
        outcome: 'invalid',
        message: 'The request body is not JSON.',
        current: null,
      });
    }
    return jsonAnswer(200, await useCase(needs)(parsed, caller));
  };
}

function alive(): Promise<HttpAnswer> {
  return Promise.resolve(jsonAnswer(200, { status: 'alive' }));
}

async function readiness({ ready, log }: OperatorNeeds): Promise<HttpAnswer> {
  try {
    await ready();
    return jsonAnswer(200, { status: 'ready' });
  } catch (error) {
    log.warn({ err: error }, 'Not ready');
    return jsonAnswer(503, {
      status: 'not ready',
      message: error instanceof Error ? error.message : 'A dependency does not answer.',
    });
  }
}

async function metricsPage({ readMetrics }: OperatorNeeds): Promise<HttpAnswer> {
  const { contentType, text } = await readMetrics();
  return { status: 200, contentType, body: text };
}
