import { wordsIn } from '../../words/words-in.ts';
import { list } from '../value-test.ts';
import type { Comparison } from './comparison.ts';
import { lookOf } from './text-looks.ts';
import { bringsWord, canBeTicked, type TextPlan } from './text-combinations.ts';

/** Text that no policy looks for, and that is part of no word. */
const OTHER = '·';
/** Letters to hide a word in; the first is taken that no constant has in it. */
const LETTERS = ['q', 'z', 'j', 'ж'];

/**
 * Texts that may be as a plan says; whoever asks tries each. The plainest come first: words beside each other, then
 * words inside other words, and options that are ticked.
 */
export function textExamples(plan: TextPlan): readonly string[] {
  if (plan.point !== null) return [plan.point, ...inOtherCase(plan.point, plan.words.flat())];
  const letter = letterFor(plan);
  const phrases = plan.words.flatMap(
    (some) => some.find((phrase) => !bringsWord(phrase, plan.noWords)) ?? [],
  );
  const samples = plan.samples.flatMap(([sample]) => sample ?? []);
  return headsOf(plan).flatMap((head) => [
    ...written(plan, { head, letter, phrases, samples }),
    ...ticked(plan, { head, letter, phrases, samples }),
  ]);
}

/** Each constant by itself, for where there are too many to put together. */
export function constantTexts(comparisons: readonly Comparison[]): readonly string[] {
  return [
    OTHER,
    ...comparisons.flatMap((one) => {
      const look = lookOf(one);
      return look.kind === 'free' && look.samples.length > 0
        ? look.samples
        : list(one.source.value).map(String);
    }),
  ];
}

interface Parts {
  readonly head: string;
  readonly letter: string;
  readonly phrases: readonly string[];
  readonly samples: readonly string[];
}

function headsOf({ start, above }: TextPlan): readonly string[] {
  if (start !== null) return [start];
  return above === null ? ['', '!'] : [`${above}~`, `${above}!`, `${above} !`];
}

function written(plan: TextPlan, { head, letter, phrases, samples }: Parts): readonly string[] {
  const asText = (it: string): boolean => !plan.none.some((other) => it.includes(other));
  const words = plan.any.flatMap((list) => list.find(asText) ?? []);
  const hidden = words.map((word) => `${letter}${word}${letter}`);
  const other = phrases.map(inFullWidth);
  return [
    joined([head, ...words, ...phrases, ...samples], ' '),
    joined([head, ...words, ...other, ...samples], ' '),
    joined([`${head}${letter}`, ...hidden, ...phrases, ...samples], ' '),
    joined([`${head}${letter}`, ...hidden, ...other, ...samples], ' '),
    joined([head, ...samples, ...words, ...phrases, OTHER], ' '),
    joined([`${head}${OTHER}`, ...words, ...phrases], OTHER),
  ];
}

function ticked(plan: TextPlan, { head, letter, phrases, samples }: Parts): readonly string[] {
  const options = plan.any.flatMap((list) => list.find((it) => canBeTicked(it, plan)) ?? []);
  const texts = [...phrases, ...samples].map((text) => `${OTHER} ${text} ${OTHER}`);
  return [
    [`${head}${OTHER}`, ...options, ...texts, OTHER].join(';'),
    [`${head}${letter}`, ...options, ...texts, OTHER].join(';'),
    [`${head}${OTHER}`, ...options, ...samples.map((text) => `${OTHER} ${text}`)].join(';'),
    [...samples.map((text) => `${text} ${OTHER}`), ...options, ...texts, OTHER].join(';'),
  ];
}

/** Nothing at all is the text that nobody looks for. */
function joined(parts: readonly string[], between: string): string {
  const distinct = [...new Set(parts)].filter((part) => part !== '');
  return distinct.length === 0 ? OTHER : distinct.join(between);
}

function letterFor({ any, none, start, words, noWords }: TextPlan): string {
  const constants = [...any.flat(), ...none, ...words.flat(), ...noWords, start ?? ''];
  return LETTERS.find((it) => !constants.some((constant) => constant.includes(it))) ?? OTHER;
}

/** As East Asian keyboards write it: the same word in other characters. */
function inFullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}

/** With one of the phrases as words of their own: `webdemoform` as `webDemoForm`. */
function inOtherCase(point: string, phrases: readonly string[]): readonly string[] {
  const lower = point.toLowerCase();
  return phrases.flatMap((phrase) => {
    const words = wordsIn(phrase);
    const at = lower.indexOf(words.join(''));
    if (at < 0) return [];
    const written = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
    const rest = lower.slice(at + written.length);
    const next = rest.charAt(0).toUpperCase() + rest.slice(1);
    return [`${lower.slice(0, at)}${written}${next}`];
  });
}
