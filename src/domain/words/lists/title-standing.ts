import { CARETAKERS, LEARNERS_AS_SUBJECT, NOT_NOW } from './role-words-english.ts';
import type { RoleKind } from './role-kind.ts';
import { joins, type TitlePart } from './title-parts.ts';
import { rolesIn, type NamedRole } from './title-roles.ts';

/** What a person is by their title. */
export type Standing = Exclude<RoleKind, 'first' | 'nothing'>;

/** Behind these words stands whom or what a role serves: "Assistant to the CEO", "Leiter der Produktion". */
const GOVERNED: ReadonlySet<string> = new Set(
  `of for to at in with from on within under de du des d del della dello dei delle degli dell di do da dos das den der dem im bei beim
   von vom zu zum zur fur pour para por per a al au aux alla van voor bij op aupres chez presso hos til av ved dla ds przy pri`.split(
    /\s+/,
  ),
);
/** A level below: an "assistant director" directs less than a director. */
const ONE_BELOW: ReadonlySet<string> = new Set(['assistant']);
/** Rooms named after a chief, in which others work. */
const ROOMS: ReadonlySet<string> = new Set(['office', 'buro', 'cabinet']);
const RANK: readonly RoleKind[] = ['works', 'leads', 'decides', 'chief'];

/**
 * What a person is by one statement about them. The first part with a role counts; a later one can raise it
 * ("Engineer, Team Lead") unless it serves somebody ("Assistant, Office of the CEO").
 */
export function standingOf(parts: readonly TitlePart[]): Standing | null {
  let standing: Standing | null = null;
  for (const words of parts) {
    const here = standingOfPart(words);
    if (here === 'away') return here;
    if (here === null || standing === 'aide' || standing === 'learner') continue;
    if (standing === null) standing = here;
    else if (here === 'learner') standing = rank(standing) < rank('decides') ? here : standing;
    else if (rank(here) > rank(standing)) standing = here;
  }
  return standing;
}

function standingOfPart(words: TitlePart): Standing | null {
  const roles = rolesIn(words).filter((role) => role.kind !== 'nothing' && !isRoom(role, words));
  const away = roles.find(({ kind }) => kind === 'away');
  if (away && !isSubject(away, words)) return 'away';
  const governing = beforeGoverned(roles, words);
  if (governing.length === 0 || wasOrWillBe(governing, words)) return null;
  let standing: Standing | null = null;
  for (const joined of joinedRoles(governing, words)) {
    const one = standingOfRoles(joined, words);
    if (one === null) continue;
    // "Student & Founder" decides, "Student & Waiter" is a student.
    if (standing === null || strength(one) > strength(standing)) standing = one;
  }
  return standing;
}

/** The roles up to the first word behind which somebody or something is served. */
function beforeGoverned(roles: readonly NamedRole[], words: TitlePart): readonly NamedRole[] {
  const [first] = roles;
  if (!first) return [];
  for (let at = first.at + first.length; at < words.length; at++) {
    const role = roles.find((one) => one.at <= at && at < one.at + one.length);
    if (!role && GOVERNED.has(words[at] ?? '')) return roles.filter((one) => one.at < at);
  }
  return roles;
}

/** Roles that stand beside each other as one name, apart from those that an "and" adds. */
function joinedRoles(
  roles: readonly NamedRole[],
  words: TitlePart,
): readonly (readonly NamedRole[])[] {
  const groups: NamedRole[][] = [];
  let from = -1;
  for (const role of roles) {
    const apart = from < 0 || words.slice(from, role.at).some(joins);
    if (apart) groups.push([role]);
    else groups.at(-1)?.push(role);
    from = role.at + role.length;
  }
  return groups;
}

function standingOfRoles(roles: readonly NamedRole[], words: TitlePart): Standing | null {
  const learner = roles.find((role) => role.kind === 'learner' && !isAdjective(role, roles, words));
  if (learner) {
    const standing = standingBesideLearner(learner, roles, words);
    if (standing !== 'no learner') return standing;
  }
  const [first, ...rest] = roles.filter(({ kind }) => kind !== 'learner' && kind !== 'away');
  const last = rest.at(-1);
  if (!first) return null;
  if (!last) return first.kind === 'first' ? leading(first, words) : (first.kind as Standing);
  if (first.kind === 'aide') return standingOfAide(first, last, words);
  if (roles.some(({ english }) => !english)) return highest([first, ...rest]);
  if (last.kind === 'works' && [first, ...rest].some((role) => leadsThoseBehind(role, words))) {
    return 'leads';
  }
  return last.kind === 'first' ? 'leads' : (last.kind as Standing);
}

