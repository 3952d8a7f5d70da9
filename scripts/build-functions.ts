import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { build, type Plugin } from 'esbuild';
import { ROOT, writeJson } from './build-files.ts';
import type { Profile } from './build-profile.ts';

/** Syntax that HubSpot's function runtime is known to take (hubspot §3.2). */
const TARGET = 'node20';

/**
 * Bundles every function of `serverless/functions` to one CommonJS file without dependencies, because HubSpot takes
 * neither TypeScript nor imports from outside the folder. PUBLIC_URL is baked in: a function is not told its own
 * address and needs it to verify signatures.
 *
 * @returns the bundles, as absolute paths in `outDir`
 */
export async function buildFunctions(outDir: string, profile: Profile): Promise<readonly string[]> {
  const folder = path.join(ROOT, 'serverless', 'functions');
  const names = (await readdir(folder)).sort();
  const sources = names.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: sources.map((name) => path.join(folder, name)),
    outdir: outDir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: TARGET,
    minify: true,
    // Words in seven languages would be longer escaped.
    charset: 'utf8',
    logLevel: 'warning',
    plugins: [withoutBallast],
    banner: { js: `process.env.PUBLIC_URL=${JSON.stringify(profile.variables.PUBLIC_URL)};` },
  });
  for (const name of names.filter((each) => each.endsWith('-hsmeta.json'))) {
    await copyFile(path.join(folder, name), path.join(outDir, name));
  }
  // HubSpot refuses functions without a package.json; there is nothing to install.
  await writeJson(path.join(outDir, 'package.json'), {
    name: 'baton-functions',
    version: '0.1.0',
    private: true,
    dependencies: {},
  });
  return sources.map((name) => path.join(outDir, name.replace(/\.ts$/, '.js')));
}

/**
 * Leaves out what a function never uses, 500 kB of the 1 MB it may weigh (design §10): zod's messages in forty languages
 * besides English, the table of MIME types that HubSpot's client brings for sending files, the stores in which
 * rate-limiter-flexible could count besides memory and PostgreSQL, and pino's threads for writing logs elsewhere.
 */
const withoutBallast: Plugin = {
  name: 'without-ballast',
  setup(builder) {
    builder.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, ({ path: file }) => ({
      contents: "export { default as en } from './en.js';",
      resolveDir: path.dirname(file),
    }));
    builder.onLoad({ filter: /[\\/]rate-limiter-flexible[\\/]index\.js$/ }, ({ path: file }) => ({
      contents: ['RateLimiterMemory', 'RateLimiterPostgres', 'RateLimiterRes']
        .map((name) => `exports.${name} = require('./lib/${name}');`)
        .join('\n'),
      resolveDir: path.dirname(file),
    }));
    builder.onLoad({ filter: /[\\/]pino[\\/]lib[\\/]transport\.js$/ }, () => ({
      contents: "module.exports = () => { throw new Error('A function logs to its output.'); };",
    }));
    builder.onLoad({ filter: /[\\/]mime-db[\\/]db\.json$/ }, () => ({
      contents: '{}',
      loader: 'json',
    }));
  },
};
