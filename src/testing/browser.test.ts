import { describe, expect, test } from '@jest/globals';
import { describeInBrowser, findChromium } from './browser.ts';

describe('findChromium', () => {
  test('takes the one that CHROMIUM_PATH names', () => {
    expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  });

  test('refuses a CHROMIUM_PATH that cannot be run, and names it', () => {
    expect(() => findChromium({ CHROMIUM_PATH: '/not/there' })).toThrow('/not/there');
  });

  test('refuses to go without a browser only where one is required', () => {
    const found = findChromium({});
    const required = (): string | undefined => findChromium({ REQUIRE_BROWSER: '1' });

    // eslint-disable-next-line jest/no-conditional-expect -- both machines, with and without Chromium, must agree
    if (found === undefined) expect(required).toThrow('CHROMIUM_PATH');
    // eslint-disable-next-line jest/no-conditional-expect -- as above
    else expect(required()).toBe(found);
  });
});

describe('describeInBrowser', () => {
  test('skips exactly where no Chromium is found', () => {
    const suite = { skip: 'skipped' };

    expect(describeInBrowser(suite)).toBe(findChromium() === undefined ? 'skipped' : suite);
  });
});
