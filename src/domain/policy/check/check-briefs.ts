import { reviewOutreachText } from '../../words/outreach-guard.ts';
import { BRIEF_WORDS, type BriefDocument } from '../brief-schema.ts';
import { faultAt, type PolicyFault } from './policy-fault.ts';
import type { Part, ReadablePolicy } from './readable-policy.ts';

/** Briefs that are longer than a page, that share a campaign, or whose opening quotes tracking (P7, R158). */
export function checkBriefs({ briefs }: ReadablePolicy): readonly PolicyFault[] {
  return briefs.flatMap((part, index) => [
    ...lengthFaults(part),
    ...duplicateFaults(part, briefs.slice(0, index)),
    ...wordingFaults(part),
  ]);
}

function lengthFaults({ path, value }: Part<BriefDocument>): readonly PolicyFault[] {
  const words = JSON.stringify(Object.values(value))
    .split(/[\s",[\]{}:]+/)
    .filter(Boolean).length;
  return words <= BRIEF_WORDS
    ? []
    : [
        faultAt(
          path,
          `The brief has ${words} words.`,
          `Keep it to ${BRIEF_WORDS}: a rep reads it before a call.`,
        ),
      ];
}

function duplicateFaults(
  { path, value }: Part<BriefDocument>,
  earlier: readonly Part<BriefDocument>[],
): readonly PolicyFault[] {
  const name = value.campaign.trim().toLowerCase();
  return earlier.some((other) => other.value.campaign.trim().toLowerCase() === name)
    ? [
        faultAt(
          [...path, 'campaign'],
          `“${value.campaign}” has a brief already.`,
          'Merge the two briefs.',
        ),
      ]
    : [];
}

function wordingFaults({ path, value }: Part<BriefDocument>): readonly PolicyFault[] {
  const texts = [
    { at: [...path, 'opening'], text: value.opening },
    ...(value.questions ?? []).map((text, index) => ({ at: [...path, 'questions', index], text })),
  ];
  return texts.flatMap(({ at, text }) =>
    reviewOutreachText(text).findings.map(({ phrase, why, suggestion }) =>
      faultAt(at, `“${phrase}”: ${why}`, suggestion),
    ),
  );
}
