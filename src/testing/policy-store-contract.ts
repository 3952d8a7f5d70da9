import { expect, test } from '@jest/globals';
import type { PolicyStore } from '../application/ports/policy-store.ts';

/**
 * What every store of policies does, as tests of the suite it is called in.
 *
 * @param store - gives an empty store in every test
 */
export function policyStoreContract(store: () => PolicyStore): void {
  test('has no policy at first, then the newest published, and knows all of them', async () => {
    const policies = store();
    expect(await policies.live()).toBeNull();
    expect(await policies.version('v1')).toBeUndefined();
    expect(await policies.publish({ name: 'one' }, null)).toEqual({ version: 'v1' });
    const signed = { author: '8', note: 'after the review' };
    expect(await policies.publish({ name: 'two' }, 'v1', signed)).toEqual({ version: 'v2' });
    expect(await policies.live()).toEqual({ version: 'v2', document: { name: 'two' } });
    expect(await policies.version('v1')).toEqual({ name: 'one' });
    const publishedAt = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as unknown;
    expect(await policies.history()).toEqual([
      { version: 'v2', publishedAt, ...signed },
      { version: 'v1', publishedAt, author: null, note: null },
    ]);
  });

  test('lets only one of two publish on top of the same version', async () => {
    const policies = store();
    await policies.publish({}, null);
    await expect(policies.publish({}, null)).rejects.toMatchObject({
      code: 'policy-conflict',
      live: 'v1',
    });
    await expect(policies.publish({}, 'v7')).rejects.toMatchObject({ live: 'v1' });
  });

  test('keeps one draft, and the approvals of just that one', async () => {
    const policies = store();
    expect(await policies.draft()).toBeNull();
    const first = await policies.saveDraft({ document: { a: 1 }, base: null, author: '8' });
    expect(first).toMatchObject({ document: { a: 1 }, base: null, author: '8', approvals: [] });
    const marketing = { role: 'marketing', by: '8' } as const;
    await policies.approve(first.revision, [marketing]);
    const approved = await policies.approve(first.revision, [
      { role: 'sales', by: '7' },
      marketing,
    ]);
    expect(approved?.approvals.map(({ role }) => role)).toEqual(['sales', 'marketing']);
    expect(await policies.draft()).toEqual(approved);

    const second = await policies.saveDraft({ document: { a: 2 }, base: 'v1', author: '7' });
    expect(second.approvals).toEqual([]);
    expect(second.revision).toBeGreaterThan(first.revision);
    expect(await policies.approve(first.revision, [marketing])).toBeNull();
    expect(await policies.draft()).toEqual(second);
  });
}
