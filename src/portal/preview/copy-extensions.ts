import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import ts from 'typescript';

/** Root of the repository, an absolute path. */
export const REPOSITORY = path.join(import.meta.dirname, '../../..');

/** An extension imports something that may not travel with it; the message says what it may. */
export class ForeignImportError extends Error {
  override readonly name = 'ForeignImportError';
}

/** Where sources that extensions share go inside their folder: HubSpot takes no import from outside of it. */
const SHARED: Readonly<Record<string, string>> = {
  'app-extensions/components/': 'components/',
  'src/contract/': 'contract/',
  'src/domain/': 'domain/',
};

/**
 * Copies the extensions of one kind with all they import, so that HubSpot can build them: entry files and their
 * `-hsmeta.json` to the top of `outDir`, shared sources below it, and every import path adjusted.
 *
 * @param kind - folder below `app-extensions`, which is also the folder below `src/app`
 * @returns the entry files, as absolute paths in `outDir`
 * @throws {ForeignImportError} when an extension imports something that may not travel with it
 */
export async function copyExtensions(kind: string, outDir: string): Promise<readonly string[]> {
  const folder = `app-extensions/${kind}/`;
  const names = (await readdir(path.join(REPOSITORY, folder))).sort();
  const entries = names.filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'));
  await mkdir(outDir, { recursive: true });
  for (const name of names.filter((each) => each.endsWith('-hsmeta.json'))) {
    await copyFile(path.join(REPOSITORY, folder, name), path.join(outDir, name));
  }
  const waiting = entries.map((name) => `${folder}${name}`);
  const copied = new Set(waiting);
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    const { text, imports } = await relocated(source, folder);
    const target = path.join(outDir, placeOf(source, folder));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
    for (const imported of imports.filter((each) => !copied.has(each))) {
      copied.add(imported);
      waiting.push(imported);
    }
  }
  await writePackageFiles(kind, outDir);
  return entries.map((name) => path.join(outDir, name));
}

/** A source with its import paths as they are in the new place, and what it imports, both by repository path. */
async function relocated(
  source: string,
  folder: string,
): Promise<{ readonly text: string; readonly imports: readonly string[] }> {
  const original = await readFile(path.join(REPOSITORY, source), 'utf8');
  const relative = ts
    .preProcessFile(original)
    .importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
  const from = path.posix.dirname(placeOf(source, folder));
  let text = original;
  const imports: string[] = [];
  // From the end, so that positions before stay true.
  for (const { fileName, pos } of relative.reverse()) {
    const imported = path.posix.join(path.posix.dirname(source), fileName);
    imports.push(imported);
    const moved = path.posix.relative(from, placeOf(imported, folder, source));
    const specifier = moved.startsWith('.') ? moved : `./${moved}`;
    const start = text.indexOf(fileName, pos);
    text = text.slice(0, start) + specifier + text.slice(start + fileName.length);
  }
  return { text, imports };
}

/** Where a source goes below the folder of its extension. */
function placeOf(source: string, folder: string, importedBy?: string): string {
  if (source.startsWith(folder)) return source.slice(folder.length);
  for (const [prefix, place] of Object.entries(SHARED)) {
    if (source.startsWith(prefix)) return place + source.slice(prefix.length);
  }
  throw new ForeignImportError(
    `${importedBy ?? source} imports ${source}. Extensions may import from ${folder}, ${Object.keys(SHARED).join(', ')} only.`,
  );
}

/** The package and compiler files that HubSpot expects beside extensions, with the versions this repository uses. */
async function writePackageFiles(kind: string, outDir: string): Promise<void> {
  const { dependencies } = JSON.parse(
    await readFile(path.join(REPOSITORY, 'package.json'), 'utf8'),
  ) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const needed = ['@hubspot/ui-extensions', 'react'];
  await writeJson(path.join(outDir, 'package.json'), {
    name: `baton-${kind}`,
    version: '0.1.0',
    private: true,
    type: 'module',
    dependencies: Object.fromEntries(needed.map((name) => [name, dependencies[name]])),
  });
  await writeJson(path.join(outDir, 'tsconfig.json'), {
    compilerOptions: {
      target: 'ES2022',
      lib: ['ES2023', 'DOM'],
      module: 'ESNext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      allowImportingTsExtensions: true,
    },
  });
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
