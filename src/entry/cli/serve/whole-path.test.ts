import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import type { CardAnswer } from '../../../contract/card-answer.ts';
import { HOUR, MINUTE } from '../../../domain/instant.ts';
import { describeInBrowser, launchBrowser, openWatchedPage } from '../../../testing/browser.ts';
import { addLead, startLocalBaton } from '../../../testing/local-baton.ts';
import type { LocalBaton } from './start-local.ts';

describeInBrowser(describe)('the whole path, from MQL to a decision of sales', () => {
  let baton: LocalBaton;
  let browser: Browser;
  let page: Page;
  let problems: readonly string[];

  beforeAll(async () => {
    [baton, browser] = await Promise.all([startLocalBaton(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await baton.stop();
  });
  beforeEach(async () => {
    ({ page, problems } = await openWatchedPage(browser));
  });
  afterEach(async () => {
    await page.context().close();
    if (problems.length > 0) throw new Error(`The page reported: ${problems.join('; ')}`);
  });

  const contact = (id: string): Readonly<Record<string, string>> => {
    const record = baton.portal.store.get('contacts', id);
    if (record === undefined) throw new Error(`No contact ${id}`);
    return record.properties;
  };
  const tasksOf = (id: string): readonly Readonly<Record<string, string>>[] => {
    const { store } = baton.portal;
    const record = store.get('contacts', id);
    const ids = store.associations(record?.id ?? '', 'tasks').map(({ toId }) => toId);
    return [...store.getMany('tasks', [...new Set(ids)]).values()].map(
      ({ properties }) => properties,
    );
  };
  const ownerName = (ownerId: string): string => {
    const owner = baton.portal.store.owners.find(ownerId);
    return `${owner?.firstName ?? ''} ${owner?.lastName ?? ''}`;
  };
  /** A rep who has no part in the handoff and leads nobody. */
  const bystander = (id: string): string => {
    const rep = baton.portal.store.owners
      .all()
      .findLast(({ id: one, archived }) => !archived && one !== contact(id)['hubspot_owner_id']);
    return rep?.id ?? '';
  };

  const stage = (): Locator => page.getByRole('combobox', { name: 'Lifecycle stage', exact: true });
  const openRecord = async (id: string): Promise<void> => {
    await page.goto(`${baton.portalUrl}/contacts/${id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  const actAs = async (ownerId: string): Promise<void> => {
    await page.getByRole('combobox', { name: 'Acting as' }).selectOption(ownerId);
  };
  const sidebar = (): Locator =>
    page.getByRole('region', { name: 'Lead handoff in the sidebar (local preview)' });
  const tab = (): Locator =>
    page.getByRole('region', { name: 'Lead handoff (local preview)', exact: true });

  /** A lead of a rep, handed over in the page, and the record open as that rep sees it. */
  const handedOver = async (lastname: string): Promise<string> => {
    const id = addLead(baton.portal, lastname);
    await openRecord(id);
    await sidebar().getByText('No handoff on this contact').waitFor();
    await stage().selectOption('marketingqualifiedlead');
    await page.getByRole('button', { name: 'Mark as complete' }).waitFor();
    await actAs(contact(id)['hubspot_owner_id'] ?? '');
    await sidebar().getByRole('button', { name: 'Accept' }).waitFor();
    return id;
  };
  /** Asks the app as the card of another person would: signed with that person's user id. */
  const askAs = async (ownerId: string, body: object): Promise<CardAnswer> => {
    const sent = await page.request.post(`${baton.portalUrl}/_portal/preview/fetch`, {
      data: {
        owner: ownerId,
        request: {
          url: `${baton.appUrl}/card`,
          method: 'POST',
          headers: {},
          body,
        },
      },
    });
    const { status, body: text } = (await sent.json()) as { status: number; body: string };
    if (status !== 200) throw new Error(`The app answered ${status}: ${text}`);
    return JSON.parse(text) as CardAnswer;
  };
  const about = (id: string) => ({
    contactId: id,
    handoffId: contact(id)['handoff_id'] ?? '',
    requestId: randomUUID(),
  });

  test('an MQL gets tier, owner, reason, due time and a task by itself; an old one stays as it was', async () => {
    const old = baton.portal.store
      .list({ type: 'contacts', limit: 500 })
      .find(({ properties }) => properties['lifecyclestage'] === 'marketingqualifiedlead');
    const before = { ...old?.properties };
    const id = addLead(baton.portal, 'Sommer');
    await openRecord(id);
    await page.getByText('No open task').waitFor();
    await sidebar().getByText('No handoff on this contact').waitFor();

    await stage().selectOption('marketingqualifiedlead');

    const task = page.getByRole('listitem').filter({ hasText: 'Call now: Mia Sommer' });
    await task.getByText(/Asked for a demo/).waitFor();
    for (const value of ['Tier 1: call now', 'Waiting for the rep to decide', 'Running'])
      await page.locator('.record-left').getByText(value, { exact: true }).waitFor();
    const { hubspot_owner_id: owner = '', handoff_sla_due_at: due = '' } = contact(id);
    expect(contact(id)).toMatchObject({
      handoff_tier: 'tier_1',
      handoff_owner: owner,
      handoff_reason: expect.stringMatching(/^Asked for a demo 2 hours ago/),
    });
    // Asked for contact: half an hour, in the European team's working hours.
    expect(Date.parse(due) - baton.portal.clock.now()).toBeLessThanOrEqual(30 * MINUTE);
    await page
      .locator('.record-left')
      .getByText(/, 10:4\d$/)
      .first()
      .waitFor();
    await page
      .locator('.record-left')
      .getByRole('definition')
      .getByText(ownerName(owner), { exact: true })
      .first()
      .waitFor();
    expect(tasksOf(id)).toMatchObject([{ hubspot_owner_id: owner, hs_task_status: 'NOT_STARTED' }]);
    await sidebar().getByText('Waiting for the rep to decide').waitFor();

    await task.getByRole('link', { name: 'contact record' }).click();
    await page.waitForURL(`${baton.portalUrl}/contacts/${id}`);
    expect(baton.portal.store.get('contacts', old?.id ?? '')?.properties).toEqual(before);
  });

  test('the owner rejects in the tab: a reason with its note, shown at once and on the record', async () => {
    const id = await handedOver('Winter');
    await page.getByRole('tab', { name: 'Lead handoff' }).click();
    await tab().getByRole('button', { name: 'Reject' }).click();
    await tab().getByLabel('Reason').selectOption({ label: 'other reason' });
    await tab().getByRole('button', { name: 'Yes, reject: other reason' }).click();
    await tab().getByText('This reason needs a few words.').waitFor();
    expect(contact(id)['handoff_status']).toBe('awaiting_decision');

    await tab().getByLabel('Note').fill('A supplier of ours.');
    await tab().getByLabel('Note').blur();
    await tab().getByRole('button', { name: 'Yes, reject: other reason' }).click();

    await tab().getByText('Rejected: other reason. Marketing reviews it.').waitFor();
    await sidebar().getByText('Rejected by sales').waitFor();
    await page.locator('.record-left').getByText('Rejected by sales', { exact: true }).waitFor();
    await page.locator('.record-left').getByText('A supplier of ours.', { exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Activities' }).click();
    await page.getByText('Completed', { exact: true }).waitFor();
    // The rep is done; marketing has a task of its own.
    expect(
      tasksOf(id)
        .map((task) => task['hs_task_status'])
        .sort(),
    ).toEqual(['COMPLETED', 'NOT_STARTED']);
  });

  test('a rejection is taken back within five minutes by whoever made it', async () => {
    const id = await handedOver('Frost');
    await sidebar().getByRole('button', { name: 'Reject' }).click();
    await sidebar().getByLabel('Reason').selectOption({ label: 'not our kind of company' });
    await sidebar().getByRole('button', { name: 'Yes, reject: not our kind of company' }).click();
    await sidebar().getByText('Rejected by sales').waitFor();

    await sidebar().getByRole('button', { name: 'Undo' }).click();
    await sidebar().getByRole('button', { name: 'Yes, undo' }).click();

    await sidebar().getByText('Undone. The handoff waits for your decision again.').waitFor();
    await sidebar().getByRole('button', { name: 'Accept' }).waitFor();
    expect(contact(id)).toMatchObject({ handoff_status: 'awaiting_decision' });
    expect(contact(id)['handoff_reason_code'] ?? '').toBe('');
  });

  test('accepting takes two clicks and moves the lifecycle stage on', async () => {
    const id = await handedOver('Herbst');
    await sidebar().getByRole('button', { name: 'Accept' }).click();
    await sidebar().getByRole('button', { name: 'Yes, accept: Outreach started' }).click();

    await sidebar().getByText('Accepted by sales').waitFor();
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLSelectElement>('.pick select')?.value === 'salesqualifiedlead',
    );
    expect(contact(id)).toMatchObject({
      lifecyclestage: 'salesqualifiedlead',
      handoff_acceptance: 'outreach_started',
      handoff_decided_by: contact(id)['hubspot_owner_id'],
    });
    // The first touch is still owed.
    expect(tasksOf(id)).toMatchObject([{ hs_task_status: 'NOT_STARTED' }]);
  });

  test('recycling proposes the day on which the lead comes back', async () => {
    const id = await handedOver('Regen');
    await sidebar().getByRole('button', { name: 'Recycle' }).click();
    await sidebar().getByLabel('Reason').selectOption({ label: 'wrong timing' });
    await sidebar().getByText('sales stays silent for 90 days').waitFor();
    await sidebar().getByRole('button', { name: 'Yes, recycle: wrong timing' }).click();

    await sidebar().getByText('Recycled: not now').waitFor();
    const revisit = Date.parse(contact(id)['handoff_revisit_on'] ?? '');
    const days = (revisit - baton.portal.clock.now()) / (24 * HOUR);
    expect(Math.ceil(days)).toBe(90);
    await page.locator('.record-left').getByText('Recycled: not now', { exact: true }).waitFor();
    expect(tasksOf(id)).toMatchObject([{ hs_task_status: 'COMPLETED' }]);
  });

  test('"Not mine" passes lead and task to another rep', async () => {
    const id = await handedOver('Nebel');
    const first = contact(id)['hubspot_owner_id'];
    await sidebar().getByRole('button', { name: 'Not mine' }).click();
    await sidebar()
      .getByRole('button', { name: /^Yes, not mine/ })
      .click();

    await sidebar()
      .getByText(/^Passed on to /)
      .waitFor();
    const next = contact(id)['hubspot_owner_id'] ?? '';
    expect(next).not.toBe(first);
    expect(contact(id)).toMatchObject({ handoff_owner: next, handoff_status: 'awaiting_decision' });
    expect(tasksOf(id)).toMatchObject([{ hubspot_owner_id: next, hs_task_status: 'NOT_STARTED' }]);
    await page.getByRole('listitem').getByText(ownerName(next)).first().waitFor();
  });

  test('a logged attempt stands on the timeline and stops the clock', async () => {
    const id = await handedOver('Hagel');
    await sidebar().getByRole('button', { name: 'Log attempt' }).click();
    await sidebar().getByLabel('What came of it').selectOption({ label: 'Left a voicemail' });
    await sidebar()
      .getByRole('textbox', { name: 'Next step', exact: true })
      .fill('Call again at four');
    await sidebar().getByRole('textbox', { name: 'Next step', exact: true }).blur();
    await sidebar().getByRole('button', { name: 'Log the attempt' }).click();

    await sidebar().getByText('Touched in time').waitFor();
    await page.getByRole('tab', { name: 'Activities' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Call: left a voicemail' }).waitFor();
    expect(contact(id)).toMatchObject({ handoff_touches: '1', handoff_sla_status: 'met' });
  });

  test('somebody else is told whose handoff it is, and refused when the call is made anyway', async () => {
    const id = await handedOver('Sturm');
    const owner = contact(id)['hubspot_owner_id'] ?? '';
    await actAs(bystander(id));
    await sidebar()
      .getByText(`This handoff belongs to ${ownerName(owner)}.`)
      .waitFor();
    expect(await sidebar().getByRole('button', { name: 'Accept' }).count()).toBe(0);

    const answer = await askAs(bystander(id), {
      do: 'decide',
      ...about(id),
      decision: 'reject',
      reasonCode: 'wrong_icp',
    });
    expect(answer).toMatchObject({
      outcome: 'forbidden',
      current: { status: { id: 'awaiting_decision' } },
    });
    expect(contact(id)['handoff_status']).toBe('awaiting_decision');
  });

  test('a card that was overtaken by another decision says what is true now', async () => {
    const id = await handedOver('Wolke');
    const owner = contact(id)['hubspot_owner_id'] ?? '';
    await sidebar().getByRole('button', { name: 'Reject' }).click();
    await askAs(owner, {
      do: 'decide',
      ...about(id),
      decision: 'accept',
      acceptance: 'in_discovery',
    });
    await sidebar().getByLabel('Reason').selectOption({ label: 'not our kind of company' });
    await sidebar().getByRole('button', { name: 'Yes, reject: not our kind of company' }).click();

    await sidebar().getByText('This handoff has moved on').waitFor();
    await sidebar().getByText('Accepted: Discovery under way').waitFor();
    expect(contact(id)['handoff_status']).toBe('accepted');
  });

  test('the same request sent twice is carried out once', async () => {
    const id = await handedOver('Blitz');
    const owner = contact(id)['hubspot_owner_id'] ?? '';
    const attempt = {
      do: 'log_attempt',
      ...about(id),
      channel: 'phone',
      result: 'no_answer',
      nextStep: 'try again tomorrow',
    };
    const [first, second] = [await askAs(owner, attempt), await askAs(owner, attempt)];

    expect([first.outcome, second.outcome]).toEqual(['ok', 'ok']);
    expect(contact(id)['handoff_touches']).toBe('1');
    expect(baton.portal.store.associations(id, 'calls')).toHaveLength(1);
  });

  test('the record with both cards has no serious fault that axe-core can find, wide or narrow', async () => {
    await handedOver('Sonne');
    await page.getByRole('tab', { name: 'Lead handoff' }).click();
    await tab().getByRole('button', { name: 'Accept' }).waitFor();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const serious = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});
