import { describe, expect, test } from '@jest/globals';
import { PolicyConflictError } from '../../application/ports/policy-conflict-error.ts';
import { policyStoreContract } from '../../testing/policy-store-contract.ts';
import type { HubspotApis } from './hubspot-apis.ts';
import { HubspotRefusedError } from './hubspot-errors.ts';
import { createPolicyObject } from './policy-object.ts';

type Properties = Record<string, string>;

/** Custom objects with a unique `key`, as HubSpot keeps them; `failUpdate` breaks the next update. */
function someObjects() {
  const records = new Map<string, Properties>();
  const state = { failUpdate: false };
  const wire = (id: string) => ({ id, properties: { ...records.get(id) } });
  const apis = {
    batch: {
      read: (_type: string, { inputs }: { inputs: readonly { id: string }[] }) => {
        const keys = new Set(inputs.map(({ id }) => id));
        const found = [...records].filter(([, { key = '' }]) => keys.has(key));
        return Promise.resolve({ results: found.map(([id]) => wire(id)) });
      },
    },
    basic: {
      create: (_type: string, { properties }: { properties: Properties }) => {
        const taken = [...records.values()].some(({ key }) => key === properties['key']);
        if (taken) {
          const failure = { call: 'POST', status: 400, detail: 'taken', correlationId: null };
          return Promise.reject(new HubspotRefusedError(failure, []));
        }
        const id = String(records.size + 1);
        records.set(id, properties);
        return Promise.resolve(wire(id));
      },
      update: (_type: string, id: string, { properties }: { properties: Properties }) => {
        if (state.failUpdate) return Promise.reject(new Error('connection lost'));
        records.set(id, { ...records.get(id), ...properties });
        return Promise.resolve(wire(id));
      },
    },
  };
  return { apis: apis as unknown as HubspotApis, state };
}

const now = (): number => Date.parse('2026-11-20T09:00:00Z');

describe('the policy object', () => {
  policyStoreContract(() => createPolicyObject(someObjects().apis, now));

  test('finishes for a publisher who died half-way, and tells the next one of the conflict', async () => {
    const { apis, state } = someObjects();
    const policies = createPolicyObject(apis, now);
    await policies.publish({ name: 'one' }, null);
    state.failUpdate = true;
    await expect(policies.publish({ name: 'half' }, 'v1')).rejects.toThrow('connection lost');
    state.failUpdate = false;
    await expect(policies.publish({ name: 'mine' }, 'v1')).rejects.toThrow(PolicyConflictError);
    expect(await policies.live()).toEqual({ version: 'v2', document: { name: 'half' } });
    expect(await policies.publish({ name: 'mine' }, 'v2')).toEqual({ version: 'v3' });
  });
});
