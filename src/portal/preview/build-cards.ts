import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildSingleExtension } from '@hubspot/ui-extensions-dev-server/build';
import * as z from 'zod';
import { CARD_LOCATIONS, type CardLocation } from './card-protocol.ts';
import { copyExtensions, REPOSITORY } from './copy-extensions.ts';

/** A card as HubSpot's own builder made it. */
export interface BuiltCard {
  /** File name without extension, for example `handoff-tab`. */
  readonly name: string;
  /** What people see as the card's name. */
  readonly title: string;
  readonly location: CardLocation;
  /** Absolute path of the bundle. */
  readonly file: string;
  readonly gzipBytes: number;
}

const cardMeta = z.object({
  config: z.object({ name: z.string(), location: z.enum(CARD_LOCATIONS) }),
});

/**
 * Builds every card from the sources as HubSpot will get them, one minified bundle each.
 *
 * @param to - where the bundles go
 * @param to.outDir - made if it is missing; files of other cards in it are left alone
 */
export async function buildCards(to: { readonly outDir: string }): Promise<readonly BuiltCard[]> {
  const outDir = path.resolve(to.outDir);
  await mkdir(outDir, { recursive: true });
  await mkdir(path.join(REPOSITORY, 'dist'), { recursive: true });
  // Inside the repository, so that the builder finds node_modules; a folder of its own, so that two builds can run.
  const sources = await mkdtemp(path.join(REPOSITORY, 'dist', 'card-sources-'));
  try {
    const built: BuiltCard[] = [];
    for (const entry of await copyExtensions('cards', sources)) {
      built.push(await inProduction(() => buildCard(entry, sources, outDir)));
    }
    return built;
  } finally {
    await rm(sources, { recursive: true });
  }
}

/** The builder bundles React's development runtime wherever NODE_ENV is set to anything else, as test runners do. */
async function inProduction<T>(work: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

async function buildCard(entry: string, sources: string, outDir: string): Promise<BuiltCard> {
  const { name } = path.parse(entry);
  await buildSingleExtension({
    file: entry,
    root: sources,
    outputDir: outDir,
    emptyOutDir: false,
    minify: true,
    logLevel: 'warn',
    codeCheckingPluginEnabled: true,
    appConfig: { variables: {} },
  });
  const file = path.join(outDir, `${name}.js`);
  const meta = cardMeta.parse(
    JSON.parse(await readFile(path.join(sources, `${name}-hsmeta.json`), 'utf8')),
  );
  return {
    name,
    title: meta.config.name,
    location: meta.config.location,
    file,
    gzipBytes: gzipSync(await readFile(file)).length,
  };
}
