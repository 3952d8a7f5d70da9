import type { LeadFacts } from '../../../domain/condition/lead-facts.ts';

/** A lead of a file, or what is wrong where one should be; `where` is a line or an index. */
export type LeadItem =
  | { readonly kind: 'lead'; readonly where: string; readonly facts: LeadFacts }
  | { readonly kind: 'fault'; readonly where: string; readonly message: string };
