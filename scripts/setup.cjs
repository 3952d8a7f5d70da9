// Runs before `npm start`, `npm test` and the other scripts, on whatever Node is installed (20 or later),
// so it uses nothing but Node itself. It installs what is missing and makes sure a Node of at least 24 runs.
'use strict';
const { spawnSync } = require('node:child_process');
const { existsSync, statSync } = require('node:fs');
const path = require('node:path');

const NEEDED_MAJOR = 24;
const root = path.join(__dirname, '..');
const marker = path.join(root, 'node_modules', '.package-lock.json');
const lock = path.join(root, 'package-lock.json');
const pinnedNode = path.join(root, 'node_modules', '.bin', 'node');

function run(args, why) {
  console.log(`setup: ${why} (npm ${args.join(' ')})`);
  const { status } = spawnSync('npm', args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`setup: "npm ${args.join(' ')}" failed. Check the network and run it by hand.`);
    process.exit(1);
  }
}

function majorOf(binary) {
  const { stdout } = spawnSync(binary, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)\./.exec(stdout ?? '')?.[1] ?? 0);
}

const stale = !existsSync(marker) || statSync(marker).mtimeMs < statSync(lock).mtimeMs;
// Not `npm ci`: it refuses a lock file without the binaries of every other system, and a registry mirror may offer
// only those of its own. This keeps to the versions that are locked and adds what this system needs.
if (stale)
  run(['install', '--no-save', '--no-audit', '--no-fund'], 'installing dependencies, once');
// `npm install --ignore-scripts` leaves the `node` package without its binary; rebuilding it mends that.
if (!existsSync(pinnedNode) && majorOf('node') < NEEDED_MAJOR)
  run(['rebuild', 'node'], 'fetching the pinned Node');
const node = existsSync(pinnedNode) ? pinnedNode : 'node';
if (majorOf(node) < NEEDED_MAJOR) {
  console.error(
    `setup: Node ${NEEDED_MAJOR} or later is needed, found ${process.version}. Run "npm install" with install scripts allowed, or install Node ${NEEDED_MAJOR}.`,
  );
  process.exit(1);
}
