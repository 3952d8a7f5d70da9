import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Server } from 'node:http';
import { createEmailDomains } from '../../../adapters/email-domains/email-domains.ts';
import { preparePolicy } from '../../../application/live-policy.ts';
import type { CrmSchema } from '../../../application/ports/crm.ts';
import { instant } from '../../../domain/instant.ts';
import { defaultPolicy } from '../../../domain/policy/default/default-policy.ts';
import type { PolicyDocument } from '../../../domain/policy/policy-document.ts';
import { policiesInMemory } from '../../../testing/policies-in-memory.ts';
import { runCli } from '../../../testing/run-cli.ts';
import { temporaryFiles } from '../../../testing/temporary-files.ts';
import type { App } from '../../app.ts';
import { listenForCommands } from '../../app-socket.ts';

const files = temporaryFiles();
const sound = files.write('sound.json', defaultPolicy);

function changed(name: string, change: Partial<PolicyDocument>): string {
  return files.write(name, { ...defaultPolicy, ...change });
}

describe('baton policy validate', () => {
  test('says that the default policy is sound and its examples come out as agreed', async () => {
    const { code, lines } = await runCli(['policy', 'validate', sound]);
    expect(code).toBe(0);
    expect(lines).toEqual([
      `The policy is sound, and its ${defaultPolicy.examples?.length ?? 0} examples come out as agreed.`,
    ]);
  });

  test('lists every fault with its path and remedy', async () => {
    const faulty = files.write('faulty.json', {
      ...defaultPolicy,
      tears: [],
      cutoffs: { ...defaultPolicy.cutoffs, fit: { A: 'high', B: 50 } },
    });
    const { code, lines } = await runCli(['policy', 'validate', faulty]);
    expect(code).toBe(1);
    expect(lines).toContain('tears: "tears" is not a key here. Remove it or correct its spelling.');
    expect(lines).toContain('cutoffs.fit.A: This is not a number. Write a number.');
    expect(lines.at(-1)).toBe('2 faults. The examples run once they are mended.');
  });

  test('says in words which example flipped and why', async () => {
    const strict = changed('strict.json', {
      tiers: defaultPolicy.tiers.filter(({ id }) => id !== 'review'),
    });
    const { code, lines } = await runCli(['policy', 'validate', strict]);
    expect(code).toBe(1);
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^“a webinar attended” was to be Tier 2, review today and is now Tier 3/,
      ),
    );
    expect(lines.at(-1)).toMatch(/^The policy is sound, but \d+ of its \d+ examples no longer/);
  });

  test('gives faults and examples to machines', async () => {
    const { lines } = await runCli(['policy', 'validate', sound, '--json']);
    expect(JSON.parse(lines.join(''))).toMatchObject({
      faults: [],
      examples: expect.arrayContaining([
        expect.objectContaining({ expected: 'tier_1', actual: 'tier_1', ok: true }),
      ]),
    });
  });
});

describe('baton policy diff', () => {
  test('tells what changes in sentences', async () => {
    const after = changed('after.json', { name: 'Stricter' });
    expect(await runCli(['policy', 'diff', sound, after])).toMatchObject({
      code: 0,
      lines: ['The name changes from Default to Stricter.'],
    });
    expect((await runCli(['policy', 'diff', sound, sound])).lines).toEqual(['Nothing changes.']);
  });

  test('needs both documents', async () => {
    expect((await runCli(['policy', 'diff', sound])).code).toBe(2);
  });
});

