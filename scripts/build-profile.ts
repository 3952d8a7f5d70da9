import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { BuildError } from './build-error.ts';

/** A HubSpot profile: the account a project goes to, and the values of `${NAME}` in its files. No secrets. */
export interface Profile {
  readonly accountId: number;
  readonly variables: Readonly<Record<string, string>> & { readonly PUBLIC_URL: string };
}

const schema = z.object({
  accountId: z.number({ error: '"accountId" must be the HubSpot account id, a number' }).int(),
  variables: z
    .record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String))
    .default({}),
});

/**
 * Reads `hsprofile.<name>.json` from a folder.
 *
 * @param publicUrl - takes the place of the profile's `PUBLIC_URL`
 * @throws BuildError when the file is missing or wrong, or PUBLIC_URL is no https address
 */
export async function readProfile(from: {
  readonly folder: string;
  readonly name: string;
  readonly publicUrl?: string | undefined;
}): Promise<Profile> {
  const fileName = `hsprofile.${from.name}.json`;
  const text = await readFile(path.join(from.folder, fileName), 'utf8').catch(() => {
    throw new BuildError(
      `There is no profile "${from.name}". Copy serverless/hsprofile.example.json to serverless/${fileName} and fill in your HubSpot account id and PUBLIC_URL.`,
    );
  });
  const parsed = schema.safeParse(parseJson(text, fileName));
  if (!parsed.success) {
    throw new BuildError(`${fileName}: ${parsed.error.issues[0]?.message ?? 'cannot be read'}.`);
  }
  const { accountId, variables } = parsed.data;
  const publicUrl = (from.publicUrl ?? variables['PUBLIC_URL'] ?? '').replace(/\/+$/, '');
  if (!/^https:\/\/[^/]/.test(publicUrl)) {
    throw new BuildError(
      `PUBLIC_URL is "${publicUrl}". HubSpot calls https addresses only: set it in serverless/${fileName} or with --public-url.`,
    );
  }
  return { accountId, variables: { ...variables, PUBLIC_URL: publicUrl } };
}

/**
 * Puts a profile's values in the place of `${NAME}`, as HubSpot would on upload, so that what is assembled can be
 * read and checked as it is.
 *
 * @throws BuildError for a name the profile does not have
 */
export function fillVariables(text: string, profile: Profile, file: string): string {
  return text.replace(/\$\{(\w+)\}/g, (_whole, name: string) => {
    const value = profile.variables[name];
    if (value === undefined) {
      throw new BuildError(`${file} needs the variable ${name}, which the profile does not set.`);
    }
    // The placeholder stands inside a JSON string.
    return JSON.stringify(value).slice(1, -1);
  });
}

function parseJson(text: string, fileName: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BuildError(
      `${fileName} is not JSON. Compare it with serverless/hsprofile.example.json.`,
    );
  }
}
