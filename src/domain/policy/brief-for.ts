import type { Brief } from './policy.ts';

/** The brief for a campaign by its name; undefined where nobody wrote one. */
export function briefFor(briefs: readonly Brief[], campaign: string | null): Brief | undefined {
  const name = campaign?.trim().toLowerCase();
  return briefs.find((brief) => brief.campaign.trim().toLowerCase() === name);
}
