import { beforeEach, describe, expect, test } from '@jest/globals';
import type { WebhookEvent } from '../../contract/webhook-event.ts';
import { contactId } from '../../domain/ids.ts';
import { createMemoryQueue } from '../../testing/memory-queue.ts';
import type { Queue } from '../ports/queue.ts';
import { causesOf } from './causes-of.ts';

/** Contacts that wait for facts, by company id. */
const HELD: Readonly<Record<string, readonly string[]>> = { '500': ['1', '2'], '501': ['3'] };

const ledger = {
  heldAt: (companyIds: readonly string[]) =>
    Promise.resolve(companyIds.flatMap((id) => HELD[id] ?? []).map(contactId)),
};

function anEvent(change: Partial<WebhookEvent> = {}): WebhookEvent {
  return {
    subscriptionType: 'object.propertyChange',
    objectId: '1',
    objectTypeId: '0-1',
    propertyName: 'lifecyclestage',
    propertyValue: 'marketingqualifiedlead',
    occurredAt: 1,
    ...change,
  };
}

function aCompanyChange(objectId: string, change: Partial<WebhookEvent> = {}): WebhookEvent {
  return anEvent({ objectId, objectTypeId: '0-2', propertyName: 'industry', ...change });
}

describe('causesOf', () => {
  let queue: Queue;

  beforeEach(() => {
    queue = createMemoryQueue();
  });

  /** Events that each contact was put in line for. */
  async function toldOf(...events: readonly WebhookEvent[]) {
    await queue.accept(await causesOf({ ledger }, events));
    return Object.fromEntries(
      (await queue.take(100)).map(({ contactId: id, causes }) => [
        id,
        causes.map((cause) => (cause.kind === 'told' ? cause.event : cause.kind)),
      ]),
    );
  }

  test.each([
    ['a changed property', anEvent()],
    ['a deletion', anEvent({ subscriptionType: 'object.deletion' })],
    ['a restore', anEvent({ subscriptionType: 'object.restore' })],
    ['an event that does not say what it is about', anEvent({ objectTypeId: undefined })],
    ['a privacy deletion', { subscriptionType: 'contact.privacyDeletion', objectId: '1' }],
    ['an event of the older kind', { subscriptionType: 'contact.propertyChange', objectId: '1' }],
  ])('tells of the contact of %s', async (_what, event) => {
    const one = { occurredAt: 1, ...event };
    expect(await toldOf(one)).toEqual({ 1: [one] });
  });

  test('tells of the survivor of a merge, which a new record may be', async () => {
    const merge = {
      subscriptionType: 'object.merge',
      primaryObjectId: '2',
      propertyName: undefined,
    };
    const intoOld = anEvent({ ...merge, mergedObjectIds: ['1', '2'] });
    const intoNew = anEvent({ ...merge, mergedObjectIds: ['1', '2'], newObjectId: '3' });
    expect(await toldOf(intoOld, intoNew)).toEqual({ 2: [intoOld], 3: [intoNew] });
  });

  test('tells of whoever waits for facts at a company that changed', async () => {
    const change = aCompanyChange('500');
    expect(await toldOf(change)).toEqual({ 1: [change], 2: [change] });
  });

  test('tells each of what changed at its own company', async () => {
    const industry = aCompanyChange('500');
    const name = aCompanyChange('500', { propertyName: 'name' });
    const other = aCompanyChange('501', { subscriptionType: 'company.propertyChange' });
    expect(await toldOf(industry, other, name, aCompanyChange('502'))).toEqual({
      1: [industry, name],
      2: [industry, name],
      3: [other],
    });
  });

  test.each([
    ['a company at which nobody waits', aCompanyChange('502')],
    ['a company that is gone', aCompanyChange('500', { subscriptionType: 'object.deletion' })],
    ['one of the older kind', aCompanyChange('500', { subscriptionType: 'company.deletion' })],
    ['a company that is new', aCompanyChange('500', { subscriptionType: 'object.creation' })],
    ['a deal', anEvent({ objectTypeId: '0-3' })],
    ['a deal of the older kind', anEvent({ subscriptionType: 'deal.propertyChange' })],
    ['somebody who speaks in our name', anEvent({ subscriptionType: 'baton.backlog' })],
    ['a name that means something elsewhere', anEvent({ subscriptionType: 'constructor' })],
    ['a type that means something elsewhere', anEvent({ objectTypeId: 'constructor' })],
  ])('has nothing to do for %s', async (_what, event) => {
    expect(await toldOf(event)).toEqual({});
  });

  test('asks nobody who waits where no company changed', async () => {
    const unasked = { heldAt: () => Promise.reject(new Error('Nobody was to be asked')) };
    await queue.accept(await causesOf({ ledger: unasked }, [anEvent()]));
    expect(await queue.take(100)).toHaveLength(1);
  });

  test('puts nobody in line when it cannot say who waits, so that HubSpot tells again', async () => {
    const away = { heldAt: () => Promise.reject(new Error('The database is away')) };
    const events = [anEvent(), aCompanyChange('500')];
    await expect(causesOf({ ledger: away }, events)).rejects.toThrow('The database is away');
    expect(await queue.take(100)).toEqual([]);
  });
});
