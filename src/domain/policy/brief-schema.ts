import * as z from 'zod';

const line = z.string().trim().min(1, 'write a line, or leave the key out').max(300);

/** Words a brief may have in all: one page that a rep reads before a call (P7). */
export const BRIEF_WORDS = 400;

/** One page about a campaign, found by the campaign's name and shown with the play (R161, P7). */
export const briefSchema = z.strictObject({
  /** As the contact's campaign says it; compared without regard to case. */
  campaign: line,
  theme: line,
  audience: line,
  notFor: line.optional(),
  problem: line,
  /** The exact offer, and what the person has seen or received. */
  promised: line,
  /** Results that may be quoted. */
  proofPoints: z.array(line).max(3, 'three proof points are enough').optional(),
  /** Two sentences that use only what may be said to the buyer. */
  opening: line,
  questions: z.array(line).max(3, 'three questions are enough').optional(),
  objections: z
    .array(z.strictObject({ says: line, answer: line }))
    .max(3, 'three objections are enough')
    .optional(),
  /** The single next step, with link or asset. */
  nextStep: line,
  avoid: z.array(line).optional(),
  /** Where leads go that are not ready. */
  nurtureTrack: line.optional(),
  owner: line.optional(),
  reviewOn: z.iso.date().optional(),
});

/** The brief of one campaign, as written. */
export type BriefDocument = z.infer<typeof briefSchema>;
