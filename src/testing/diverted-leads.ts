import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { publishDetours } from './a-customer.ts';
import { at } from './at.ts';
import { startTestBaton, type TestBaton } from './test-baton.ts';

/** What makes a contact enter the stage that starts a handoff. */
export const MQL = { lifecyclestage: 'marketingqualifiedlead' };

/** A running Baton whose policy diverts and holds leads, on a Tuesday at ten in New York. */
export interface DivertedLeads {
  readonly baton: () => TestBaton;
  /** A contact becomes an MQL; gives its id back. */
  readonly asks: (id: string) => Promise<string>;
  /** What HubSpot shows of a contact. */
  readonly shown: (id: string) => Readonly<Record<string, string>>;
}

/** Starts it for the tests of a file. */
export function divertedLeads(): DivertedLeads {
  let baton: TestBaton;
  beforeAll(async () => {
    baton = await startTestBaton();
    await publishDetours(baton);
  });
  afterAll(async () => {
    await baton.close();
  });
  beforeEach(() => {
    baton.portal.clock.freeze(true);
    baton.portal.clock.set(at('2026-12-01T15:00:00Z'));
  });
  return {
    baton: () => baton,
    asks: async (id) => {
      await baton.change(id, MQL);
      return id;
    },
    shown: (id) => baton.values('contacts', id),
  };
}
