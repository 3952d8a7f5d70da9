import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildCards } from './build-cards.ts';
import { REPOSITORY } from './copy-extensions.ts';

let outDir: string;
beforeAll(async () => {
  await mkdir(path.join(REPOSITORY, 'dist'), { recursive: true });
  outDir = await mkdtemp(path.join(REPOSITORY, 'dist', 'cards-test-'));
});
afterAll(async () => {
  await rm(outDir, { recursive: true });
});

describe('buildCards', () => {
  test('makes one bundle a card, at most 25 kB gzip, that leaves React to HubSpot and holds no zod', async () => {
    const cards = await buildCards({ outDir });
    expect(cards.map(({ name, title, location }) => [name, title, location])).toEqual([
      ['handoff-preview', 'Lead handoff', 'crm.preview'],
      ['handoff-sidebar', 'Lead handoff', 'crm.record.sidebar'],
      ['handoff-tab', 'Lead handoff', 'crm.record.tab'],
    ]);
    for (const { file, gzipBytes } of cards) {
      expect(gzipBytes).toBeLessThanOrEqual(25_000);
      const bundle = await readFile(file, 'utf8');
      expect(bundle).toContain('RemoteUI');
      expect(bundle).not.toMatch(/ZodError|Symbol\.for\("react\.suspense"\)/);
    }
  });
});
