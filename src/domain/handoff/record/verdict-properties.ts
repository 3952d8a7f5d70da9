import { row, type PropertyRow } from './property-row.ts';
import type { Verdict } from '../../qualification/verdict.ts';

/** A row that shows something of the verdict. */
function verdictRow(
  write: (verdict: Verdict) => string | null,
  ...[key, label, kind, description, choices]: [
    Parameters<typeof row>[0],
    Parameters<typeof row>[1],
    Parameters<typeof row>[2],
    Parameters<typeof row>[3],
    Parameters<typeof row>[5]?,
  ]
): PropertyRow {
  const shown: PropertyRow['write'] = ({ handoff }) => write(handoff.opened.verdict) ?? '';
  return row(key, label, kind, description, shown, choices);
}

const numberOrUnset = (value: number | null): string | null =>
  value === null ? null : String(value);

/** What the policy says of the lead, frozen when it was handed over; written in observe mode too. */
export const VERDICT_PROPERTIES: readonly PropertyRow[] = [
  verdictRow(
    ({ tier }) => tier,
    'tier',
    'Handoff tier',
    'choice',
    'How urgent the lead is, decided when it was handed over and frozen then.',
    [
      ['tier_1', 'Tier 1: call now'],
      ['tier_2', 'Tier 2: review today'],
      ['tier_3', 'Tier 3: nurture'],
    ],
  ),
  verdictRow(
    (verdict) => verdict.class,
    'slaClass',
    'Handoff SLA class',
    'text',
    'Which response time applies inside the tier.',
  ),
  verdictRow(
    ({ fit }) => numberOrUnset(fit.score),
    'fitScore',
    'Handoff fit score',
    'number',
    'How well the company and role fit, 0 to 100, frozen at handoff.',
  ),
  verdictRow(
    ({ intent }) => numberOrUnset(intent.score),
    'intentScore',
    'Handoff intent score',
    'number',
    'How strongly the lead showed interest in buying, 0 to 100, frozen at handoff.',
  ),
  verdictRow(
    ({ reason }) => reason,
    'reason',
    'Why this lead',
    'long_text',
    'Why this lead was handed to sales, in words: what it did and why it fits.',
  ),
  verdictRow(
    ({ signals }) => signals.join(';'),
    'signals',
    'Handoff signals',
    'choices',
    'Which scoring rules matched. Use it to report which signals lead to meetings and deals.',
    ({ signals }) => signals.map(({ id, label }) => [id, label]),
  ),
  row(
    'trigger',
    'Handoff trigger',
    'text',
    'What opened this handoff: reaching the stage, a new signal, a revisit date, a hand-on.',
    ({ handoff }) => handoff.opened.trigger,
  ),
  verdictRow(
    ({ source }) => source,
    'source',
    'Handoff source',
    'text',
    'Original source of the lead, frozen at handoff.',
  ),
  verdictRow(
    ({ campaign }) => campaign,
    'campaign',
    'Handoff campaign',
    'text',
    'Campaign, frozen at handoff.',
  ),
  verdictRow(
    ({ offer }) => offer,
    'offer',
    'Handoff offer',
    'text',
    'Form or offer behind the conversion, frozen at handoff.',
  ),
  verdictRow(
    ({ topic }) => topic,
    'topic',
    'Handoff topic',
    'text',
    'Theme on which nurture continues.',
  ),
  verdictRow(
    ({ play }) => play,
    'play',
    'First-touch play',
    'choice',
    'How to open the conversation. The list follows the policy.',
    ({ plays }) => plays.map(({ id, label }) => [id, label]),
  ),
  verdictRow(
    ({ missing }) => missing.join(';'),
    'missing',
    'Facts missing at handoff',
    'choices',
    'Required facts that were not known when the lead was handed over.',
    ({ required }) => required.map(({ field, label }) => [field, label]),
  ),
  verdictRow(
    ({ missing }) => String(missing.length === 0),
    'complete',
    'Complete at handoff',
    'yes_no',
    'Whether every required fact was known.',
    [
      ['true', 'Yes'],
      ['false', 'No'],
    ],
  ),
  row(
    'policyVersion',
    'Policy version',
    'text',
    'The version of the rules that decided this handoff.',
    ({ handoff }) => handoff.opened.policyVersion,
  ),
];
