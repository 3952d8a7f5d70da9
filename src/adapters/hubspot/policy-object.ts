import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Approval,
  PolicyDraft,
  PolicyStore,
  Signature,
} from '../../application/ports/policy-store.ts';
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
/** Key of the record that holds the draft of the next version. */
const DRAFT = 'draft';
const PROPERTIES = ['key', 'version', 'document', 'published_at', 'author', 'note', 'approvals'];

/**
 * Policy versions as records of a custom object with the unique property `key`: one for each version (`v13`), which is
 * never changed, one called `live`, and one called `draft`. Read by key, never by search, because the search index lags.
 *
 * Publishing creates `v<n+1>`, which HubSpot refuses when somebody was first, and then moves `live`. A publisher who
 * died between the two is noticed by the next one, who finishes for them and is told of the conflict. The draft has no
 * such lock: two people who save or approve it in the same second overwrite each other, and the second one sees it.
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

  async function put(key: string, properties: Readonly<Record<string, string>>): Promise<void> {
    const present = (await read([key])).get(key);
    if (present) await apis.basic.update(POLICY_OBJECT, present.id, { properties });
    else {
      await apis.basic.create(POLICY_OBJECT, {
        properties: { ...properties, key },
        associations: [],
      });
    }
  }

  async function moveLive(version: string, document: string, publishedAt: string): Promise<void> {
    await put(LIVE, { version, document, published_at: publishedAt });
  }

  async function draft(): Promise<PolicyDraft | null> {
    const record = (await read([DRAFT])).get(DRAFT);
    return record ? toDraft(record.properties) : null;
  }

  async function putDraft(kept: PolicyDraft): Promise<PolicyDraft> {
    await put(DRAFT, {
      document: JSON.stringify(kept.document),
      version: kept.base ?? '',
      author: kept.author,
      approvals: JSON.stringify({ revision: kept.revision, given: kept.approvals }),
    });
    return kept;
  }

  return {
    live: async () => {
      const record = await liveRecord();
      const version = record?.properties['version'];
      return version
        ? { version, document: JSON.parse(record.properties['document'] ?? 'null') as unknown }
        : null;
    },
    version: async (version) => {
      const document = (await read([version])).get(version)?.properties['document'];
      return document ? (JSON.parse(document) as unknown) : undefined;
    },
    publish: async (document, expectedVersion, signed) => {
      const live = (await liveRecord())?.properties['version'] ?? null;
      if (live !== expectedVersion) throw new PolicyConflictError(expectedVersion, live);
      const version = `v${numberOf(live) + 1}`;
      const json = JSON.stringify(document);
      const publishedAt = new Date(now()).toISOString();
      const properties = {
        key: version,
        version,
        document: json,
        published_at: publishedAt,
        ...signatureProperties(signed),
      };
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
        const { published_at: publishedAt, author, note } = records.get(version)?.properties ?? {};
        return publishedAt
          ? [{ version, publishedAt, author: author || null, note: note || null }]
          : [];
      });
    },
    draft,
    saveDraft: async (saved) => {
      const before = await draft();
      return await putDraft({ ...saved, revision: (before?.revision ?? 0) + 1, approvals: [] });
    },
    approve: async (revision, approvals) => {
      const kept = await draft();
      if (kept?.revision !== revision) return null;
      const others = kept.approvals.filter(
        (one) => !approvals.some(({ role }) => role === one.role),
      );
      return await putDraft({ ...kept, approvals: [...others, ...approvals] });
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

/** Properties of a signature; an empty one is not written, so that a portal without them can still publish. */
function signatureProperties(signed: Signature | undefined): Readonly<Record<string, string>> {
  return {
    ...(signed?.author ? { author: signed.author } : {}),
    ...(signed?.note ? { note: signed.note } : {}),
  };
}

/** Only this store writes the record. */
function toDraft(properties: Readonly<Record<string, string | null | undefined>>): PolicyDraft {
  const { revision, given } = JSON.parse(properties['approvals'] ?? '{}') as {
    readonly revision: number;
    readonly given: readonly Approval[];
  };
  return {
    document: JSON.parse(properties['document'] ?? 'null') as unknown,
    base: properties['version'] || null,
    author: properties['author'] ?? '',
    revision,
    approvals: given,
  };
}

function numberOf(version: string | null): number {
  return version === null ? 0 : Number(version.slice(1));
}
