import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildCards } from '../src/portal/preview/build-cards.ts';
import { ForeignImportError } from '../src/portal/preview/copy-extensions.ts';
import { findProjectFaults } from './build-check.ts';
import { BuildError } from './build-error.ts';
import { ROOT } from './build-files.ts';
import { readProfile } from './build-profile.ts';
import { assembleProject, type Host } from './build-project.ts';

/** What a card may weigh (design §10). */
const CARD_LIMIT_BYTES = 25_000;

const USAGE = `npm run build -- --host self|hubspot --profile NAME [--bootstrap] [--events] [--public-url URL] [--watch PROPERTY]...

Assembles a HubSpot project in dist/hubspot/, ready for "hs project upload --profile NAME" from there.

  --host        where the backend runs: your own server (self) or HubSpot's functions (hubspot)
  --profile     reads serverless/hsprofile.NAME.json: account id and PUBLIC_URL
  --bootstrap   first upload only: leaves secretKeys out, because the client secret does not exist yet
  --events      the account has an Enterprise hub: asks for the scope to read page views and other events
  --public-url  takes the place of the profile's PUBLIC_URL
  --watch       a further contact property whose changes count, such as your score property; may be repeated`;

/** Runs the build; returns the exit code: 0 done, 1 could not build, 2 wrong use. */
async function main(args: readonly string[]): Promise<0 | 1 | 2> {
  const wish = readArguments(args);
  if (typeof wish === 'string') {
    console.error(`${wish}\n\n${USAGE}`);
    return 2;
  }
  if (wish === null) {
    console.log(USAGE);
    return 0;
  }
  try {
    await build(wish);
    return 0;
  } catch (error) {
    if (!(error instanceof BuildError || error instanceof ForeignImportError)) throw error;
    console.error(`build: ${error.message}`);
    return 1;
  }
}

async function build(wish: Wish): Promise<void> {
  const outDir = path.join(ROOT, 'dist', 'hubspot');
  const profile = await readProfile({
    folder: path.join(ROOT, 'serverless'),
    name: wish.profileName,
    publicUrl: wish.publicUrl,
  });
  await assembleProject({ ...wish, profile, outDir });
  const faults = await findProjectFaults(outDir);
  if (faults.length > 0)
    throw new BuildError(`HubSpot would not take it:\n- ${faults.join('\n- ')}`);
  // HubSpot builds the cards again on upload; building them here finds out before, and tells their size.
  for (const card of await buildCards({ outDir: path.join(ROOT, 'dist', 'cards') })) {
    console.log(`${card.name} (${card.location}): ${(card.gzipBytes / 1000).toFixed(1)} kB gzip`);
    if (card.gzipBytes > CARD_LIMIT_BYTES) {
      throw new BuildError(`${card.name} is above ${CARD_LIMIT_BYTES / 1000} kB gzip.`);
    }
  }
  console.log(
    `\ndist/hubspot is ready for ${profile.variables.PUBLIC_URL}${wish.bootstrap ? ' (bootstrap, without secrets)' : ''}.`,
  );
  console.log(`Next: cd dist/hubspot && hs project upload --profile ${wish.profileName}`);
}

interface Wish {
  readonly host: Host;
  readonly profileName: string;
  readonly bootstrap: boolean;
  readonly events: boolean;
  readonly publicUrl: string | undefined;
  readonly watch: readonly string[];
}

/** Null when help was asked for; a text when the arguments are wrong. */
function readArguments(args: readonly string[]): Wish | string | null {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        host: { type: 'string' },
        profile: { type: 'string' },
        bootstrap: { type: 'boolean', default: false },
        events: { type: 'boolean', default: false },
        'public-url': { type: 'string' },
        watch: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (values.help) return null;
  const { host, profile } = values;
  if (host !== 'self' && host !== 'hubspot') {
    return `--host is "${host ?? ''}"; it must be self or hubspot.`;
  }
  if (profile === undefined || !/^[\w-]+$/.test(profile)) {
    return '--profile must name a profile, such as production.';
  }
  return {
    host,
    profileName: profile,
    bootstrap: values.bootstrap,
    events: values.events,
    publicUrl: values['public-url'],
    watch: values.watch,
  };
}

process.exitCode = await main(process.argv.slice(2));
