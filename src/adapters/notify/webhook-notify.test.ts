import { describe, expect, test } from '@jest/globals';
import nock from 'nock';
import type { Notice } from '../../application/ports/notify.ts';
import { instant } from '../../domain/instant.ts';
import { useNock } from '../../testing/use-nock.ts';
import { noNotify } from './no-notify.ts';
import { createWebhookNotify } from './webhook-notify.ts';

const HOST = 'https://hooks.chat.example';
const PATH = '/services/T0/secret';

interface Posted {
  readonly text: string;
  readonly baton: { readonly notices: readonly Readonly<Record<string, unknown>>[] };
}

function notifying(override: Partial<Parameters<typeof createWebhookNotify>[0]> = {}) {
  const sleeps: number[] = [];
  const warnings: Readonly<Record<string, unknown>>[] = [];
  const nothing = (): void => undefined;
  const notify = createWebhookNotify({
    url: HOST + PATH,
    fetch: globalThis.fetch,
    sleep: (ms) => {
      sleeps.push(ms);
      return Promise.resolve();
    },
    log: {
      debug: nothing,
      info: nothing,
      warn: (fields, text) => warnings.push({ ...fields, text }),
      error: nothing,
    },
    ...override,
  });
  return { notify, sleeps, warnings };
}

const aNotice = (notice: Partial<Notice> = {}): Notice => ({
  kind: 'due_soon',
  handoffId: 'h-1',
  contactId: '101',
  ownerId: '9001',
  text: 'Ada Quist is due at 10:30.',
  link: 'https://app.hubspot.com/contacts/1/record/0-1/101',
  at: instant(Date.UTC(2026, 10, 20, 9)),
  ...notice,
});

/** Takes any number of messages and keeps them. */
function takes(times: number): Posted[] {
  const posted: Posted[] = [];
  nock(HOST)
    .post(PATH, (body: Posted) => {
      posted.push(body);
      return true;
    })
    .times(times)
    .reply(200, 'ok');
  return posted;
}

useNock();

describe('notices', () => {
  test('go out as text for a chat and as fields for a program', async () => {
    const posted = takes(1);
    await notifying().notify.send([
      aNotice(),
      aNotice({ kind: 'held', ownerId: null, text: 'Nobody is free for Bo Li.' }),
    ]);
    expect(posted).toEqual([
      {
        text: [
          'Ada Quist is due at 10:30. https://app.hubspot.com/contacts/1/record/0-1/101',
          'Nobody is free for Bo Li. https://app.hubspot.com/contacts/1/record/0-1/101',
        ].join('\n\n'),
        baton: {
          notices: [
            { ...aNotice(), at: '2026-11-20T09:00:00.000Z' },
            {
              ...aNotice({ kind: 'held', ownerId: null, text: 'Nobody is free for Bo Li.' }),
              at: '2026-11-20T09:00:00.000Z',
            },
          ],
        },
      },
    ]);
  });

  test('share messages, ten at most in one', async () => {
    const posted = takes(2);
    await notifying().notify.send(Array.from({ length: 11 }, () => aNotice()));
    expect(posted.map(({ baton }) => baton.notices.length)).toEqual([10, 1]);
  });

  test('of none nothing is posted', async () => {
    const { notify, warnings } = notifying();
    await notify.send([]);
    await noNotify.send([aNotice()]);
    expect(warnings).toEqual([]);
  });

  test('call nobody with a name from a form, and are cut when endless', async () => {
    const posted = takes(1);
    await notifying().notify.send([
      aNotice({ text: '<!channel> & <https://evil.example|you>' }),
      aNotice({ text: 'x'.repeat(301) }),
      aNotice({ text: 'y'.repeat(300) }),
    ]);
    const [called, cut, whole] = posted[0]?.text.split('\n\n') ?? [];
    expect(called).toMatch(/^&lt;!channel&gt; &amp; &lt;https:\/\/evil.example\|you&gt; https/);
    expect(cut).toMatch(/^x{299}… https/);
    expect(whole).toMatch(/^y{300} https/);
  });
});

describe('a webhook that does not take a message', () => {
  test.each([429, 500, 503])('is tried again after %d', async (status) => {
    nock(HOST).post(PATH).reply(status).post(PATH).reply(status).post(PATH).reply(200, 'ok');
    const { notify, sleeps, warnings } = notifying();
    await notify.send([aNotice()]);
    expect(sleeps).toEqual([1000, 4000]);
    expect(warnings).toEqual([]);
  });

  test('is given up after three tries, and nothing more is sent or thrown', async () => {
    nock(HOST).post(PATH).times(3).reply(500);
    const { notify, warnings } = notifying();
    await notify.send(Array.from({ length: 45 }, () => aNotice()));
    expect(warnings).toEqual([
      {
        host: 'hooks.chat.example',
        cause: 'HTTP 500',
        notSent: 45,
        text: expect.stringContaining('check NOTIFY_WEBHOOK_URL'),
      },
    ]);
  });

  test('is not asked again when it refuses', async () => {
    nock(HOST).post(PATH).reply(404, 'no_service');
    const { notify, sleeps, warnings } = notifying();
    await notify.send([aNotice()]);
    expect(sleeps).toEqual([]);
    expect(warnings).toMatchObject([{ cause: 'HTTP 404', notSent: 1 }]);
  });

  test('is said to be out of reach by host and code, never by address or name', async () => {
    nock(HOST)
      .post(PATH)
      .times(3)
      .replyWithError(
        Object.assign(new Error(`cannot reach ${HOST + PATH}`), { code: 'ENOTFOUND' }),
      );
    const { notify, warnings } = notifying();
    await notify.send([aNotice()]);
    expect(warnings).toMatchObject([{ host: 'hooks.chat.example', cause: 'ENOTFOUND' }]);
    expect(JSON.stringify(warnings)).not.toMatch(/secret|Quist/);
  });

  test('is left behind when no answer comes in time', async () => {
    let calls = 0;
    const fetch: typeof globalThis.fetch = (_, init) => {
      calls += 1;
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => {
          reject(init.signal?.reason as Error);
        });
      });
    };
    const { notify, warnings } = notifying({ fetch, timeoutMs: 1 });
    await notify.send([aNotice()]);
    expect(calls).toBe(3);
    expect(warnings).toMatchObject([{ cause: 'no answer in time' }]);
  });

  test('that points elsewhere is not followed', async () => {
    nock(HOST).post(PATH).times(3).reply(307, '', { location: 'https://elsewhere.example/' });
    nock('https://elsewhere.example').post('/').optionally().reply(200, 'thank you');
    const { notify, warnings } = notifying();
    await notify.send([aNotice()]);
    expect(warnings).toMatchObject([{ notSent: 1 }]);
  });
});
