import { departmentOf, type Department } from './department-of.ts';
import { statementsOf } from './title-parts.ts';
import { standingOf, type Standing } from './title-standing.ts';
import { titleWords } from './title-words.ts';

export type { Department } from './department-of.ts';

/** What a job title says of a person. */
export interface Role {
  /** `excluded` is who buys nothing: students, interns, people without work. */
  readonly seniority: 'decides' | 'leads' | 'works' | 'excluded';
  readonly department: Department | null;
}

/** Of several statements, such as "Founder | Student", the first of these counts. */
const ORDER: readonly Standing[] = [
  'chief',
  'decides',
  'leads',
  'away',
  'learner',
  'works',
  'aide',
];
/** No title is longer, and reading stays quick whatever somebody pasted. */
const LONGEST = 250;

/**
 * The seniority and the department that a job title tells, in some twenty languages.
 *
 * @param title - as the person or a marketer wrote it, headlines of networks included
 * @returns null for a title that no list knows: what is unknown is never a no
 * @example roleOf('Leiterin Einkauf') // { seniority: 'leads', department: 'purchasing' }
 */
export function roleOf(title: string): Role | null {
  const text = title.slice(0, LONGEST);
  const found = statementsOf(text).map(standingOf);
  const standing = ORDER.find((one) => found.includes(one));
  if (standing === undefined) return null;
  const department = departmentOf(titleWords(text)) ?? (standing === 'chief' ? 'general' : null);
  return { seniority: SENIORITY[standing], department };
}

const SENIORITY: Readonly<Record<Standing, Role['seniority']>> = {
  chief: 'decides',
  decides: 'decides',
  leads: 'leads',
  works: 'works',
  aide: 'works',
  learner: 'excluded',
  away: 'excluded',
};
