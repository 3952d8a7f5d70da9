import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getConfig } from '@hubspot/local-dev-lib/config';
import { ROOT } from './build-files.ts';

const file = path.join(ROOT, 'hubspot.config.yml');
const VARIABLE = 'HUBSPOT_CONFIG_PATH';

/** What the CLI library writes into a config file once an account is connected, and what it took before. */
const CREDENTIALS =
  /personalAccessKey|accessToken|refreshToken|clientSecret|apiKey|tokenInfo|pat-|CiR/i;

describe('hubspot.config.yml', () => {
  const before = process.env[VARIABLE];
  beforeAll(() => {
    process.env[VARIABLE] = file;
  });
  afterAll(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, VARIABLE);
    else process.env[VARIABLE] = before;
  });

  test("is read by HubSpot's own CLI library and names no account", () => {
    expect(getConfig()).toEqual({ allowUsageTracking: false, accounts: [] });
  });

  test('never holds a key or a token', async () => {
    expect(await readFile(file, 'utf8')).not.toMatch(CREDENTIALS);
    expect('  - personalAccessKey: CiRuYTEt').toMatch(CREDENTIALS);
  });
});
