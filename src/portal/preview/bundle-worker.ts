import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles the script that a card's worker starts with: one classic script, React and remote-ui included. */
export async function bundleWorker(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'worker', 'worker-runtime.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    minify: true,
    // remote-ui and React read it; the worker has no `process`.
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  const script = outputFiles[0];
  if (script === undefined) throw new Error('esbuild gave no worker script');
  return script.text;
}
