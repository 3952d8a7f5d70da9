import { describe, expect, test } from '@jest/globals';
import { citationFaults, definedRules, definedSections, type Citable } from './citations.ts';
import { codePassages, markdownPassages } from './passages.ts';

const rulesPage = [
  '### Scoring',
  '- **R59** (B) The score is frozen.',
  '### P1. What makes an MQL (A, R35)',
  '- **P1.4** The role is not excluded.',
  '| **H1** | verified |',
].join('\n');
const designPage = [
  '## 2. Principles',
  '- **2.9 One commit.** Text of §2.',
  '### 5.4 The aggregate',
].join('\n');
const citable: Citable = {
  rules: definedRules(rulesPage),
  sections: {
    design: definedSections(designPage, 'design'),
    hubspot: definedSections('### 8.4 Properties\n### 8.5 Owners', 'hubspot'),
  },
};

function citations(file: string, text: string): readonly string[] {
  const passages = file.endsWith('.md') ? markdownPassages(text) : codePassages(file, text);
  return citationFaults(passages, citable).map(({ line, citation }) => `${line}: ${citation}`);
}

describe('what can be cited', () => {
  test('is what the pages define by number', () => {
    expect([...citable.rules]).toEqual(['R59', 'P1', 'P1.4', 'H1']);
    expect([...citable.sections.design]).toEqual(['2', '2.9', '5.4']);
  });

  test('is defined once', () => {
    expect(() => definedRules('- **R1** a\n- **R1** b')).toThrow('docs/rules.md defines R1 twice');
    expect(() => definedSections('## 3. A\n### 3. B', 'hubspot')).toThrow(
      'docs/hubspot.md defines 3 twice',
    );
  });
});

describe('a citation that leads somewhere passes', () => {
  test.each([
    ['a rule', 'a.ts', '// Frozen (R59).'],
    ['a line of a list', 'a.ts', '/** Excluded: P1.4, H1 and P1. */'],
    ['a section', 'a.ts', '// Design §5.4: one place.'],
    ['several sections', 'a.ts', '// (design §2, §2.9 and §5.4; hubspot §8.4, §8.5)'],
    ['a sentence over two lines', 'a.ts', '/**\n * As in design\n * §5.4, R59.\n */'],
    ['line comments that go on', 'a.tsx', '// As in hubspot\n  // §8.5.'],
    ['a page', 'a.md', 'See R59 and\nhubspot §8.4.'],
  ])('%s', (_what, file, text) => {
    expect(citations(file, text)).toEqual([]);
  });
});

describe('what is no citation passes', () => {
  test.each([
    [
      'text',
      'a.ts',
      "const a = 'R999'; const b = `D99 ${'P99'} // H99`; const c = /R999 \\/\\/ R98/;",
    ],
    ['code', 'a.ts', 'const H99 = 1;\nconst R999 = H99;'],
    ['text between tags', 'a.tsx', 'const a = <Text href="https://x.y/R99">{b} // R999</Text>;'],
    ['a colour, a duration, a percentile', 'a.ts', '// #D3D3D3, PT40M, P7D, p95, R2D2, A-R99'],
    ['what stands in backticks', 'a.ts', '// The tag `H99`.'],
    ['a public thread', 'a.ts', '// https://github.com/a/b/issues/12'],
    ['everyday words', 'a.ts', '// The requirements of its peers, and the facts of an issue.'],
    ['a code block', 'a.md', 'Text.\n\n```\n// R999\n```\n\nText.'],
    ['the address of a link', 'a.md', 'See [this](docs/x.md#R999).'],
    ['a name outside of tests', 'a.ts', "const row = { name: 'R999' };"],
  ])('%s', (_what, file, text) => {
    expect(citations(file, text)).toEqual([]);
  });
});

describe('a citation that leads nowhere is told with its line', () => {
  test.each([
    ['an unknown rule', 'a.ts', '\n// Frozen (R60).', ['2: R60']],
    ['a line that a list lacks', 'a.ts', '/** P1.5 */', ['1: P1.5']],
    ['an unknown section', 'a.ts', '/**\n * One.\n * design §9\n */', ['3: design §9']],
    ['one of several sections', 'a.ts', '// design §2, §7', ['1: design §7']],
    ['a section of no page', 'a.ts', '// see §5.4', ['1: §5.4']],
    ['a comment after code with a URL', 'a.ts', "fetch('http://a'); // R60", ['1: R60']],
    ['a comment in a template', 'a.ts', 'const a = `${/* R60 */ b}`;', ['1: R60']],
    ['a comment between tags', 'a.tsx', 'const a = (\n <A>\n {/* R60 */}\n </A>);', ['3: R60']],
    ['the name of a test', 'a.test.ts', "test('frozen (R60)', () => {});", ['1: R60']],
    ['the name of a table', 'a.test.ts', "test.each([])('(R60)', () => {});", ['1: R60']],
    ['the name of a row', 'a.test.ts', "test.each([{ name: 'a (R60)' }])('', f);", ['1: R60']],
    ['a page', 'a.md', 'One.\n\nTwo,\nR60.', ['4: R60']],
    ['two faults of a line, in order', 'a.cjs', '// design §9\n// R60', ['1: design §9', '2: R60']],
    [
      'another sheet',
      'a.ts',
      '// (hubspot-platform.md §12, §8.2)',
      ['1: hubspot-platform.md §12, §8.2'],
    ],
    ['a sheet in a folder', 'a.ts', '// facts/crm-wire §3', ['1: facts/crm-wire §3']],
    ['a sheet over two lines', 'a.ts', '/* card-preview\n * §8 */', ['1: card-preview §8']],
    ['requirements by section', 'a.ts', '// requirements section 3', ['1: requirements section 3']],
    ['findings about peers', 'a.ts', '// (Peers B5, 2)', ['1: Peers B5, 2']],
    ['the redesign', 'a.ts', '// redesign §2', ['1: redesign §2']],
    ['a task', 'a.ts', '// issue 4, point 10', ['1: issue 4']],
    ['a trap', 'a.ts', '// trap 10', ['1: trap 10']],
  ])('%s', (_what, file, text, expected) => {
    expect(citations(file, text)).toEqual(expected);
  });
});

test('a page may name its own sections without saying which page', () => {
  const passages = markdownPassages('See §5.4.\nSee §9.');
  expect(citationFaults(passages, citable, 'design')).toEqual([
    { line: 2, citation: '§9', remedy: 'docs/design.md has no such section. Correct the number.' },
  ]);
});
