import { access } from 'node:fs/promises';
import path from 'node:path';
import { parseProjectConfig } from '@hubspot/project-parsing-lib/projects';
import { translate } from '@hubspot/project-parsing-lib/translate';
import { validateUid } from '@hubspot/project-parsing-lib/uid';
import * as z from 'zod';
import { BuildError } from './build-error.ts';

const entrypoint = z.object({ entrypoint: z.string() });
const subscriptions = z.object({
  subscriptions: z.object({
    crmObjects: z.array(
      z.object({
        subscriptionType: z.string(),
        objectType: z.string(),
        propertyName: z.string().optional(),
      }),
    ),
  }),
});

/**
 * What is wrong with an assembled project, in words; `[]` when nothing is. HubSpot's parsing library reads it, and
 * what that leaves unchecked without an account is checked here (hubspot §2.4): skipped files, uids,
 * entrypoints, doubled subscriptions, variables left open.
 *
 * @throws BuildError when the library cannot read it at all, for example because a uid is used twice
 */
export async function findProjectFaults(projectDir: string): Promise<readonly string[]> {
  const project = parseProjectConfig(projectDir);
  const source = path.join(projectDir, project.srcDir);
  const { intermediateRepresentation, skippedHsMetaFiles } = await translate(
    { projectSourceDir: source, platformVersion: project.platformVersion },
    { skipValidation: true },
  ).catch((error: unknown) => {
    throw new BuildError(`HubSpot's parser refuses the project. ${messageOf(error)}`);
  });
  const nodes = Object.values(intermediateRepresentation.intermediateNodesIndexedByUid);
  const faults = skippedHsMetaFiles.map((file) => `HubSpot skips ${file}: wrong folder.`);
  for (const { uid, config, metaFilePath } of nodes) {
    const badUid = validateUid(uid);
    if (badUid !== undefined) faults.push(`${metaFilePath}: uid "${uid}": ${badUid}`);
    const entry = entrypoint.safeParse(config);
    if (entry.success && !(await exists(path.join(source, entry.data.entrypoint)))) {
      faults.push(`${metaFilePath}: there is no ${entry.data.entrypoint}.`);
    }
    faults.push(...doubledSubscriptions(config).map((each) => `${metaFilePath}: ${each}`));
    const open = /\$\{\w+\}/.exec(JSON.stringify(config));
    if (open) faults.push(`${metaFilePath}: ${open[0]} has no value.`);
  }
  return faults;
}

function doubledSubscriptions(config: unknown): readonly string[] {
  const parsed = subscriptions.safeParse(config);
  if (!parsed.success) return [];
  const seen = new Set<string>();
  const faults: string[] = [];
  for (const each of parsed.data.subscriptions.crmObjects) {
    const key = [each.objectType, each.subscriptionType, each.propertyName].join(' ');
    if (seen.has(key)) faults.push(`"${key.trim()}" is subscribed to twice.`);
    seen.add(key);
  }
  return faults;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
