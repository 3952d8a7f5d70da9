import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { buildSingleExtension } from '@hubspot/ui-extensions-dev-server/build';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { verifyRequestV3 } from '../../adapters/webhook/verify-request.ts';
import { at } from '../../testing/at.ts';
import { describeInBrowser, launchBrowser, openWatchedPage } from '../../testing/browser.ts';
import { createPortal, type Portal } from '../create-portal.ts';
import { mountPages } from '../pages/mount-pages.ts';
import { mountPreview } from './mount-preview.ts';

const SECRET = 'client-secret-of-the-test';
/** One clock for whoever signs and whoever verifies. */
const NOW = at('2026-11-20T09:00:00Z');

interface Asked {
  readonly url: string;
  readonly verdict: unknown;
}

describeInBrowser(describe)('the card preview', () => {
  let folder: string;
  let app: Server;
  let asked: Asked[];
  let portal: Portal;
  let browser: Browser;
  let page: Page;
  let problems: readonly string[];
  let address: string;
  let contactId: string;
  let email: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'preview-test-'));
    await buildSingleExtension({
      file: join(import.meta.dirname, 'test-card', 'test-card.tsx'),
      root: join(import.meta.dirname, 'test-card'),
      outputDir: folder,
      minify: false,
      logLevel: 'silent',
      codeCheckingPluginEnabled: false,
      appConfig: { variables: {} },
    });
    app = createServer((request, response) => {
      void text(request).then((body) => {
        const { port } = app.address() as AddressInfo;
        const verdict = verifyRequestV3({
          clientSecret: SECRET,
          method: request.method ?? '',
          uri: `http://127.0.0.1:${port}${request.url ?? ''}`,
          body,
          signature: String(request.headers['x-hubspot-signature-v3']),
          timestamp: String(request.headers['x-hubspot-request-timestamp']),
          now: NOW,
        });
        asked.push({ url: request.url ?? '', verdict });
        const status = request.url?.startsWith('/broken') === true ? 422 : 200;
        response.writeHead(status, { 'content-type': 'application/json' }).end('{"said":"yes"}');
      });
    });
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    const appBaseUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
    portal = createPortal({ clientSecret: SECRET, webhookTarget: null, now: () => NOW });
    await mountPages(portal.app, portal);
    await mountPreview(portal.app, portal, {
      cards: [
        {
          name: 'test-card',
          title: 'Test card',
          location: 'crm.record.tab',
          file: join(folder, 'test-card.js'),
        },
        {
          name: 'preview-card',
          title: 'Preview card',
          location: 'crm.preview',
          file: join(folder, 'test-card.js'),
        },
        {
          name: 'no-card',
          title: 'Broken card',
          location: 'crm.record.sidebar',
          file: join(folder, 'is-not-there.js'),
        },
      ],
      appBaseUrl,
      clientSecret: SECRET,
      appId: portal.appId,
      permittedUrls: [appBaseUrl],
      now: () => NOW,
    });
    const { port } = await portal.listen(0);
    address = `http://127.0.0.1:${port}`;
    const [owner] = portal.store.owners.all();
    email = owner?.email ?? '';
    const contact = portal.store.create(
      'contacts',
      { firstname: 'Ada', lastname: 'Test', email: 'ada@example.com', lifecyclestage: 'lead' },
      { type: 'IMPORT', id: 'test' },
    );
    contactId = contact.id;
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await portal.close();
    app.closeAllConnections();
    app.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    asked = [];
    await (page as Page | undefined)?.context().close();
    ({ page, problems } = await openWatchedPage(browser));
    await page.goto(`${address}/contacts/${contactId}`);
    await page.getByRole('tab', { name: 'Test card' }).click();
    await page.getByText('Ask the app').waitFor();
  });

  const card = () => page.getByRole('region', { name: 'Test card (local preview)' });
  const stage = () => page.getByRole('combobox', { name: 'Lifecycle stage', exact: true });
  const unexpected = () =>
    // The second card's bundle is missing on purpose, and the browser tells of its 404.
    problems.filter((problem) => !/404|is-not-there|importScripts/.test(problem));

  test('runs in a worker and knows who looks at whom', async () => {
    await card().getByText(`${email} sees Ada as lead`).waitFor();

    expect(page.workers().length).toBeGreaterThan(0);
    expect(await card().getByText('Local preview', { exact: true }).count()).toBe(1);
    expect(unexpected()).toEqual([]);
  });

  test('sends hubspot.fetch signed, so that the app accepts it', async () => {
    await card().getByRole('button', { name: 'Ask the app' }).click();
    await card().getByText('200 {"said":"yes"}').waitFor();

    expect(asked).toHaveLength(1);
    expect(asked[0]?.verdict).toMatchObject({ ok: true });
    expect(asked[0]?.url).toContain(`userEmail=${encodeURIComponent(email)}`);
  });

  test('gives a failing answer of the app to the card inside the envelope', async () => {
    await card().getByRole('button', { name: 'Ask what fails' }).click();
    await card().getByText('BAD_GATEWAY').waitFor();

    expect(await card().getByText('"appServerStatusCode":["422"]').count()).toBe(1);
  });

  test('takes a choice, commits text on blur and hands the form over', async () => {
    await card().getByLabel('Reason').selectOption({ label: 'Budget' });
    await card().locator('[data-test-id=choice]').getByText('budget').waitFor();

    await card().getByLabel('City').fill('Lyon');
    expect(await card().locator('[data-test-id=committed]').textContent()).toBe('');
    await card().getByLabel('Revisit on').fill('2026-12-24');
    await card().locator('[data-test-id=committed]').getByText('Lyon').waitFor();
    await card().getByRole('button', { name: 'Send' }).click();
    await card().locator('[data-test-id=sent]').getByText('"city":"Lyon"').waitFor();
    await card().locator('[data-test-id=sent]').getByText('"revisit":"2026-12-24"').waitFor();

    expect(unexpected()).toEqual([]);
  });

  test('opens a dialog that keeps the focus and gives it back', async () => {
    const why = card().getByRole('button', { name: 'Why?' });
    await why.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Why this lead?' });
    await dialog.getByLabel('Note in the dialog').waitFor();
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab');
      const outside = await page.evaluate(
        () =>
          document.activeElement !== document.body &&
          document.activeElement?.closest('dialog') === null,
      );
      expect(outside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await why.evaluate((button) => button === document.activeElement)).toBe(true);

    await why.click();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(unexpected()).toEqual([]);
  });

  test('shows an alert of the card as a message of the page', async () => {
    await card().getByRole('button', { name: 'Say hello' }).click();
    await page.getByRole('log', { name: 'Messages' }).getByText('The card says hello.').waitFor();

    expect(unexpected()).toEqual([]);
  });

  test('moves between the tabs of the card by arrow key', async () => {
    await card().getByRole('tab', { name: 'First' }).focus();
    await page.keyboard.press('ArrowRight');
    await card().getByText('What stands in the second tab').waitFor();

    expect(await card().getByText('What stands in the first tab').count()).toBe(0);
  });

  test('tells the card of an edit on the page', async () => {
    await stage().selectOption('subscriber');

    await card().getByText(`${email} sees Ada as subscriber`).waitFor();
    await stage().selectOption('lead');
    await card().getByText(`${email} sees Ada as lead`).waitFor();
    expect(portal.store.get('contacts', contactId)?.properties['lifecyclestage']).toBe('lead');
  });

  test('shows a component it cannot draw as a gap, and the rest of the card', async () => {
    await card().getByText('Not drawn in the local preview: CrmReport').waitFor();

    expect(await card().getByRole('heading', { name: 'Test card' }).count()).toBeGreaterThan(0);
  });

  test('shows the card of the preview panel beside the list, and gives the focus back', async () => {
    await page.goto(`${address}/?text=ada@example.com`);
    const open = page.getByRole('button', { name: 'Preview Ada Test' });
    await open.click();
    const panel = page.getByRole('dialog', { name: 'Ada Test' });
    await panel.getByText(`${email} sees Ada as lead`).waitFor();
    await panel.getByRole('button', { name: 'Why?' }).click();
    await page.keyboard.press('Escape');
    expect(await panel.isVisible()).toBe(true);

    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await open.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test('says so when a bundle cannot be loaded, instead of a blank card', async () => {
    const broken = page.getByRole('region', { name: 'Broken card in the sidebar (local preview)' });

    await broken.getByText('The card could not be drawn').waitFor();
    expect(await broken.getByRole('alert').textContent()).toContain('Build it again');
  });

  test('has no serious fault that axe-core can find', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const serious = violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );

    expect(serious.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  });
});
