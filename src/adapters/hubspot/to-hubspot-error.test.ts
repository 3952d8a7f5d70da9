import { describe, expect, test } from '@jest/globals';
import { HubspotForbiddenError } from './hubspot-errors.ts';
import { toHubspotError } from './to-hubspot-error.ts';

const json = { 'content-type': 'application/json;charset=utf-8' };
const read = (status: number, body: unknown) =>
  toHubspotError({ call: 'GET /x', status, headers: json, body: JSON.stringify(body) });

describe('toHubspotError', () => {
  test.each([
    [400, {}, 'hubspot-refused'],
    [401, {}, 'hubspot-unauthorized'],
    [403, { status: 'error', message: 'not visible' }, 'hubspot-forbidden'],
    [404, {}, 'hubspot-not-found'],
    [409, {}, 'hubspot-refused'],
    [423, {}, 'hubspot-unavailable'],
    [429, { policyName: 'TEN_SECONDLY_ROLLING' }, 'hubspot-rate-limit'],
    [429, { policyName: 'SECONDLY' }, 'hubspot-rate-limit'],
    [429, { policyName: 'DAILY' }, 'hubspot-daily-limit'],
    [429, { message: 'You have reached your daily limit.' }, 'hubspot-daily-limit'],
    [429, null, 'hubspot-rate-limit'],
    [500, {}, 'hubspot-unavailable'],
    [524, { message: 5 }, 'hubspot-unavailable'],
  ])('%s %j is %s', (status, body, code) => {
    expect(read(status, body).code).toBe(code);
  });

  test('reads the HTML page of a missing record', () => {
    const error = toHubspotError({
      call: 'GET /x',
      status: 404,
      headers: {
        'content-type': 'text/html;charset=iso-8859-1',
        'x-hubspot-correlation-id': 'abc',
      },
      body: '<html><body>Not found</body></html>',
    });
    expect(error.message).toBe('HubSpot has no such thing: GET /x: no explanation (abc)');
  });

  test('names the scope that is missing and what to do', () => {
    const error = read(403, {
      category: 'MISSING_SCOPES',
      errors: [
        {
          context: {
            requiredScopes: ['contacts'],
            requiredGranularScopes: ['crm.objects.users.read'],
          },
        },
      ],
    });
    expect(error).toBeInstanceOf(HubspotForbiddenError);
    expect(error.message).toContain(
      "add crm.objects.users.read to the app's scopes, deploy and install it again",
    );
  });

  test('finds the faulty properties inside the message', () => {
    const faults = [
      { isValid: false, message: 'x', error: 'PROPERTY_DOESNT_EXIST', name: 'handoff_x' },
    ];
    const error = read(400, {
      message: `Property values were not valid: ${JSON.stringify(faults)}`,
      category: 'VALIDATION_ERROR',
    });
    expect(error).toMatchObject({
      faults: [{ property: 'handoff_x', code: 'PROPERTY_DOESNT_EXIST' }],
    });
  });

  test('keeps a message whose list of faults is cut off', () => {
    const error = read(400, { message: 'Property values were not valid: [{"isValid":' });
    expect(error).toMatchObject({ faults: [] });
    expect(error.message).toContain('Property values were not valid');
  });
});
