import * as z from 'zod';

import { decisionConditionSchema } from '../condition/condition-schema.ts';

const id = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,60}$/, 'use letters, digits, - and _ only, at most 60 characters');
const line = z.string().trim().min(1).max(200);
const paragraph = z.string().trim().min(1).max(800);
const review = { reviewOn: z.iso.date().optional() };

/** What both teams mean by a lead for sales, and when they look at it again (R16, R18). */
export const definitionSchema = z.strictObject({ text: paragraph, ...review });

/** The ideal customer: who, and the problem such a company most probably has (R45); looked at again on a day (R51). */
export const icpSchema = z.strictObject({
  who: paragraph,
  problem: paragraph,
  notFor: line.optional(),
  ...review,
});

/** What a rep works through on calls (R50): what must be confirmed to hand on to an AE, how to rate, what to ask next. */
export const qualificationSchema = z.strictObject({
  confirm: z
    .array(z.strictObject({ id, label: line, ask: line }))
    .min(1)
    .max(12),
  rubric: z.array(z.strictObject({ label: line, means: line })).optional(),
  next: z.array(line).optional(),
  intake: z.array(line).optional(),
});

/** Where a lead goes on that is not for sales now (R15, R184, R189): the first track whose condition holds. */
export const trackSchema = z.strictObject({ id, label: line, when: decisionConditionSchema });
