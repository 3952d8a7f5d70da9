import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  citationFaults,
  definedRules,
  definedSections,
  type Citable,
  type SectionedPage,
} from './citations.ts';
import { codePassages, markdownPassages } from './passages.ts';

/*
 * Fails when a comment, the name of a test or a page cites what is not in this repository: see "Citations" in
 * CONTRIBUTING.md. Run by `npm run check:static`.
 */

const ROOT = path.join(import.meta.dirname, '..');
const CODE = /\.(?:ts|tsx|mjs|cjs)$/;

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

const citable: Citable = {
  rules: definedRules(read('docs/rules.md')),
  sections: {
    design: definedSections(read('docs/design.md'), 'design'),
    hubspot: definedSections(read('docs/hubspot.md'), 'hubspot'),
  },
};
const OWN: Readonly<Record<string, SectionedPage>> = {
  'docs/design.md': 'design',
  'docs/hubspot.md': 'hubspot',
};

// Files that are new and not added yet are looked at too, or the check would pass here and fail for everybody else.
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => (CODE.test(file) || file.endsWith('.md')) && existsSync(path.join(ROOT, file)));

const faults = files.flatMap((file) => {
  const text = read(file);
  const passages = CODE.test(file) ? codePassages(file, text) : markdownPassages(text);
  return citationFaults(passages, citable, OWN[file]).map(
    ({ line, citation, remedy }) => `${file}:${line}: "${citation}": ${remedy}`,
  );
});

for (const fault of faults) console.error(fault);
if (faults.length > 0) {
  console.error(`\n${faults.length} citations lead nowhere.`);
  process.exitCode = 1;
}
