import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { config as hubspotRules } from '@hubspot/eslint-config-ui-extensions';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import ts from 'typescript';
import { findProjectFaults } from './build-check.ts';
import { ROOT } from './build-files.ts';
import { fillVariables, readProfile, type Profile } from './build-profile.ts';
import { assembleProject, type ProjectOptions } from './build-project.ts';

interface Meta {
  readonly uid: string;
  readonly config: Record<string, unknown>;
}

const profile: Profile = {
  accountId: 1,
  variables: { PUBLIC_URL: 'https://baton.example.com' },
};
const serverless = path.join(ROOT, 'serverless');
let folder: string;

beforeAll(async () => {
  await mkdir(path.join(ROOT, 'dist'), { recursive: true });
  folder = await mkdtemp(path.join(ROOT, 'dist', 'project-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function assembled(change: Partial<ProjectOptions> = {}): Promise<string> {
  const outDir = path.join(folder, 'hubspot');
  await assembleProject({
    host: 'self',
    profileName: 'example',
    profile,
    bootstrap: false,
    events: false,
    watch: [],
    outDir,
    ...change,
  });
  return outDir;
}

async function readMeta(outDir: string, file: string): Promise<Meta> {
  return JSON.parse(await readFile(path.join(outDir, 'src/app', file), 'utf8')) as Meta;
}

async function filesIn(outDir: string): Promise<readonly string[]> {
  return (await readdir(outDir, { recursive: true })).sort();
}

describe('an assembled project', () => {
  test.each(['self', 'hubspot'] as const)(
    'for host %s has no fault and is read by HubSpot with nothing skipped',
    async (host) => {
      const outDir = await assembled({ host });
      expect(await findProjectFaults(outDir)).toEqual([]);
      const read = await translate(
        { projectSourceDir: path.join(outDir, 'src'), platformVersion: '2026.09' },
        { skipValidation: true, profile: 'example' },
      );
      expect(read.skippedHsMetaFiles).toEqual([]);
      const types = Object.values(
        read.intermediateRepresentation.intermediateNodesIndexedByUid,
      ).map(({ componentType }) => componentType);
      expect(types.filter((type) => type === 'CARD')).toHaveLength(3);
      expect(types.includes('APP_FUNCTION')).toBe(host === 'hubspot');
    },
  );

  test('names platform 2026.09 and puts PUBLIC_URL where HubSpot calls and where cards may', async () => {
    const outDir = await assembled();
    const project = JSON.parse(
      await readFile(path.join(outDir, 'hsproject.json'), 'utf8'),
    ) as unknown;
    expect(project).toEqual({ name: 'baton', srcDir: 'src', platformVersion: '2026.09' });
    const app = await readMeta(outDir, 'app-hsmeta.json');
    const hooks = await readMeta(outDir, 'webhooks/webhooks-hsmeta.json');
    const action = await readMeta(outDir, 'workflow-actions/check-sla-hsmeta.json');
    expect(app.config['permittedUrls']).toMatchObject({ fetch: ['https://baton.example.com'] });
    expect(hooks.config['settings']).toMatchObject({
      targetUrl: 'https://baton.example.com/webhooks',
    });
    expect(action.config['actionUrl']).toBe('https://baton.example.com/workflow-actions/check-sla');
    const variables = await readFile(path.join(outDir, 'src/hsprofile.example.json'), 'utf8');
    expect(JSON.parse(variables)).toEqual(profile);
  });

  test('self-hosted carries no function and asks for no custom object', async () => {
    const outDir = await assembled({ host: 'self' });
    expect((await filesIn(outDir)).filter((file) => file.includes('functions'))).toEqual([]);
    expect(await scopesOf(outDir)).toEqual(neededScopes('self'));
  });

  test('HubSpot-hosted carries one CommonJS file a function and the scopes of the policy object', async () => {
    const outDir = await assembled({ host: 'hubspot' });
    const names = await readdir(path.join(outDir, 'src/app/functions'));
    expect(names.filter((name) => name.endsWith('.js')).sort()).toEqual(['card.js', 'webhooks.js']);
    expect(names).toContain('package.json');
    expect(await scopesOf(outDir)).toEqual(neededScopes('hubspot'));
  });

  test('asks for the scope of events only when told that the account has them', async () => {
    const scopes = await scopesOf(await assembled({ host: 'hubspot', events: true }));
    expect(scopes).toEqual([...neededScopes('hubspot'), 'business-intelligence'].sort());
  });

  test('lists the client secret, except on the first upload', async () => {
    const secrets = async (bootstrap: boolean): Promise<unknown> => {
      const outDir = await assembled({ host: 'hubspot', bootstrap });
      return (await readMeta(outDir, 'functions/card-hsmeta.json')).config['secretKeys'];
    };
    expect(await secrets(true)).toBeUndefined();
    expect(await secrets(false)).toEqual(['HUBSPOT_CLIENT_SECRET']);
  });

  test('watches each property of design §5 once, and those asked for', async () => {
    // A contact has an industry too, and to watch that of companies is not to watch it.
    const watch = ['my_score', 'lifecyclestage', 'my_score', 'industry'];
    const outDir = await assembled({ watch });
    const hooks = await readMeta(outDir, 'webhooks/webhooks-hsmeta.json');
    const { crmObjects, hubEvents } = hooks.config['subscriptions'] as {
      readonly crmObjects: readonly {
        readonly subscriptionType: string;
        readonly objectType: string;
        readonly propertyName?: string;
      }[];
      readonly hubEvents: readonly { readonly subscriptionType: string }[];
    };
    const watched = (object: string): readonly string[] =>
      crmObjects.flatMap(({ objectType, propertyName }) =>
        objectType === object && propertyName !== undefined ? [propertyName] : [],
      );
    expect(watched('company')).toEqual([
      'name',
      'domain',
      'industry',
      'numberofemployees',
      'country',
    ]);
    expect(watched('contact')).toEqual([
      'lifecyclestage',
      'hubspot_owner_id',
      'handoff_status',
      'handoff_acceptance',
      'handoff_reason_code',
      'handoff_decision_note',
      'handoff_revisit_on',
      'handoff_fit_override',
      'handoff_fit_override_reason',
      'email',
      'firstname',
      'company',
      'country',
      'phone',
      'mobilephone',
      'hs_analytics_source',
      'recent_conversion_date',
      'hs_last_sales_activity_timestamp',
      'my_score',
      'industry',
    ]);
    const others = crmObjects.filter(({ propertyName }) => propertyName === undefined);
    expect(others.map(({ subscriptionType }) => subscriptionType)).toEqual([
      'object.merge',
      'object.deletion',
      'object.restore',
    ]);
    expect(hubEvents).toEqual([{ subscriptionType: 'contact.privacyDeletion', active: true }]);
  });

  test("passes HubSpot's own lint rules, which look at the path", async () => {
    const outDir = await assembled();
    const lint = new ESLint({
      cwd: outDir,
      overrideConfigFile: true,
      overrideConfig: [
        {
          files: ['**/*.{ts,tsx}'],
          languageOptions: {
            parser: tseslint.parser,
            parserOptions: { ecmaFeatures: { jsx: true } },
          },
        },
        ...hubspotRules,
      ],
      ignorePatterns: ['!**/dist/**'],
    });
    const cards = path.join(outDir, 'src/app/cards');
    const results = await lint.lintFiles([`${cards}/**/*.{ts,tsx}`]);
    expect(results.length).toBeGreaterThan(20);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    const bad = await lint.lintText(
      "import { x } from '../../outside.ts';\nexport const y = <div>{x}</div>;\n",
      { filePath: path.join(cards, 'bad.tsx') },
    );
    expect(bad[0]?.messages.map(({ ruleId }) => ruleId)).toEqual([
      '@hubspot/ui-extensions/no-parent-imports',
      '@hubspot/ui-extensions/no-html-elements',
    ]);
  });

  test('compiles on its own, without the repository around it', async () => {
    const cards = path.join(await assembled(), 'src/app/cards');
    const { config } = ts.readConfigFile(path.join(cards, 'tsconfig.json'), (name) =>
      ts.sys.readFile(name),
    ) as {
      config: unknown;
    };
    const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, cards);
    const program = ts.createProgram(fileNames, options);
    const faults = ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
    expect(faults).toEqual([]);
  });
});

describe('findProjectFaults tells', () => {
  async function broken(file: string, change: (meta: Meta) => Meta): Promise<readonly string[]> {
    const outDir = await assembled();
    const meta = await readMeta(outDir, file);
    await writeFile(path.join(outDir, 'src/app', file), JSON.stringify(change(meta)));
    return findProjectFaults(outDir);
  }

  test.each([
    [
      'a missing entrypoint',
      'cards/handoff-tab-hsmeta.json',
      (meta: Meta) => ({ ...meta, config: { ...meta.config, entrypoint: '/app/cards/gone.tsx' } }),
      'there is no /app/cards/gone.tsx',
    ],
    [
      'a uid HubSpot does not take',
      'cards/handoff-tab-hsmeta.json',
      (meta: Meta) => ({ ...meta, uid: 'baton tab!' }),
      'uid "baton tab!"',
    ],
    [
      'a variable without value',
      'workflow-actions/check-sla-hsmeta.json',
      (meta: Meta) => ({ ...meta, config: { ...meta.config, actionUrl: '${PUBLIC_URL}/x' } }),
      '${PUBLIC_URL} has no value',
    ],
    [
      'a property watched twice',
      'webhooks/webhooks-hsmeta.json',
      (meta: Meta) => {
        const one = {
          subscriptionType: 'object.propertyChange',
          objectType: 'contact',
          propertyName: 'email',
        };
        return { ...meta, config: { subscriptions: { crmObjects: [one, one] } } };
      },
      'is subscribed to twice',
    ],
  ])('%s', async (_name, file, change, words) => {
    const faults = await broken(file, change);
    expect(faults).toEqual([expect.stringContaining(words)]);
  });

  test('a uid used twice, in the words of the library', async () => {
    const twice = broken('cards/handoff-tab-hsmeta.json', (meta) => ({
      ...meta,
      uid: 'baton_handoff_sidebar',
    }));
    await expect(twice).rejects.toThrow("Duplicate uid 'baton_handoff_sidebar'");
  });

  test('a file in a folder that HubSpot does not know', async () => {
    const outDir = await assembled();
    await writeFile(path.join(outDir, 'src/app/cards/components/x-hsmeta.json'), '{"uid":"x"}');
    expect(await findProjectFaults(outDir)).toEqual([
      expect.stringContaining('HubSpot skips app/cards/components/x-hsmeta.json'),
    ]);
  });
});

describe('a profile', () => {
  test('may have its PUBLIC_URL replaced; a slash at the end is dropped', async () => {
    const read = await readProfile({
      folder: serverless,
      name: 'example',
      publicUrl: 'https://other.example.com/',
    });
    expect(read.variables.PUBLIC_URL).toBe('https://other.example.com');
  });

  test('that is missing says which file to make from which', async () => {
    await expect(readProfile({ folder: serverless, name: 'nowhere' })).rejects.toThrow(
      'Copy serverless/hsprofile.example.json to serverless/hsprofile.nowhere.json',
    );
  });

  test('must have an https address, because HubSpot calls nothing else', async () => {
    const wish = { folder: serverless, name: 'example', publicUrl: 'http://localhost:4500' };
    await expect(readProfile(wish)).rejects.toThrow('PUBLIC_URL is "http://localhost:4500"');
  });

  test('must know every variable that a file uses', () => {
    expect(() => fillVariables('"${REGION}"', profile, 'x-hsmeta.json')).toThrow(
      'x-hsmeta.json needs the variable REGION',
    );
  });
});

/**
 * The scope of every call Baton makes (hubspot §2.3). Tasks are covered by the contact scopes; a property on
 * tasks by the contact-schema scope, as far as anybody knows.
 */
const SCOPES_OF_CALLS: Readonly<Record<string, readonly string[]>> = {
  readContacts: ['crm.objects.contacts.read'],
  readHistoryOf: ['crm.objects.contacts.read'],
  readCompanies: ['crm.objects.companies.read'],
  readDealsOf: ['crm.objects.contacts.read', 'crm.objects.deals.read'],
  readSegmentsOf: ['crm.lists.read'],
  // Only where the build is told that the account has events.
  readEventsOf: [],
  readAttemptsOf: ['crm.objects.contacts.read'],
  updateContacts: ['crm.objects.contacts.write'],
  readTasksByKey: ['crm.objects.contacts.read'],
  createTasks: ['crm.objects.contacts.write'],
  updateTasks: ['crm.objects.contacts.write'],
  createActivities: ['crm.objects.contacts.write'],
  searchContacts: ['crm.objects.contacts.read'],
  owners: ['crm.objects.owners.read', 'crm.objects.users.read'],
  readProperties: ['crm.schemas.contacts.read'],
  createGroup: ['crm.schemas.contacts.write'],
  createProperties: ['crm.schemas.contacts.write'],
  updateProperty: ['crm.schemas.contacts.write'],
  details: ['oauth'],
  archiveProperties: ['crm.schemas.contacts.write'],
};

const POLICY_OBJECT = ['crm.objects.custom.read', 'crm.objects.custom.write'];

function neededScopes(host: 'self' | 'hubspot'): readonly string[] {
  const needed = Object.values(SCOPES_OF_CALLS).flat();
  return [...new Set([...needed, ...(host === 'hubspot' ? POLICY_OBJECT : [])])].sort();
}

async function scopesOf(outDir: string): Promise<readonly string[]> {
  const auth = (await readMeta(outDir, 'app-hsmeta.json')).config['auth'] as {
    readonly requiredScopes: readonly string[];
  };
  return [...auth.requiredScopes].sort();
}

test('every call of the CRM ports is in the table of scopes', async () => {
  const file = path.join(ROOT, 'src/application/ports/crm.ts');
  const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.Latest);
  const calls = source.statements
    .filter(ts.isInterfaceDeclaration)
    .flatMap(({ members }) => members.filter(ts.isMethodSignature))
    .map(({ name }) => (ts.isIdentifier(name) ? name.text : ''));
  expect(calls.length).toBeGreaterThan(10);
  expect(calls.filter((call) => !(call in SCOPES_OF_CALLS))).toEqual([]);
});
