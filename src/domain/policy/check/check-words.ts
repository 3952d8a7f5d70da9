import { reviewOutreachText } from '../../words/outreach-guard.ts';
import { OPENER_BLANKS, unknownBlanks } from '../../words/play-text.ts';
import { faultAt, type PolicyFault } from './policy-fault.ts';
import type { ReadablePolicy } from './readable-policy.ts';

/** Texts meant for the buyer that quote tracking (R158), or have blanks that nothing fills (P8). */
export function checkWords({ plays, intent }: ReadablePolicy): readonly PolicyFault[] {
  const texts = [
    ...plays.flatMap(({ path, value }) => [
      { path: [...path, 'opener'], text: value.opener },
      ...(value.questions ?? []).map((text, index) => ({
        path: [...path, 'questions', index],
        text,
      })),
    ]),
    ...intent.flatMap(({ path, value }) =>
      value.say === undefined ? [] : [{ path: [...path, 'say'], text: value.say }],
    ),
  ];
  return texts.flatMap(({ path, text }) => [
    ...reviewOutreachText(text).findings.map(({ phrase, why, suggestion }) =>
      faultAt(path, `“${phrase}”: ${why}`, suggestion),
    ),
    ...unknownBlanks(text).map((name) =>
      faultAt(
        path,
        `Nothing fills the blank {${name}}.`,
        `Use ${Object.keys(OPENER_BLANKS)
          .map((blank) => `{${blank}}`)
          .join(', ')}.`,
      ),
    ),
  ]);
}
