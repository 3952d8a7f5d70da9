import { accessSync, constants } from 'node:fs';
import type { Browser, ConsoleMessage, Page, Request } from 'playwright-core';
import { chromium } from 'playwright-core';

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
] as const;

/** Keeps Chromium from calling home, so that a test run needs no network and shows no pop-ups. */
const QUIET_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // not there or not ours to run: the caller tries the next place
  }
}

/**
 * Where a Chromium lies: `CHROMIUM_PATH`, or else the usual places of Debian and macOS.
 *
 * @returns the path, or undefined when this machine has none
 * @throws Error when `CHROMIUM_PATH` names something that cannot be run, or when there is no Chromium although
 *   `REQUIRE_BROWSER=1` says that the browser tests must run
 */
export function findChromium(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  const named = env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which cannot be run: correct it or unset it.`);
  }
  const found = USUAL_PATHS.find(isExecutable);
  if (found === undefined && env['REQUIRE_BROWSER'] === '1') {
    throw new Error(
      'REQUIRE_BROWSER=1 but no Chromium was found: install one (apt-get install chromium) or set CHROMIUM_PATH.',
    );
  }
  return found;
}

/**
 * Chooses `describe` where a Chromium is found, and otherwise `describe.skip` with a message that says how to get
 * one. Tests pass jest's own `describe` in, so that this file needs no test runner.
 */
export function describeInBrowser<D extends { readonly skip: unknown }>(
  describe: D,
): D | D['skip'] {
  if (findChromium() !== undefined) return describe;
  process.stderr.write(
    'Browser tests skipped: no Chromium found. Set CHROMIUM_PATH to run them.\n',
  );
  return describe.skip;
}

/** Starts a headless Chromium; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('No Chromium was found: set CHROMIUM_PATH to its path.');
  }
  return chromium.launch({ executablePath, args: [...QUIET_FLAGS] });
}

/** A page and everything that went wrong on it: console errors, uncaught errors, failed requests. */
export interface WatchedPage {
  readonly page: Page;
  /** In the order they happened; a clean run leaves it empty. */
  readonly problems: readonly string[];
}

/**
 * Opens a page of the given size in CSS pixels, with a storage of its own, and gathers its problems from the start.
 * Close it with `page.context().close()`.
 */
export async function openWatchedPage(
  browser: Browser,
  size: { readonly width: number; readonly height: number } = { width: 1280, height: 900 },
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error: Error) => problems.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request: Request) => {
    // A request that the page itself gave up (it moved on, or asked again) is not a fault.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED')
      problems.push(`failed: ${request.method()} ${request.url()}`);
  });
  return { page, problems };
}
