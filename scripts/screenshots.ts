import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../src/testing/browser.ts';
import { addLead, startLocalBaton } from '../src/testing/local-baton.ts';

/** Takes the pictures of the README from a running Baton: `node scripts/screenshots.ts`. Needs a Chromium. */
const IMAGES = path.join(import.meta.dirname, '../docs/images');
/** A README should open at once, on a phone too. */
const LARGEST_BYTES = 150 * 1024;

async function takeScreenshots(page: Page, portalUrl: string, contactId: string): Promise<void> {
  await page.goto(`${portalUrl}/contacts/${contactId}`);
  await page.getByText('No handoff on this contact').waitFor();
  await page
    .getByRole('combobox', { name: 'Lifecycle stage', exact: true })
    .selectOption('marketingqualifiedlead');
  await page.getByRole('button', { name: 'Mark as complete' }).waitFor();
  const owner = await page
    .getByRole('combobox', { name: 'Contact owner', exact: true })
    .inputValue();
  await page.getByRole('combobox', { name: 'Acting as' }).selectOption(owner);
  await page.getByRole('button', { name: 'Accept' }).waitFor();
  await page.getByText(/^Lifecycle stage set to/).waitFor({ state: 'detached' });
  await save('contact-record.png', (file) => page.screenshot({ path: file }));

  // High enough for the whole card, so that the bar at the top does not cover it.
  await page.setViewportSize({ width: 1200, height: 1500 });
  await page.getByRole('tab', { name: 'Lead handoff' }).click();
  const card = page.getByRole('region', { name: 'Lead handoff (local preview)', exact: true });
  await card.getByRole('button', { name: 'Accept' }).waitFor();
  await save('card.png', (file) => card.screenshot({ path: file }));
}

async function save(name: string, take: (file: string) => Promise<unknown>): Promise<void> {
  const file = path.join(IMAGES, name);
  await take(file);
  const { size } = await stat(file);
  process.stdout.write(`docs/images/${name}: ${Math.ceil(size / 1024)} kB\n`);
  if (size > LARGEST_BYTES) {
    throw new Error(
      `${name} has ${size} bytes, more than ${LARGEST_BYTES}: show less of the page.`,
    );
  }
}

const [baton, browser] = await Promise.all([startLocalBaton(), launchBrowser()]);
try {
  // As wide as a README shows a picture, with three columns of the record in it.
  const context = await browser.newContext({
    viewport: { width: 1200, height: 780 },
    deviceScaleFactor: 0.85,
  });
  const page = await context.newPage();
  await takeScreenshots(page, baton.portalUrl, addLead(baton.portal, 'Sommer'));
} finally {
  await browser.close();
  await baton.stop();
}
