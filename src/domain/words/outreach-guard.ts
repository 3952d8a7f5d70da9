/** One place where a text gives away that the buyer was watched. */
export interface OutreachFinding {
  /** The words as they stand in the text. */
  readonly phrase: string;
  readonly why: string;
  /** What to write instead: the signal turned into something that helps the buyer (R158). */
  readonly suggestion: string;
}

/** What `reviewOutreachText` says of a text. */
export interface OutreachReview {
  readonly ok: boolean;
  readonly findings: readonly OutreachFinding[];
}

const FRAME =
  'Teams weighing this up usually compare the effort to implement, the overall cost and how soon it pays off.';

const PAGES =
  '(?:web ?sites?|sites?|pages?|pricing|prices|blog|landing|product|docs|documentation|case stud(?:y|ies)|comparison|calculator)';
const VIEWED =
  '(?:visit(?:ed|ing)?|view(?:ed|ing)?|brows(?:ed|ing)|look(?:ed|ing) (?:at|around|through)|check(?:ed|ing) out|read(?:ing)?|land(?:ed|ing) on|return(?:ed|ing) to|c(?:ame|oming) back to|(?:were|been|are) on)';

/**
 * Wordings by kind. They look for what nobody told us: pages, opens, clicks, counts, times. What a person did knowingly
 * ("you asked for a demo", "you downloaded the guide", "you joined the webinar") passes.
 */
const KINDS: readonly {
  readonly pattern: RegExp;
  readonly why: string;
  readonly suggestion: string;
}[] = [
  {
    pattern: new RegExp(
      `\\b(?:i|we)(?:'ve| have)? (?:just )?(?:noticed|saw|see|seen|could see|can see|spotted|observed)\\b[^.!?]{0,40}\\b(?:${VIEWED}|open(?:ed|ing)?|click(?:ed|ing)?|spen[dt]|online)\\b[^.!?]{0,60}`,
      'gi',
    ),
    why: 'It tells the buyer that they were watched.',
    suggestion: FRAME,
  },
  {
    pattern: new RegExp(
      `\\b(?:you|your team|someone (?:at|from) [\\w ]{1,30})(?:'ve| have| has|'re| were| was)?(?: recently| just| again| also)? ${VIEWED} (?:[\\w'’-]+ ){0,4}?${PAGES}\\b`,
      'gi',
    ),
    why: 'It quotes a page visit, which the buyer did not tell us about.',
    suggestion: FRAME,
  },
  {
    pattern: new RegExp(
      `\\b(?:your|the) (?:recent |latest |repeated |several |multiple )*(?:visits?|views?|page ?views?|clicks?|sessions?|browsing)(?: history)? (?:to|of|on|at) (?:[\\w'’-]+ ){0,3}?${PAGES}\\b`,
      'gi',
    ),
    why: 'It quotes a page visit, which the buyer did not tell us about.',
    suggestion: FRAME,
  },
  {
    pattern:
      /\b(?:you|you've|you have)(?: just| recently| already)? (?:opened|clicked)\b[^.!?]{0,20}\b(?:e-?mails?|messages?|links?|newsletters?)\b/gi,
    why: 'It quotes an e-mail open or a click.',
    suggestion: 'Name the subject instead: "You may be looking into …".',
  },
  {
    pattern: new RegExp(
      `\\b(?:\\d+|two|three|four|five|several|multiple) (?:different )?(?:page ?views?|pages|visits?|sessions?|clicks?|opens?)\\b`,
      'gi',
    ),
    why: 'It counts what the buyer did.',
    suggestion: FRAME,
  },
  {
    pattern: new RegExp(
      `\\b${VIEWED}\\b[^.!?]{0,40}\\b(?:twice|\\d+ times|(?:two|three|four|five|several|multiple|many) times)\\b`,
      'gi',
    ),
    why: 'It counts what the buyer did.',
    suggestion: FRAME,
  },
  {
    pattern:
      /\bspen(?:t|ding)\b[^.!?]{0,20}\b(?:\d+|a few|several|some) (?:seconds?|minutes?|hours?)\b[^.!?]{0,30}\b(?:on|reading|looking)\b[^.!?]{0,30}/gi,
    why: 'It quotes how long the buyer looked at something.',
    suggestion: FRAME,
  },
  {
    pattern:
      /\b(?:our|the) (?:tracking|analytics|system|software|crm|data|tool)s? (?:show|tell|flag|say|indicate|notifie|alert)\w*\b[^.!?]{0,40}/gi,
    why: 'It speaks of tracking.',
    suggestion: FRAME,
  },
  {
    pattern: /\b(?:lead|intent|fit|engagement) score\b|\bscored? (?:\d+|high|highly)\b/gi,
    why: 'A score is ours to know, not the buyer’s to hear.',
    suggestion: 'Name what the buyer asked for.',
  },
];

/**
 * Finds wording that quotes tracking back at the buyer, in any opener, template or edited text (R158).
 *
 * Pure and without dependencies: the card runs it while the rep types.
 *
 * @example reviewOutreachText('I noticed you visited our pricing page twice.').ok // false
 * @example reviewOutreachText('You asked for a demo of the planner.').ok // true
 */
export function reviewOutreachText(text: string): OutreachReview {
  const plain = text.replaceAll('’', "'");
  const found: { readonly from: number; readonly to: number; readonly finding: OutreachFinding }[] =
    [];
  for (const { pattern, why, suggestion } of KINDS) {
    for (const match of plain.matchAll(pattern)) {
      const from = match.index;
      const to = from + match[0].length;
      if (found.some((other) => from < other.to && to > other.from)) continue;
      found.push({ from, to, finding: { phrase: text.slice(from, to).trim(), why, suggestion } });
    }
  }
  const findings = found.sort((a, b) => a.from - b.from).map(({ finding }) => finding);
  return { ok: findings.length === 0, findings };
}