/** Tells "Lead Engineer", "Head Buyer" and "Team Lead Developer" from "Account Manager Assistant". */
function leadsThoseBehind(role: NamedRole, words: TitlePart): boolean {
  return role.kind === 'first' || words[role.at + role.length - 1] === 'lead';
}

/** A word that leads those behind it says more alone when it names the head of a department. */
function leading(role: NamedRole, words: TitlePart): Standing {
  return words[role.at] === 'head' ? 'decides' : 'leads';
}

function standingOfAide(first: NamedRole, last: NamedRole, words: TitlePart): Standing {
  const below = first.length === 1 && first.english && ONE_BELOW.has(words[first.at] ?? '');
  return below && (last.kind === 'decides' || last.kind === 'leads') && last.english
    ? 'leads'
    : 'aide';
}

function highest(roles: readonly NamedRole[]): Standing {
  const ranks = roles.map(({ kind }) => (kind === 'first' ? 1 : RANK.indexOf(kind)));
  return (RANK[Math.max(0, ...ranks)] ?? 'works') as Standing;
}

/** What a title with a student or an intern in it says: they themselves, or somebody who has to do with them. */
function standingBesideLearner(
  learner: NamedRole,
  roles: readonly NamedRole[],
  words: TitlePart,
): Standing | null | 'no learner' {
  const end = learner.at + learner.length;
  const after = roles.find(
    (role) => role.at >= end && role.kind !== 'learner' && role.kind !== 'away',
  );
  const leadsBefore = roles.some(
    (role) => role.at < learner.at && role.kind !== 'works' && role.kind !== 'aide',
  );
  const subject = isSubject(learner, words);
  if (subject && joins(words[end] ?? '')) return null;
  if (end === words.length || joins(words[end] ?? '')) return 'learner';
  // Elsewhere whoever is named first governs: "Praktikant Projektleitung", "Stagiaire chef de projet".
  if (!learner.english) return leadsBefore ? 'no learner' : 'learner';
  if (after && (RANK.indexOf(after.kind) > 0 || after.kind === 'first')) {
    if (subject || after.at === end)
      return words[learner.at] === 'trainee' && !subject ? 'learner' : 'no learner';
    // "Intern Product Manager": an intern, or the manager of a product for interns? Nobody can tell.
    return null;
  }
  if (after) {
    return subject || CARETAKERS.has(words[after.at] ?? '') ? 'no learner' : 'learner';
  }
  if (leadsBefore) return 'no learner';
  if (subject) return roles.length > 1 ? 'no learner' : null;
  return 'learner';
}

/** Tells where the word behind makes the learner what the work is about: "student affairs". */
function isSubject(role: NamedRole, words: TitlePart): boolean {
  const rest = words.slice(role.at + role.length, role.at + role.length + 4);
  const [behind] = rest;
  if (behind === undefined) return false;
  return (
    LEARNERS_AS_SUBJECT.has(behind) ||
    (joins(behind) && rest.some((word) => LEARNERS_AS_SUBJECT.has(word)))
  );
}

/** Tells where "intern" means internal: beside titles that are not English, as in "Mitarbeiter Vertrieb intern". */
function isAdjective(role: NamedRole, roles: readonly NamedRole[], words: TitlePart): boolean {
  return (
    words[role.at] === 'intern' && roles.some(({ english, kind }) => !english && kind !== 'learner')
  );
}

/** Tells the room of a chief from the chief: "Office of the CFO", "CEO's office". */
function isRoom(role: NamedRole, words: TitlePart): boolean {
  if (role.kind !== 'chief') return false;
  const behind = words[role.at + role.length];
  const next = behind === 's' ? words[role.at + role.length + 1] : behind;
  if (ROOMS.has(next ?? '')) return true;
  const before = words.slice(Math.max(0, role.at - 3), role.at).join(' ');
  return /(?:^| )office of(?: the)?$/.test(before);
}

function wasOrWillBe(roles: readonly NamedRole[], words: TitlePart): boolean {
  const at = roles[0]?.at ?? 0;
  return words.slice(0, at).some((word) => NOT_NOW.has(word));
}

function rank(standing: Standing): number {
  return RANK.indexOf(standing);
}

/** Which of two joined roles counts. */
function strength(standing: Standing): number {
  return standing === 'learner' ? 0.5 : Math.max(0, rank(standing));
}
