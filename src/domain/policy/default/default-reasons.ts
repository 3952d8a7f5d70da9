import type { PolicyDocument } from '../policy-document.ts';

type Reason = NonNullable<PolicyDocument['reasons']>[number];

/** A lead that should not have come: the rep's turn comes back. */
function reject(code: string, label: string, path: Reason['path'], more: Partial<Reason> = {}) {
  return { code, label, kind: 'reject', path, countsAgainstShare: false, ...more } as const;
}

/** The right company, not now: quiet for so many days (D20), then back. */
function recycle(code: string, label: string, pauseDays: number) {
  return {
    code,
    label,
    kind: 'recycle',
    path: 'nurture',
    pauseDays,
    countsAgainstShare: true,
  } as const;
}

/**
 * Reason codes of P26 with the pauses of D20. A rejected lead goes back to nurture wherever it could still become one
 * (R15, R182): only what can never be a customer ends. The last ones are given by rules rather than by reps.
 */
export const defaultReasons: Reason[] = [
  reject('out_of_segment', 'a segment we do not sell to', 'disqualify'),
  reject('wrong_icp', 'not our kind of company', 'nurture'),
  reject('unclear_fit', 'fit cannot be judged', 'sdr_qualification'),
  reject('customer', 'already a customer', 'divert'),
  recycle('no_budget', 'no budget and no way to one', 120),
  recycle('no_authority', 'cannot decide, nor knows who does', 60),
  recycle('timing', 'wrong timing', 90),
  recycle('low_urgency', 'not urgent for them', 60),
  recycle('no_response', 'no reply after all touches', 30),
  reject('bad_data', 'wrong or missing data', 'back_to_marketing'),
  {
    code: 'wrong_owner',
    label: 'wrong territory or owner',
    kind: 'reassign',
    path: 'reroute',
    countsAgainstShare: false,
  },
  reject('duplicate', 'duplicate', 'merge'),
  reject('competitor', 'works for a competitor', 'disqualify'),
  reject('vendor', 'wants to sell to us', 'disqualify'),
  reject('job_seeker', 'looks for a job', 'disqualify'),
  reject('spam', 'spam', 'disqualify'),
  reject('no_permission', 'does not want to be contacted', 'disqualify'),
  reject('partner', 'a partner', 'divert'),
  reject('open_deal', 'a deal is running already', 'divert'),
  reject('support', 'a support question', 'divert'),
  reject('not_a_lead', 'one of our own people', 'disqualify'),
  reject('other', 'other reason', 'marketing_review', { noteRequired: true }),
];
