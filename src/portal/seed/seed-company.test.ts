import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DAY } from '../../domain/instant.ts';
import { at } from '../../testing/at.ts';
import { createPortal, type Portal } from '../create-portal.ts';
import type { StoredRecord } from '../store/record-table.ts';
import { CONVERSIONS } from './conversion-catalogue.ts';

const NOW = at('2026-11-20T09:00:00Z');

let portal: Portal;
let contacts: readonly StoredRecord[];

beforeAll(() => {
  portal = createPortal({ clientSecret: 'secret', webhookTarget: null, now: () => NOW });
  contacts = portal.store.list({ type: 'contacts', limit: 1_000 });
});

afterAll(async () => {
  await portal.close();
});

describe('the seeded company', () => {
  test('has 12 owners in three teams, 60 companies and 300 contacts', () => {
    const owners = portal.store.owners.all();
    expect(owners).toHaveLength(12);
    expect(new Set(owners.map(({ teams }) => teams[0]?.name)).size).toBe(3);
    expect(portal.store.count('companies')).toBe(60);
    expect(contacts).toHaveLength(300);
  });

  test('has users with working hours in three time zones, one away, one owner archived', () => {
    const users = portal.store
      .list({ type: 'users', limit: 100 })
      .map(({ properties }) => properties);
    expect(new Set(users.map((user) => user['hs_standard_time_zone']))).toEqual(
      new Set(['Europe/Berlin', 'America/New_York', 'Australia/Sydney']),
    );
    expect(users.filter((user) => user['hs_availability_status'] === 'away')).toHaveLength(1);
    expect(portal.store.owners.all().filter(({ archived }) => archived)).toHaveLength(1);
  });

  test('has 25 MQLs that became so at least three weeks ago, and no younger ones', () => {
    const mqls = contacts.filter(
      ({ properties }) => properties['lifecyclestage'] === 'marketingqualifiedlead',
    );
    expect(mqls).toHaveLength(25);
    const youngest = Math.max(
      ...mqls.map(({ properties }) =>
        Date.parse(properties['hs_v2_date_entered_marketingqualifiedlead'] ?? ''),
      ),
    );
    expect(portal.clock.now() - youngest).toBeGreaterThan(21 * DAY);
  });

  test('uses every conversion of the catalogue, and only those', () => {
    const used = new Set(
      contacts.flatMap(({ properties }) => properties['recent_conversion_event_name'] ?? []),
    );
    expect([...used].sort()).toEqual(CONVERSIONS.map(({ name }) => name).sort());
  });

  test('has nobody at a real address: example domains, or hyphens that free mail never gives out', () => {
    for (const { properties } of contacts)
      expect(properties['email']).toMatch(
        /@([\w-]+\.)*[\w-]+\.example$|-demo-\d+@(gmail|yahoo)\.com$/,
      );
  });

  test('has nothing dated after the present but due dates, and stands at real time', () => {
    const now = portal.clock.now();
    for (const { createdAt, updatedAt } of contacts) {
      expect(createdAt).toBeLessThanOrEqual(now);
      expect(updatedAt).toBeLessThanOrEqual(now);
    }
    expect(portal.clock.describe()).toMatchObject({ offsetMs: 0, frozen: false });
  });
});
