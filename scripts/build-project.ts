import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copyExtensions } from '../src/portal/preview/copy-extensions.ts';
import { ROOT, writeJson } from './build-files.ts';
import { buildFunctions } from './build-functions.ts';
import { fillVariables, type Profile } from './build-profile.ts';

/** Where Baton's backend runs (design §1). */
export type Host = 'self' | 'hubspot';

/** What to assemble. */
export interface ProjectOptions {
  readonly host: Host;
  readonly profileName: string;
  readonly profile: Profile;
  /** First upload: HubSpot refuses a function that lists a secret which does not exist yet. */
  readonly bootstrap: boolean;
  /** The account has an Enterprise hub, so its events may be read (design §6); elsewhere the scope cannot be granted. */
  readonly events: boolean;
  /** Further contact properties to watch, such as the score property of the policy (design §5). */
  readonly watch: readonly string[];
  /** Emptied first. */
  readonly outDir: string;
}

/** HubSpot-hosted, the policy lives in the custom object `baton_policy` (design §1); self-hosted in a table. */
const POLICY_OBJECT_SCOPES = ['crm.objects.custom.read', 'crm.objects.custom.write'];

/** What HubSpot asks for when event occurrences are read without it (PipedreamHQ/pipedream#11810). */
const EVENTS_SCOPES = ['business-intelligence'];

/** Files of the app that travel as they are, whatever the host. */
const COMPONENTS = ['webhooks', 'workflow-actions'];

interface MetaFile {
  readonly uid: string;
  readonly type: string;
  readonly config: Record<string, unknown>;
}

/** Assembles a project that `hs project upload` takes (design §3). */
export async function assembleProject(options: ProjectOptions): Promise<void> {
  const { host, outDir, profile } = options;
  const app = path.join(outDir, 'src', 'app');
  const serverless = path.join(ROOT, 'serverless');
  await rm(outDir, { recursive: true, force: true });
  await mkdir(app, { recursive: true });
  await copyFile(path.join(serverless, 'hsproject.json'), path.join(outDir, 'hsproject.json'));
  await writeJson(path.join(outDir, 'src', `hsprofile.${options.profileName}.json`), profile);
  await copyFile(path.join(serverless, 'app-hsmeta.json'), path.join(app, 'app-hsmeta.json'));
  await copyExtensions('cards', path.join(app, 'cards'));
  for (const component of COMPONENTS) {
    await cp(path.join(serverless, component), path.join(app, component), { recursive: true });
  }
  if (host === 'hubspot') await buildFunctions(path.join(app, 'functions'), profile);
  await finishMetaFiles(app, options);
}

/** Fills the profile's values into every `-hsmeta.json` and adapts those that depend on host and stage. */
async function finishMetaFiles(app: string, options: ProjectOptions): Promise<void> {
  const files = await readdir(app, { recursive: true });
  for (const name of files.filter((each) => each.endsWith('-hsmeta.json'))) {
    const file = path.join(app, name);
    const text = fillVariables(await readFile(file, 'utf8'), options.profile, name);
    const meta = adapted(JSON.parse(text) as MetaFile, options);
    await writeFile(file, `${JSON.stringify(meta, null, 2)}\n`);
  }
}

function adapted(meta: MetaFile, { host, bootstrap, events, watch }: ProjectOptions): MetaFile {
  if (meta.type === 'app') {
    return withScopes(meta, [
      ...(host === 'hubspot' ? POLICY_OBJECT_SCOPES : []),
      ...(events ? EVENTS_SCOPES : []),
    ]);
  }
  if (meta.type === 'webhooks') return withWatched(meta, watch);
  if (meta.type === 'app-function' && bootstrap) return withoutSecrets(meta);
  return meta;
}

function withScopes(meta: MetaFile, scopes: readonly string[]): MetaFile {
  const auth = meta.config['auth'] as { readonly requiredScopes: readonly string[] };
  const requiredScopes = [...auth.requiredScopes, ...scopes];
  return { ...meta, config: { ...meta.config, auth: { ...auth, requiredScopes } } };
}

function withWatched(meta: MetaFile, properties: readonly string[]): MetaFile {
  const subscriptions = meta.config['subscriptions'] as {
    readonly crmObjects: readonly { readonly objectType: string; readonly propertyName?: string }[];
  };
  const known = new Set(
    subscriptions.crmObjects
      .filter(({ objectType }) => objectType === 'contact')
      .map(({ propertyName }) => propertyName),
  );
  const added = [...new Set(properties)]
    .filter((propertyName) => !known.has(propertyName))
    .map((propertyName) => ({
      subscriptionType: 'object.propertyChange',
      objectType: 'contact',
      propertyName,
      active: true,
    }));
  const crmObjects = [...subscriptions.crmObjects, ...added];
  return { ...meta, config: { ...meta.config, subscriptions: { ...subscriptions, crmObjects } } };
}

function withoutSecrets(meta: MetaFile): MetaFile {
  const config = { ...meta.config };
  delete config['secretKeys'];
  return { ...meta, config };
}
