import { describe, expect, test } from '@jest/globals';
import { ConfigError, readConfig } from './config.ts';

const ENOUGH = {
  PRIVATE_APP_ACCESS_TOKEN: 'token',
  HUBSPOT_CLIENT_SECRET: 'secret',
  PUBLIC_URL: 'https://baton.example.com/',
};

function faultsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

describe('readConfig', () => {
  test('needs three variables and fills the rest in', () => {
    expect(readConfig(ENOUGH)).toEqual({
      hubspot: {
        accessToken: 'token',
        clientSecret: 'secret',
        apiUrl: 'https://api.hubapi.com',
        apiVersion: '2026-09',
      },
      publicUrl: 'https://baton.example.com',
      dataDir: '.data',
      port: 4500,
      portalPort: 4400,
      logLevel: 'info',
    });
  });

  test('lists every missing variable at once, with where to find it', () => {
    expect(faultsOf({ PRIVATE_APP_ACCESS_TOKEN: '' })).toEqual([
      "PRIVATE_APP_ACCESS_TOKEN is unset; copy it from the private app's Auth tab in HubSpot",
      "HUBSPOT_CLIENT_SECRET is unset; copy it from the app's settings in HubSpot; it exists after the first deploy",
      'PUBLIC_URL is unset; set it to the https address under which HubSpot reaches Baton, such as https://baton.example.com',
    ]);
  });

  test.each([
    [{ PORT: 'x' }, 'PORT is "x", which is not a port; use a number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT is "65536", which is not a port; use a number from 0 to 65535'],
    [
      { HUBSPOT_API_VERSION: 'v3' },
      'HUBSPOT_API_VERSION is "v3", which is not a dated API version such as 2026-09',
    ],
    [
      { DATABASE_URL: 'mysql://root:hunter2@db/x' },
      'DATABASE_URL is not a PostgreSQL URL; use postgres://user:password@host/database or unset it',
    ],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud", which is not a log level; use one of trace, debug, info, warn, error, fatal, silent',
    ],
    [
      { PUBLIC_URL: 'http://baton.example.com' },
      'PUBLIC_URL is "http://baton.example.com"; HubSpot calls https addresses only, so put the service behind TLS and use https',
    ],
    [
      { NOTIFY_WEBHOOK_URL: 'hooks.chat.example/secret' },
      'NOTIFY_WEBHOOK_URL is not an https URL; copy the whole address of the incoming webhook, or unset it',
    ],
    [
      { NOTIFY_WEBHOOK_URL: 'http://hooks.chat.example/secret' },
      'NOTIFY_WEBHOOK_URL is an http address elsewhere, and messages name leads; use the https address of the incoming webhook, or unset it',
    ],
  ])('names the value and the remedy: %j', (given, fault) => {
    expect(faultsOf({ ...ENOUGH, ...given })).toEqual([fault]);
  });

  test.each(['http://localhost:4400', 'http://127.0.0.1:4400', 'http://[::1]:4400'])(
    'lets the portal move the clock when the API is %s',
    (url) => {
      const env = {
        ...ENOUGH,
        HUBSPOT_API_URL: url,
        CLOCK_URL: 'http://localhost:4400/_portal/clock',
      };
      expect(readConfig(env).clockUrl).toBe('http://localhost:4400/_portal/clock');
    },
  );

  test.each([
    'https://api.hubapi.com',
    'http://127.0.0.1.example.com',
    'http://localhost.evil.com',
  ])('refuses to have the clock moved when the API is %s', (url) => {
    const env = {
      ...ENOUGH,
      HUBSPOT_API_URL: url,
      CLOCK_URL: 'http://localhost:4400/_portal/clock',
    };
    expect(faultsOf(env)[0]).toMatch(/^CLOCK_URL is set while HUBSPOT_API_URL is /);
  });

  test.each(['https://hooks.chat.example/T0/x/', 'http://localhost:9000/hook?key=a/'])(
    'keeps the address to notify to the letter: %s',
    (url) => {
      expect(readConfig({ ...ENOUGH, NOTIFY_WEBHOOK_URL: url }).notifyWebhookUrl).toBe(url);
    },
  );

  test('never shows a secret', () => {
    const env = {
      HUBSPOT_CLIENT_SECRET: 'hunter2',
      DATABASE_URL: 'hunter2',
      NOTIFY_WEBHOOK_URL: 'hunter2',
    };
    expect(faultsOf(env).join('\n')).not.toContain('hunter2');
  });
});
