/** Prose that a person reads in a file: a comment, the name of a test, a page. */
export interface Passage {
  /** Line of the file on which `text` begins, from 1; each line of `text` is one line of the file. */
  readonly line: number;
  readonly text: string;
}

/** A citation that leads nowhere. */
export interface CitationFault {
  readonly line: number;
  readonly citation: string;
  /** What to do, in words. */
  readonly remedy: string;
}

/** What can be cited. */
export interface Citable {
  /** Numbers of docs/rules.md, such as `R96` and `P1.4`. */
  readonly rules: ReadonlySet<string>;
  /** Sections of each page that has numbered ones, such as `5` and `2.9`. */
  readonly sections: Readonly<Record<SectionedPage, ReadonlySet<string>>>;
}

/** Pages of docs/ whose sections are cited: "design §5", "hubspot §8.4". */
export type SectionedPage = 'design' | 'hubspot';

const DEFINED_RULE = /^(?:- |\| |#{2,4} )\*{0,2}([RDPHL]\d+(?:\.\d+)?)\b/gm;
const DEFINED_SECTION = /^(?:#{2,4} |- \*\*)(\d+(?:\.\d+)?)\.? /gm;
const CODE = /`[^`]*`/g;
const RULE = /(?<![\w#.:-])[RDPHL]\d{1,3}(?:\.\d{1,2})?(?!\w)/g;
const SECTION = /§\s*(\d+(?:\.\d+)?)/g;
/** One section or several: "design §5", "hubspot §8.4, §8.2 and §10.1". */
const SECTIONS =
  /\b(design|hubspot)\s+§\d+(?:\.\d+)?(?:(?:\s*,|\s+and|\s+or|\s+to)\s+§\d+(?:\.\d+)?)*/gi;

/** Places that are not in this repository, as they have been cited, and what to cite instead. */
const FORBIDDEN: readonly (readonly [string, string])[] = [
  [
    String.raw`(?:facts/)?(?:hubspot-platform|hubspot-corrections|crm-wire|card-preview\b(?=(?:\.md)?\s+§))|facts/|trap\s+\d+`,
    'Cite the section of docs/hubspot.md, as "hubspot §8.4".',
  ],
  [
    String.raw`requirements?(?:\.md)?\s+(?:section|(?=§))`,
    'Cite the rule of docs/rules.md, as "R96" or "H1".',
  ],
  [String.raw`peers(?:\.md|,?\s+[A-C]\d)`, 'Cite the lesson of docs/rules.md, as "L3".'],
  [String.raw`redesign(?=\.md|\s+§)`, 'Cite the section of docs/design.md, as "design §5.4".'],
  [
    String.raw`(?:audit\s+[a-z]|issue\s+#?)\d+`,
    'Cite the rule, or a public thread by its address.',
  ],
];
/** With the sections that were named after the place, so that one fault is told once. */
const PLACES = FORBIDDEN.map(
  ([place, remedy]) =>
    [
      new RegExp(String.raw`\b(?:${place})(?:\.md)?(?:,?\s+(?:§\s*)?\d[\d.]*)*`, 'gi'),
      remedy,
    ] as const,
);

/**
 * What docs/rules.md defines: list items, table rows and headings that begin with a number.
 *
 * @throws Error that names a number defined twice: a citation of it would be ambiguous
 */
export function definedRules(page: string): ReadonlySet<string> {
  return onlyOnce(
    [...page.matchAll(DEFINED_RULE)].map(([, rule]) => rule ?? ''),
    'docs/rules.md',
  );
}

/**
 * Sections of docs/design.md or docs/hubspot.md: headings and bold list items that begin with a number.
 *
 * @throws Error that names a section number used twice
 */
export function definedSections(page: string, name: SectionedPage): ReadonlySet<string> {
  return onlyOnce(
    [...page.matchAll(DEFINED_SECTION)].map(([, section]) => section ?? ''),
    `docs/${name}.md`,
  );
}

function onlyOnce(found: readonly string[], file: string): ReadonlySet<string> {
  const twice = found.find((each, index) => found.indexOf(each) !== index);
  if (twice !== undefined) {
    throw new Error(`${file} defines ${twice} twice. Give one of them another number.`);
  }
  return new Set(found);
}

/**
 * Citations in these passages that lead nowhere, in order. What stands in backticks is code and no citation.
 *
 * @param own - the page that the passages are of, where `§5` means that page's own section
 */
export function citationFaults(
  passages: readonly Passage[],
  citable: Citable,
  own?: SectionedPage,
): readonly CitationFault[] {
  return passages
    .flatMap((passage) => faultsOf(passage, citable, own))
    .sort((a, b) => a.line - b.line);
}

function faultsOf(
  passage: Passage,
  citable: Citable,
  own: SectionedPage | undefined,
): readonly CitationFault[] {
  const faults: CitationFault[] = [];
  let text = passage.text.replaceAll(CODE, blank);
  const refuse = (at: number, citation: string, remedy: string): void => {
    const line = passage.line + text.slice(0, at).split('\n').length - 1;
    faults.push({ line, citation: citation.replaceAll(/\s+/g, ' '), remedy });
  };
  /** Each match is judged once, and then blanked so that a later pattern does not judge it again. */
  const take = (pattern: RegExp, judge: (match: RegExpExecArray) => void): void => {
    for (const match of text.matchAll(pattern)) judge(match);
    text = text.replaceAll(pattern, blank);
  };

  for (const [place, remedy] of PLACES) {
    take(place, ({ 0: citation, index }) => {
      refuse(index, citation, remedy);
    });
  }
  take(SECTIONS, ({ 0: all, 1: name, index }) => {
    const page = name?.toLowerCase() === 'design' ? 'design' : 'hubspot';
    for (const section of all.matchAll(SECTION)) {
      if (citable.sections[page].has(section[1] ?? '')) continue;
      refuse(
        index + section.index,
        `${page} ${section[0]}`,
        `docs/${page}.md has no such section. Correct the number, or write the section there first.`,
      );
    }
  });
  take(SECTION, ({ 0: section, 1: number, index }) => {
    if (own === undefined) {
      refuse(index, section, 'Say of which page: "design §5" or "hubspot §8.4".');
    } else if (!citable.sections[own].has(number ?? '')) {
      refuse(index, section, `docs/${own}.md has no such section. Correct the number.`);
    }
  });
  take(RULE, ({ 0: rule, index }) => {
    if (citable.rules.has(rule)) return;
    refuse(
      index,
      rule,
      'docs/rules.md has no such number. Correct it or write the rule there; put what is no citation in backticks.',
    );
  });
  return faults;
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
