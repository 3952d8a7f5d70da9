/**
 * What one word of a title says by itself. What the whole title says depends on how its words govern each other.
 *
 * - `chief`: at the top of a company; assistants and offices are named after them.
 * - `decides`: a director, a partner, the head of something.
 * - `leads`: leads people or a subject.
 * - `first`: leads those who are named behind it: "lead" engineer, "head" chef.
 * - `works`: does the work of a trade.
 * - `aide`: works for whoever is named behind it: an assistant, a clerk of the board.
 * - `learner`: a student or an intern, unless the title is about students.
 * - `away`: out of work, retired, or looking for work.
 * - `nothing`: a phrase that only looks like one of the above.
 */
export type RoleKind =
  'chief' | 'decides' | 'leads' | 'first' | 'works' | 'aide' | 'learner' | 'away' | 'nothing';

/** Words and phrases of one language by what they say, with commas between them. Accents do not matter. */
export type RoleWords = Readonly<Partial<Record<RoleKind, string>>>;
