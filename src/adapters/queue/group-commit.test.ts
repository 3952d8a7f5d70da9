import { describe, expect, test } from '@jest/globals';
import { createGroupCommit } from './group-commit.ts';

describe('createGroupCommit', () => {
  test('writes the first at once and the rest together after it', async () => {
    const groups: (readonly number[])[] = [];
    const store = createGroupCommit<number>((items) => {
      groups.push(items);
      return Promise.resolve();
    });
    const first = store(1);
    await Promise.resolve();
    await Promise.all([first, store(2), store(3)]);
    expect(groups).toEqual([[1], [2, 3]]);
  });

  test('tells everybody of a group that failed, and goes on', async () => {
    const store = createGroupCommit<string>((items) =>
      items.includes('bad') ? Promise.reject(new Error('disk full')) : Promise.resolve(),
    );
    const both = await Promise.allSettled([store('bad'), store('good')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(store('good')).resolves.toBeUndefined();
  });
});
