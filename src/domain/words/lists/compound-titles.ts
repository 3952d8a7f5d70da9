import type { RoleKind } from './role-kind.ts';

/**
 * How compound titles end in German, Dutch, the Nordic languages and Korean: the trade stands last, what it is about
 * before it ("Einkaufs-leiterin", "försäljnings-chef", "영업-팀장"). In the form in which words are compared.
 */
const ENDINGS: readonly (readonly [kind: RoleKind, endings: string])[] = [
  [
    'chief',
    `geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung geschaftsleitung geschaftsleiter geschaftsleiterin vorstand vorstandin inhaber inhaberin grunder
     grunderin toimitusjohtaja`,
  ],
  ['decides', 'direktor direktorin director directeur johtaja'],
  [
    'leads',
    `leiter leiterin leitung chef chefin sjef manager managerin meister meisterin leider leidster hoofd leder ledare verantwortlicher
     verantwortliche verantwoordelijke paallikko 팀장 부장 본부장 실장`,
  ],
  [
    'aide',
    'assistent assistentin assistenz assistente referent referentin sekretar sekretarin sachbearbeiter sachbearbeiterin sachbearbeitung mitarbeiter mitarbeiterin medewerker medewerkster secretaresse',
  ],
  [
    'works',
    `berater beraterin ingenieur ingenieurin ingenjor entwickler entwicklerin programmierer einkaufer einkauferin verkaufer verkauferin techniker
     technikerin mechaniker mechatroniker elektroniker kaufmann kauffrau buchhalter buchhalterin spezialist spezialistin koordinator
     koordinatorin controller controllerin analyst analystin planer planerin trainer trainerin beauftragter beauftragte arbeiter fahrer
     redakteur prufer pruferin adviseur ontwikkelaar inkoper verkoper konsult konsulent radgiver utvecklare fachkraft anwalt anwaltin arzt
     lehrer lehrerin pfleger pflegerin schlosser konstrukteur monteur disponent begleiter begleiterin vertreter vertreterin 개발자 엔지니어`,
  ],
  [
    'learner',
    'student studentin praktikant praktikantin lehrling azubi trainee stagiair schuler schulerin volontar hilfskraft doktorand',
  ],
];

/** Compounds that end like a title and are none. */
const NO_TITLES =
  /(?:halbleiter|supraleiter|ableiter|(?<!be)gleiter|anleiter|rohrleitung|anleitung|weiterleitung|freileitung|ableitung|wasserleitung|einleitung|zuleitung|kunstleder)$/;

const byEnding = new Map(
  ENDINGS.flatMap(([kind, endings]) =>
    endings.split(/\s+/).map((ending) => [ending, kind] as const),
  ),
);
/** Longest first: an "assistentin" is no "direktorin" whatever stands before. */
const LENGTHS = [...new Set([...byEnding.keys()].map(({ length }) => length))].sort(
  (a, b) => b - a,
);

/** A compound taken apart. */
export interface CompoundTitle {
  readonly kind: RoleKind;
  /** What stands before the trade: "einkaufs" of "einkaufsleiter". */
  readonly about: string;
}

/**
 * The title that a compound word ends with, null if it does not end like one.
 *
 * @param word - in the form in which words are compared
 * @example compoundTitle('einkaufsleiter') // { kind: 'leads', about: 'einkaufs' }
 */
export function compoundTitle(word: string): CompoundTitle | null {
  for (const length of LENGTHS) {
    // At least two letters stand before: "it-leiter" written as one word.
    if (word.length < length + 2) continue;
    const kind = byEnding.get(word.slice(-length));
    if (kind) return NO_TITLES.test(word) ? null : { kind, about: word.slice(0, -length) };
  }
  return null;
}
