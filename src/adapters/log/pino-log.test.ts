import { describe, expect, test } from '@jest/globals';
import { createLog } from './pino-log.ts';

function recorded(act: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  act(
    createLog({
      level: 'info',
      base: { portalId: 1 },
      destination: { write: (l) => lines.push(l) },
    }),
  );
  return lines.join('');
}

describe('createLog', () => {
  test('writes one JSON object per line with its fields', () => {
    const line = recorded((log) => {
      log.info({ contactId: '101' }, 'handed off');
    });
    expect(JSON.parse(line)).toMatchObject({ portalId: 1, contactId: '101', msg: 'handed off' });
  });

  test.each([
    [{ email: 'ann@example.com' }],
    [{ owner: { name: 'Ann Example', email: 'ann@example.com' } }],
    [{ batch: { contact: { firstname: 'Ann Example' } } }],
    [{ accessToken: 'Ann Example' }],
    [{ message: 'Contact ann@example.com exists' }],
    [{ err: new Error('Contact ann@example.com exists') }],
  ])('keeps personal data and secrets out: %j', (fields) => {
    const line = recorded((log) => {
      log.error(fields, 'for ann@example.com');
    });
    expect(line).not.toMatch(/ann@example\.com|Ann Example/);
    expect(line).not.toBe('');
  });

  test('writes nothing below its level', () => {
    expect(
      recorded((log) => {
        log.debug({}, 'detail');
      }),
    ).toBe('');
  });
});
