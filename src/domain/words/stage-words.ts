/** HubSpot's own stages as its pages name them; a custom stage is shown by its id. */
const STAGE_WORDS: Readonly<Record<string, string>> = {
  subscriber: 'Subscriber',
  lead: 'Lead',
  marketingqualifiedlead: 'Marketing Qualified Lead',
  salesqualifiedlead: 'Sales Qualified Lead',
  opportunity: 'Opportunity',
  customer: 'Customer',
};

/** A lifecycle stage in words. */
export function stageWords(stage: string): string {
  return STAGE_WORDS[stage] ?? stage;
}

/**
 * A lifecycle stage inside a sentence, where a custom one has no name that Baton knows.
 *
 * @example stageInWords('marketingqualifiedlead') // 'marketing qualified lead'
 */
export function stageInWords(stage: string): string {
  return STAGE_WORDS[stage]?.toLowerCase() ?? 'lead of a stage of our own';
}
