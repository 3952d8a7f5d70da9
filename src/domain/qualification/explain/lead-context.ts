import { readConversion } from '../../words/acts/form-kind.ts';
import type { LeadFacts } from '../../condition/lead-facts.ts';

/** Where the lead came from and what it chose, frozen at handoff (R78, R101, R234). */
export interface LeadContext {
  /** HubSpot's original source, such as `PAID_SEARCH`. */
  readonly source: string | null;
  readonly campaign: string | null;
  /** The form, content or event the lead last converted on. */
  readonly offer: string | null;
  /** Subject on which nurture goes on (R184). */
  readonly topic: string | null;
  /** What the person wrote in a form. */
  readonly message: string | null;
}

/** Sources whose first detail field names a campaign (HubSpot, `hs_analytics_source_data_1`). */
const CAMPAIGN_SOURCES = new Set([
  'PAID_SEARCH',
  'PAID_SOCIAL',
  'EMAIL_MARKETING',
  'OTHER_CAMPAIGNS',
]);

/** Reads the context of a lead from its properties. */
export function contextOf({ properties }: LeadFacts): LeadContext {
  const source = textOf(properties['hs_analytics_source']);
  const offer =
    textOf(properties['recent_conversion_event_name']) ??
    textOf(properties['first_conversion_event_name']);
  const detail = CAMPAIGN_SOURCES.has(source ?? '')
    ? textOf(properties['hs_analytics_source_data_1'])
    : null;
  return {
    source,
    campaign: textOf(properties['utm_campaign']) ?? detail,
    offer,
    topic: offer === null ? null : readConversion(offer).title,
    message: textOf(properties['message']),
  };
}

/** A text without surrounding blanks; null where nothing is left. */
export function textOf(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}
