import { join } from 'node:path';
import { build } from 'esbuild';

/** The pages' script and style sheet as text. */
export interface PageBundle {
  readonly js: string;
  readonly css: string;
}

/** Bundles the pages in memory with esbuild, React included: nothing is built ahead, nothing is written to disk. */
export async function bundlePages(): Promise<PageBundle> {
  const client = join(import.meta.dirname, 'client');
  const { outputFiles } = await build({
    entryPoints: {
      app: join(client, 'main.tsx'),
      style: join(client, 'styles', 'portal.css'),
    },
    outdir: client,
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const textOf = (ending: string): string => {
    const file = outputFiles.find(({ path }) => path.endsWith(ending));
    if (file === undefined) throw new Error(`esbuild gave no ${ending} file for the pages`);
    return file.text;
  };
  return { js: textOf('.js'), css: textOf('.css') };
}
