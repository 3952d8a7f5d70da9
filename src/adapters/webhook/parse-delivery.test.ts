import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseDelivery } from './parse-delivery.ts';

/** Field names and types of the generic shape reported as captured (hubspot §5.2). */
const EVENT = {
  eventId: 3816279340,
  subscriptionId: 25,
  portalId: 33,
  appId: 1160452,
  occurredAt: 1795132800000,
  subscriptionType: 'object.propertyChange',
  objectTypeId: '0-1',
  attemptNumber: 0,
  objectId: 101,
  propertyName: 'lifecyclestage',
  propertyValue: 'marketingqualifiedlead',
  changeSource: 'CRM_UI',
  sourceId: 'userId:7',
  isSensitive: false,
};

describe('parseDelivery', () => {
  test('reads an event, with its id as text', () => {
    const { events, faults } = parseDelivery(JSON.stringify([EVENT]));
    expect(faults).toEqual([]);
    expect(events[0]).toMatchObject({ objectId: '101', propertyName: 'lifecyclestage' });
  });

  test('reads raw bytes', () => {
    const { events } = parseDelivery(
      Buffer.from(JSON.stringify([{ ...EVENT, propertyValue: 'Zoë' }])),
    );
    expect(events[0]?.propertyValue).toBe('Zoë');
  });

  test('keeps the good events beside a bad one and says which is bad', () => {
    const body = [EVENT, { ...EVENT, objectId: 'ann@example.com' }, null, EVENT];
    const { events, faults } = parseDelivery(JSON.stringify(body));
    expect(events).toHaveLength(2);
    expect(faults.map((fault) => fault.index)).toEqual([1, 2]);
    expect(JSON.stringify(faults)).not.toContain('ann@example.com');
  });

  test.each([
    ['', 'The body is not JSON'],
    ['{"email": "ann@exa', 'The body is not JSON'],
    ['{}', 'The body is not a JSON array of events'],
    ['null', 'The body is not a JSON array of events'],
  ])('reports %j as a whole: %s', (body, message) => {
    expect(parseDelivery(body)).toEqual({ events: [], faults: [{ index: null, message }] });
  });

  test('never throws, and accounts for every element', () => {
    fc.assert(
      fc.property(fc.oneof(fc.array(fc.jsonValue()), fc.jsonValue()), (value) => {
        const { events, faults } = parseDelivery(JSON.stringify(value));
        expect(events.length + faults.length).toBe(Array.isArray(value) ? value.length : 1);
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => parseDelivery(bytes)).not.toThrow();
      }),
    );
  });
});
