import { checkAt } from '../clock/check-at.ts';
import { nextAction, type Surroundings } from '../clock/next-action.ts';
import type { Handoff } from '../handoff.ts';
import { encodeHandoff } from './codec.ts';
import { PROGRESS_PROPERTIES } from './progress-properties.ts';
import { row, type PropertyRow } from './property-row.ts';
import { VERDICT_PROPERTIES } from './verdict-properties.ts';

/** What people write, and Baton reads: the documented exception of R39. */
const PEOPLES_PROPERTIES: readonly PropertyRow[] = [
  row(
    'fitOverride',
    'Fit exception',
    'choice',
    'Set this to overrule the fit score, and give the reason in the next field. The lead is decided again.',
    null,
    [
      ['icp_exception', 'Treat as a fit'],
      ['not_icp', 'Treat as no fit'],
    ],
  ),
  row(
    'fitOverrideReason',
    'Fit exception reason',
    'text',
    'Why the fit score is overruled. Without a reason the exception does not count.',
    null,
  ),
];

const RECORD_PROPERTY: PropertyRow = {
  ...row(
    'record',
    'Handoff record',
    'long_text',
    'The whole decision, for Baton itself. Please do not edit.',
    ({ handoff }) => encodeHandoff(handoff),
  ),
  hidden: true,
};

/**
 * The contact properties of design §4, each once: install creates them from here, every batch reads them, and every
 * change is written through them, so that none can be forgotten on one of the three ways.
 */
export const HANDOFF_PROPERTIES: readonly PropertyRow[] = [
  ...PROGRESS_PROPERTIES,
  ...VERDICT_PROPERTIES,
  ...PEOPLES_PROPERTIES,
  RECORD_PROPERTY,
];

/** What a handoff writes on its contact, by property name. In observe mode that is the verdict and the record. */
export function handoffValues(
  handoff: Handoff,
  around: Surroundings,
): ReadonlyMap<PropertyRow, string> {
  const live = handoff.opened.mode === 'live';
  const shown = {
    handoff,
    action: nextAction(handoff, around),
    checkAt: live ? checkAt(handoff, around) : null,
  };
  const rows = live ? HANDOFF_PROPERTIES : [...VERDICT_PROPERTIES, RECORD_PROPERTY];
  return new Map(
    rows.flatMap((one) => {
      const value = one.write?.(shown);
      return value === undefined ? [] : [[one, value] as const];
    }),
  );
}
