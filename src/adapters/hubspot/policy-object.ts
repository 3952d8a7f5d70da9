import { setTimeout as sleep } from 'node:timers/promises';
import type { PolicyStore } from '../../application/ports/decision-store.ts';
import type { Log } from '../../application/ports/log.ts';
import { PolicyConflictError } from '../../application/ports/policy-conflict-error.ts';
import { readRecords } from './crm-records.ts';
import { createHubspotApis, type HubspotApis } from './hubspot-apis.ts';
import { HubspotRefusedError } from './hubspot-errors.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { createTransport } from './transport.ts';

/** The custom object that holds the policy where Baton has no database (design §1). */
const POLICY_OBJECT = 'p_baton_policy';
/** Key of the record that says which version counts. */
const LIVE = 'live';
const PROPERTIES = ['key', 'version', 'document', 'published_at'];

/**
 * Policy versions as records of a custom object with the unique property `key`: one for each version (`v13`), which is
 * never changed, and one called `live`. Read by key, never by search, because the search index lags.
 *
 * Publishing creates `v<n+1>`, which HubSpot refuses when somebody was first, and then moves `live`. A publisher who
 * died between the two is noticed by the next one, who finishes for them and is told of the conflict.
 */
export function createPolicyObject(apis: HubspotApis, now: () => number): PolicyStore {
  const read = (keys: readonly string[]) =>
    readRecords(apis, {
      objectType: POLICY_OBJECT,
      keys,
      properties: PROPERTIES,
      idProperty: 'key',
    });
  const liveRecord = async () => (await read([LIVE])).get(LIVE);

  async function moveLive(version: string, document: string, publishedAt: string): Promise<void> {
    const properties = { version, document, published_at: publishedAt };
    const present = await liveRecord();
    if (present) await apis.basic.update(POLICY_OBJECT, present.id, { properties });
    else {
      const first = { properties: { ...properties, key: LIVE }, associations: [] };
      await apis.basic.create(POLICY_OBJECT, first);
    }
  }

  return {
    live: async () => {
      const record = await liveRecord();
      const version = record?.properties['version'];
      return version
        ? { version, document: JSON.parse(record.properties['document'] ?? 'null') as unknown }
        : null;
    },
    publish: async (document, expectedVersion) => {
      const live = (await liveRecord())?.properties['version'] ?? null;
      if (live !== expectedVersion) throw new PolicyConflictError(expectedVersion, live);
      const version = `v${numberOf(live) + 1}`;
      const json = JSON.stringify(document);
      const publishedAt = new Date(now()).toISOString();
      const properties = { key: version, version, document: json, published_at: publishedAt };
      try {
        await apis.basic.create(POLICY_OBJECT, { properties, associations: [] });
      } catch (error) {
        if (!(error instanceof HubspotRefusedError)) throw error;
        const first = (await read([version])).get(version)?.properties;
        if (!first) throw error;
        await moveLive(version, first['document'] ?? 'null', first['published_at'] ?? publishedAt);
        throw new PolicyConflictError(expectedVersion, version);
      }
      await moveLive(version, json, publishedAt);
      return { version };
    },
    history: async () => {
      const newest = numberOf((await liveRecord())?.properties['version'] ?? null);
      const versions = Array.from({ length: newest }, (_, index) => `v${newest - index}`);
      const records = await read(versions);
      return versions.flatMap((version) => {
        const publishedAt = records.get(version)?.properties['published_at'];
        return publishedAt ? [{ version, publishedAt }] : [];
      });
    },
  };
}

/** The policy object of a portal, over a connection of its own. */
export function connectPolicyObject(connection: {
  readonly apiUrl: string;
  readonly apiVersion: string;
  readonly accessToken: string;
  readonly log: Log;
  readonly now: () => number;
}): PolicyStore {
  const { apiUrl, apiVersion, accessToken, log, now } = connection;
  const wait = (ms: number): Promise<void> => sleep(ms);
  const send = createTransport({
    apiVersion,
    fetch: globalThis.fetch,
    limiter: createRateLimiter({ sleep: wait }),
    sleep: wait,
    elapsed: () => performance.now(),
    random: Math.random,
    log,
    timeoutMs: undefined,
    onCall: undefined,
  });
  return createPolicyObject(createHubspotApis({ apiUrl, accessToken, send }), now);
}

function numberOf(version: string | null): number {
  return version === null ? 0 : Number(version.slice(1));
}
