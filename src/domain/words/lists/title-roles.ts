import { phraseIndex } from '../phrase-index.ts';
import { compoundTitle } from './compound-titles.ts';
import type { RoleKind, RoleWords } from './role-kind.ts';
import { ENGLISH_ROLES } from './role-words-english.ts';
import { ASIAN_ROLES, EASTERN_ROLES } from './role-words-further.ts';
import { DUTCH_ROLES, GERMAN_ROLES, NORDIC_ROLES } from './role-words-germanic.ts';
import {
  FRENCH_ROLES,
  ITALIAN_ROLES,
  PORTUGUESE_ROLES,
  SPANISH_ROLES,
} from './role-words-romance.ts';
import { phrasesOf } from './title-words.ts';

/** A role named somewhere in a title. */
export interface NamedRole {
  readonly kind: RoleKind;
  /** English puts the governing word last ("student advisor"), the other languages put it first ("Leiter Einkauf"). */
  readonly english: boolean;
  /** Index of its first word. */
  readonly at: number;
  /** How many words it has. */
  readonly length: number;
}

type Known = Pick<NamedRole, 'kind' | 'english'>;

/** Of equal phrases the first counts: "director" is read by the rules of English in every language. */
const LISTS: readonly RoleWords[] = [
  ENGLISH_ROLES,
  GERMAN_ROLES,
  FRENCH_ROLES,
  SPANISH_ROLES,
  PORTUGUESE_ROLES,
  ITALIAN_ROLES,
  DUTCH_ROLES,
  NORDIC_ROLES,
  EASTERN_ROLES,
  ASIAN_ROLES,
];

const find = phraseIndex<Known>(
  LISTS.flatMap((list) =>
    (Object.entries(list) as readonly (readonly [RoleKind, string])[]).flatMap(
      ([kind, phrases]) => {
        const known: Known = { kind, english: list === ENGLISH_ROLES };
        return phrasesOf(phrases).map((phrase) => [phrase, known] as const);
      },
    ),
  ),
);
/** "Chief Human Resources Officer": as many words may stand between. */
const CHIEF_OFFICER_SPAN = 6;

/** The roles that the words of a title name, in their order, none inside another. */
export function rolesIn(words: readonly string[]): readonly NamedRole[] {
  const phrases = find(words);
  const roles: NamedRole[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at] ?? '';
    const officer = word === 'chief' ? chiefOfficer(words, at) : 0;
    const phrase = phrases.find((one) => one.at === at);
    if (officer > (phrase?.length ?? 0)) {
      roles.push({ kind: 'chief', english: true, at, length: officer });
    } else if (phrase) {
      roles.push({ ...phrase.value, at, length: phrase.length });
    } else {
      const compound = compoundTitle(word);
      if (compound) roles.push({ kind: compound.kind, english: false, at, length: 1 });
    }
    const last = roles.at(-1);
    at = last?.at === at ? at + last.length : at + 1;
  }
  return roles;
}

/** How many words "chief … officer" takes from here on, 0 if it does not stand here. */
function chiefOfficer(words: readonly string[], at: number): number {
  const end = words.indexOf('officer', at);
  return end < 0 || end - at > CHIEF_OFFICER_SPAN ? 0 : end - at + 1;
}