describe('baton playbook', () => {
  test('writes the playbook of a file, or of the default policy where no app runs', async () => {
    const file = changed('own.json', { name: 'Ours' });
    const { lines } = await runCli(['playbook', '--policy', file]);
    expect(lines[0]).toMatch(/^# Lead handoff playbook: Ours\n/);
    const env = { DATA_DIR: `${files.folder}/nobody-here` };
    const { lines: markdown } = await runCli(['playbook', '--json'], env);
    expect(JSON.parse(markdown.join(''))).toMatchObject({
      version: 'default',
      markdown: expect.stringMatching(/^# Lead handoff playbook: Default\n/),
    });
  });
});

describe('baton policy, in the running app', () => {
  const env = {
    DATA_DIR: files.folder,
    PRIVATE_APP_ACCESS_TOKEN: 'token',
    HUBSPOT_CLIENT_SECRET: 'secret',
    PUBLIC_URL: 'https://baton.example.com',
  };
  let server: Server;

  beforeAll(async () => {
    const app: Pick<App, 'policies' | 'preparePolicy' | 'clock'> & {
      schema: Pick<CrmSchema, 'readProperties'>;
    } = {
      // A portal without properties: there are no option lists to bring up to date.
      schema: { readProperties: () => Promise.resolve(new Map()) },
      policies: policiesInMemory(),
      clock: { now: () => Promise.resolve(instant(Date.parse('2026-11-20T09:00:00Z'))) },
      preparePolicy: (version, document) =>
        preparePolicy(version, document, createEmailDomains(new Set())),
    };
    server = await listenForCommands({
      ...app,
      config: { dataDir: files.folder },
      log: { warn: () => undefined },
    } as unknown as App);
  });

  afterAll(() => {
    server.close();
  });

  test('publishes, shows and remembers, and refuses to publish over a newer version', async () => {
    expect((await runCli(['policy', 'show'], env)).code).toBe(1);
    expect(await runCli(['policy', 'publish', sound], env)).toMatchObject({
      code: 0,
      lines: [`${sound} is published as v1.`],
    });
    const renamed = changed('renamed.json', { name: 'Second' });
    const unsaid = await runCli(['policy', 'publish', renamed], env);
    expect(unsaid.code).toBe(2);
    expect(unsaid.errors).toMatch(
      /v1 is live. If you started from that, run "baton policy publish .*renamed.json --expected v1"/,
    );
    const again = ['policy', 'publish', renamed, '--expected', 'v1', '--note', 'clearer'];
    expect((await runCli(again, env)).lines).toEqual([
      `${renamed} is published as v2.`,
      'The name changes from Default to Second.',
    ]);
    const late = await runCli(['policy', 'publish', sound, '--expected', 'v1'], env);
    expect(late.code).toBe(1);
    expect(late.errors).toMatch(/v2/);
    expect((await runCli(['policy', 'show'], env)).lines[0]).toBe('Second, version v2');
    const { lines } = await runCli(['policy', 'show', '--json'], env);
    expect(JSON.parse(lines.join(''))).toMatchObject({ schema: 1, name: 'Second' });
    expect((await runCli(['policy', 'history'], env)).lines).toEqual([
      'version  published                 by     note',
      'v2       2026-11-20T09:00:00.000Z  admin  clearer',
      'v1       2026-11-20T09:00:00.000Z  admin',
    ]);
    const { lines: markdown } = await runCli(['playbook'], { DATA_DIR: files.folder });
    expect(markdown[0]).toMatch(/playbook: Second\n\nWritten from policy version v2\./);
    expect(
      (await runCli(['policy', 'rollback', 'v1', '--expected', 'v2', '--by', '8'], env)).lines,
    ).toEqual(['v1 is published again as v3.', 'The name changes from Second to Default.']);
    expect((await runCli(['policy', 'history'], env)).lines[1]).toMatch(/^v3 .* 8 +Back to v1$/);
  });

  test('keeps a draft, and says who stands for no role', async () => {
    expect((await runCli(['policy', 'draft'], env)).lines).toEqual(['There is no draft.']);
    const kept = await runCli(['policy', 'draft', sound, '--expected', 'v3'], env);
    expect(kept.lines).toEqual([
      'Draft 1 by admin, on top of v3. Nobody has approved it yet. --json prints it.',
    ]);
    const approved = await runCli(['policy', 'approve', '--by', '8'], env);
    expect(approved.errors).toMatch(/8 stands for no role of v3/);
  });

  test('refuses to publish a policy whose examples flipped', async () => {
    const strict = changed('flipped.json', {
      tiers: defaultPolicy.tiers.filter(({ id }) => id !== 'review'),
    });
    const { code, errors } = await runCli(['policy', 'publish', strict, '--expected', 'v3'], env);
    expect(code).toBe(1);
    expect(errors).toMatch(/“a webinar attended” was to be Tier 2/);
    expect(errors).toMatch(/was not published/);
  });
});

describe('baton policy show', () => {
  test('gives the default policy to start from without any app', async () => {
    const { lines } = await runCli(['policy', 'show', '--default', '--json']);
    expect(JSON.parse(lines.join(''))).toEqual(JSON.parse(JSON.stringify(defaultPolicy)));
  });

  test('names what the environment lacks as wrong use', async () => {
    const { code, errors } = await runCli(['policy', 'show']);
    expect(code).toBe(2);
    expect(errors).toMatch(/PRIVATE_APP_ACCESS_TOKEN is unset/);
  });
});
