import { createPortalClock } from '../adapters/clock/portal-clock.ts';
import { createSystemClock } from '../adapters/clock/system-clock.ts';
import { createEmailDomains } from '../adapters/email-domains/email-domains.ts';
import { createCrmLedger } from '../adapters/hubspot-hosted/crm-ledger.ts';
import { noNotify } from '../adapters/notify/no-notify.ts';
import { connectHubspot } from '../adapters/hubspot/connect-hubspot.ts';
import { connectPolicyObject } from '../adapters/hubspot/policy-object.ts';
import { createLog } from '../adapters/log/pino-log.ts';
import { createDirectory } from '../application/directory.ts';
import { createLivePolicy } from '../application/live-policy.ts';
import { readConfig } from './config.ts';
import {
  answerFunction,
  type FunctionAnswer,
  type FunctionDeps,
  type FunctionPath,
} from './http/function.ts';
import type { FunctionContext } from './http/function-request.ts';
import { composeUseCases } from './use-cases.ts';

/** Kept while HubSpot keeps the function warm, so that owners and policy are not read for every call. */
let composed: FunctionDeps | null = null;

/** One HubSpot-hosted route of the app, such as `POST /card`. */
export async function handleFunction(
  path: FunctionPath,
  context: FunctionContext,
): Promise<FunctionAnswer> {
  composed ??= composeFunction(process.env);
  return answerFunction(path, context, composed);
}

/**
 * Baton without a database: the policy in a custom object, everything else on the contacts (design §1). Throw-away e-mail
 * domains are not known here, because their list alone would fill a function.
 *
 * @throws ConfigError naming what is not set
 */
export function composeFunction(env: Readonly<Record<string, string | undefined>>): FunctionDeps {
  const config = readConfig(env);
  const log = createLog({ level: config.logLevel });
  const { crm, people, account } = connectHubspot({ ...config.hubspot, log });
  const clock =
    config.clockUrl === undefined
      ? createSystemClock()
      : createPortalClock({ url: config.clockUrl, fetch });
  const livePolicy = createLivePolicy({
    policies: connectPolicyObject({ ...config.hubspot, log, now: Date.now }),
    emailDomains: createEmailDomains(new Set()),
  });
  const ledger = createCrmLedger({
    crm,
    clock,
    pools: async () => (await livePolicy()).policy.routing.pools,
  });
  const directory = createDirectory({ people, account, realNow: Date.now });
  return {
    publicUrl: config.publicUrl,
    clientSecret: config.hubspot.clientSecret,
    realNow: Date.now,
    log,
    clock,
    useCases: composeUseCases({ clock, crm, ledger, notify: noNotify, livePolicy, directory }),
  };
}
