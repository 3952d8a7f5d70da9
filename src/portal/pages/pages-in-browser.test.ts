import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser, launchBrowser, openWatchedPage } from '../../testing/browser.ts';
import { createPortal, type Portal } from '../create-portal.ts';
import type { ChangeEvent } from '../records/change-event.ts';
import type { Owner } from '../store/owner-table.ts';
import { mountPages } from './mount-pages.ts';

const BERLIN = 'Europe/Berlin';
const START = Date.parse('2026-11-20T09:00:00Z');

describeInBrowser(describe)('the pages of the local portal', () => {
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let problems: readonly string[];
  let address: string;
  let events: ChangeEvent[];
  let contactId: string;
  let owner: Owner;

  beforeAll(async () => {
    portal = createPortal({ clientSecret: 'secret', webhookTarget: null, now: () => START });
    await mountPages(portal.app, portal, { timeZone: BERLIN });
    // The preview is another module's; without it the pages ask in vain for the cards.
    portal.app.get('/_portal/preview/cards', (_request, response) => {
      response.json([]);
    });
    const { port } = await portal.listen(0);
    address = `http://127.0.0.1:${port}`;
    portal.store.onEvents((told) => {
      events.push(...told);
    });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
  });
  beforeEach(async () => {
    events = [];
    await portal.reset();
    const [first] = portal.store.owners.all();
    if (first === undefined) throw new Error('the seed has no owner');
    owner = first;
    const contact = portal.store.create(
      'contacts',
      {
        firstname: 'Ada',
        lastname: 'Testcase',
        email: 'ada.testcase@example.com',
        lifecyclestage: 'lead',
      },
      { type: 'IMPORT', id: 'test' },
    );
    contactId = contact.id;
    events = [];
    await (page as Page | undefined)?.context().close();
    ({ page, problems } = await openWatchedPage(browser));
  });

  const openContact = async () => {
    await page.goto(`${address}/contacts/${contactId}`);
    await page.getByRole('heading', { level: 1, name: 'Ada Testcase' }).waitFor();
  };
  const stage = () => page.getByRole('combobox', { name: 'Lifecycle stage', exact: true });

  test('says that it is a stand-in for HubSpot, and what time it is where', async () => {
    await page.goto(address);

    await page.getByText('Local stand-in for HubSpot').waitFor();
    await page.getByText('Fri, 20 Nov 2026, 10:00').waitFor();
    expect(await page.getByText(BERLIN).count()).toBeGreaterThan(0);
    expect(problems).toEqual([]);
  });

  test('finds contacts by name, e-mail and company, and filters by stage and owner', async () => {
    await page.goto(address);
    const search = page.getByRole('searchbox', { name: 'Search' });
    await search.fill('ada.testcase@example.com');
    await page.getByText('1 contact of 301').waitFor();
    await page.getByRole('link', { name: 'Ada Testcase' }).waitFor();
    expect(await page.getByRole('row').count()).toBe(2);

    const company = portal.store
      .list({ type: 'companies', limit: 1 })
      .map((record) => record.properties['name'] ?? '')[0];
    await search.fill(company ?? '');
    await page.getByRole('link', { name: 'Ada Testcase' }).waitFor({ state: 'detached' });
    await page
      .getByRole('cell', { name: company ?? '' })
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('301 contacts').waitFor();
    await page.getByRole('combobox', { name: 'Lifecycle stage' }).selectOption('customer');
    await page.getByText(/^\d+ contacts? of 301$/).waitFor();
    expect(new Set(await page.getByRole('cell', { name: /^(Lead|Subscriber)$/ }).all()).size).toBe(
      0,
    );

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('combobox', { name: 'Owner' }).selectOption(owner.id);
    await page.getByText(/^\d+ contacts? of 301$/).waitFor();
    const name = `${owner.firstName} ${owner.lastName}`;
    const rows = (await page.getByRole('row').count()) - 1;
    expect(await page.getByRole('cell', { name, exact: true }).count()).toBe(rows);
    expect(problems).toEqual([]);
  });

  test('pages through the list and keeps the choice in the address', async () => {
    await page.goto(address);
    await page.getByText('Page 1 of 13').waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByText('Page 2 of 13').waitFor();
    expect(page.url()).toContain('page=2');

    await page.goBack();
    await page.getByText('Page 1 of 13').waitFor();
    expect(problems).toEqual([]);
  });

  test('writes a change of stage as the acting person, so that webhooks say CRM_UI', async () => {
    const [, second] = portal.store.owners.all();
    await openContact();
    await page.getByRole('combobox', { name: 'Acting as' }).selectOption(second?.id ?? '');
    await stage().selectOption('marketingqualifiedlead');
    await page.getByText('Lifecycle stage set to Marketing Qualified Lead.').waitFor();

    expect(events).toContainEqual(
      expect.objectContaining({
        kind: 'propertyChange',
        name: 'lifecyclestage',
        value: 'marketingqualifiedlead',
        source: { type: 'CRM_UI', id: `userId:${second?.userId ?? 0}` },
      }),
    );
    expect(problems).toEqual([]);
  });

  test('shows what the app writes without being asked', async () => {
    await openContact();
    const contact = portal.store.get('contacts', contactId);
    if (contact === undefined) throw new Error('the contact is gone');
    const app = { type: 'INTEGRATION', id: '9' } as const;
    const task = portal.store.create(
      'tasks',
      {
        hs_timestamp: new Date(START + 3_600_000).toISOString(),
        hs_task_subject: 'Call Ada first',
        hs_task_body: '<p>Asked for a <b>demo</b><script>document.title="run"</script></p>',
        hubspot_owner_id: owner.id,
        hs_task_reminders: String(START + 1_800_000),
      },
      app,
    );
    portal.store.associate(task, contact);
    portal.store.update(contact, { jobtitle: 'Head of Planning' }, app);

    await page.getByText('Head of Planning').first().waitFor();
    const shown = page.getByRole('listitem').filter({ hasText: 'Call Ada first' });
    await shown.getByText('Reminder 20 Nov, 10:30').waitFor();
    expect(await shown.locator('b').textContent()).toBe('demo');
    expect(await page.locator('.rich-text script').count()).toBe(0);
    expect(await page.title()).toBe('Ada Testcase · Local portal');

    await shown.getByRole('button', { name: 'Mark as complete' }).click();
    await page.getByText('Task completed.').waitFor();
    expect(portal.store.get('tasks', task.id)?.properties['hs_task_status']).toBe('COMPLETED');
    expect(problems).toEqual([]);
  });

  test('logs a call with outcome, length and time for the acting person', async () => {
    await openContact();
    await page.getByRole('tab', { name: 'Activities' }).click();
    await page.getByRole('button', { name: 'Log a call' }).click();
    await page.getByLabel('Outcome').selectOption({ label: 'Connected' });
    await page.getByLabel('Duration in minutes').fill('7');
    await page.getByLabel(`When (${BERLIN})`).fill('2026-11-20T09:30');
    await page.getByLabel('Notes').fill('Wants <prices>');
    await page.getByRole('button', { name: 'Log call' }).click();
    await page.getByText('Call logged.').waitFor();

    const entry = page.getByRole('listitem').filter({ hasText: 'Outbound call' });
    await entry.getByText('Connected').waitFor();
    await entry.getByText('7 min').waitFor();
    await entry.getByText('Wants <prices>').waitFor();
    const [call] = portal.store.list({ type: 'calls', limit: 100 }).slice(-1);
    expect(call?.properties).toMatchObject({
      hs_timestamp: '2026-11-20T08:30:00.000Z',
      hs_call_duration: '420000',
      hubspot_owner_id: owner.id,
    });
    expect(problems).toEqual([]);
  });

  test.each([
    { button: 'Add a note', field: 'Note', submit: 'Add note', said: 'Note added.' },
    { button: 'Log an e-mail', field: 'Subject', submit: 'Log e-mail', said: 'E-mail logged.' },
    { button: 'Log a meeting', field: 'Title', submit: 'Log meeting', said: 'Meeting logged.' },
    { button: 'Log a message', field: 'Message', submit: 'Log message', said: 'Message logged.' },
  ])('takes "$button"', async ({ button, field, submit, said }) => {
    await openContact();
    await page.getByRole('tab', { name: 'Activities' }).click();
    await page.getByRole('button', { name: button }).click();
    await page.getByRole('textbox', { name: field, exact: true }).fill('About the demo');
    await page.getByRole('button', { name: submit }).click();
    await page.getByText(said).waitFor();

    await page.getByRole('listitem').filter({ hasText: 'About the demo' }).waitFor();
    expect(problems).toEqual([]);
  });

  test('edits a property in its place and says what is wrong with a value', async () => {
    await openContact();
    await page.getByRole('searchbox', { name: 'Find a property' }).fill('job title');
    await page.getByRole('button', { name: 'Edit Job Title' }).click();
    await page.getByRole('textbox', { name: 'Job Title' }).fill('Planner');
    await page.keyboard.press('Enter');
    await page.getByText('Job Title saved.').waitFor();
    expect(portal.store.get('contacts', contactId)?.properties['jobtitle']).toBe('Planner');

    await page.getByRole('searchbox', { name: 'Find a property' }).fill('email');
    await page.getByRole('button', { name: 'Edit Email', exact: true }).click();
    const taken = portal.store.list({ type: 'contacts', limit: 1 })[0]?.properties['email'] ?? '';
    await page.getByRole('textbox', { name: 'Email', exact: true }).fill(taken);
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .getByText(/Contact already exists/)
      .waitFor();
  });

  test('moves business time on', async () => {
    await page.goto(address);
    await page.getByRole('button', { name: '+30 min' }).click();
    await page.getByText('Fri, 20 Nov 2026, 10:30').waitFor();
    await page.getByRole('button', { name: '+1 day' }).click();
    await page.getByText('Sat, 21 Nov 2026, 10:30').waitFor();

    expect(portal.clock.now()).toBe(START + 24.5 * 3_600_000);
    expect(problems).toEqual([]);
  });

  test('lists the open tasks of a person, the overdue ones marked', async () => {
    for (const [subject, at] of [
      ['Late task', START - 3_600_000],
      ['Later task', START + 3_600_000],
    ] as const) {
      portal.store.create(
        'tasks',
        { hs_timestamp: String(at), hs_task_subject: subject, hubspot_owner_id: owner.id },
        { type: 'INTEGRATION', id: '9' },
      );
    }
    await page.goto(`${address}/tasks`);

    await page.getByText('20 Nov, 09:00 (overdue)').waitFor();
    const late = page.getByRole('row').filter({ hasText: 'Late task' });
    await late.getByRole('button', { name: 'Mark as complete' }).click();
    await late.waitFor({ state: 'detached' });
    expect(await page.getByText('Later task').count()).toBe(1);
    expect(problems).toEqual([]);
  });

  test('imports a file and tells which row it could not take', async () => {
    await page.goto(`${address}/import`);
    await page.getByLabel('CSV file').setInputFiles({
      name: 'contacts.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        'Email,First Name,Number of Sessions\nnew.one@example.com,Nia,40\nnew.two@example.com,Nils,many\n',
      ),
    });
    await page.getByLabel('Lifecycle stage of every imported contact').selectOption('lead');
    await page.getByRole('button', { name: 'Import' }).click();
    await page.getByRole('heading', { name: 'Import finished' }).waitFor();

    await page.getByText('2 rows read: 1 created, 0 updated, 1 not taken.').waitFor();
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['3']);
    expect(portal.store.findBy('contacts', 'email', 'new.one@example.com')).toBeDefined();
    expect(problems).toEqual([]);
  });

  test('can be worked from search to stage with the keyboard alone', async () => {
    await page.goto(address);
    await page.getByText('301 contacts').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Skip to the content',
    );
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Testcase');
    await page.getByText('1 contact of 301').waitFor();
    const link = page.getByRole('link', { name: 'Ada Testcase' });
    for (let step = 0; step < 20; step += 1) {
      if (await link.evaluate((node) => node === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Ada Testcase' }).waitFor();

    for (let step = 0; step < 30; step += 1) {
      if (await stage().evaluate((node) => node === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('Marketing');
    await page.getByText('Lifecycle stage set to Marketing Qualified Lead.').waitFor();
    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    expect(problems).toEqual([]);
  });

  test.each(['/', '/contacts/:id', '/tasks?owner=all', '/deliveries', '/import', '/nowhere'])(
    'has no serious fault that axe-core can find at %s, wide or narrow, and fits the width',
    async (path) => {
      await page.goto(
        address + path.replace(':id', contactId).replace('/nowhere', '/apps/nowhere'),
      );
      await page.getByRole('heading', { level: 1 }).waitFor();
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
      expect(problems).toEqual([]);
    },
  );

  test('uses up none of the calls that the app may make', async () => {
    await openContact();

    expect(portal.requests.counts()).toEqual([]);
  });
});
