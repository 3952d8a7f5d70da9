import { titleWords } from './title-words.ts';

/** Words of one part of a title; {@link AND} stands where two roles may be joined. */
export type TitlePart = readonly string[];

/** Between two things that somebody says of themselves, as in "Founder | Student". */
const BETWEEN_STATEMENTS = /[|;•·\n]+/u;
/** Between a role and what is added to it: "Assistant, Office of the CEO", "Product Manager (Intern)". */
const BETWEEN_PARTS = /[,():[\]]+|\s[-–—]+\s?|[–—]/u;
const JOINTS = /[&/+]/gu;
const EMPLOYER = /@/g;

/** What joins two roles. */
const AND = 'and';
const ANDS: ReadonlySet<string> = new Set([
  'and',
  'und',
  'et',
  'y',
  'e',
  'en',
  'och',
  'og',
  'oraz',
]);

/** The statements of a title, each in its parts. */
export function statementsOf(title: string): readonly (readonly TitlePart[])[] {
  return title.split(BETWEEN_STATEMENTS).map((statement) =>
    statement
      .split(BETWEEN_PARTS)
      .map((part) => titleWords(part.replace(JOINTS, ' and ').replace(EMPLOYER, ' at ')))
      .filter((words) => words.length > 0),
  );
}

/** Says whether a word only joins two roles. */
export function joins(word: string): boolean {
  return ANDS.has(word);
}
