import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import type { LeadFacts } from '../../domain/condition/lead-facts.ts';
import type { Verdict } from '../../domain/qualification/verdict.ts';
import type { Policy } from '../../domain/policy/policy.ts';

const text = z.string().min(1);
const tier = z.enum(['tier_1', 'tier_2', 'tier_3']).nullable();

/** What a lead has to come out as; only what the requirements leave no doubt about is said. */
const expectation = z.strictObject({
  tier: tier.optional(),
  tierOneOf: z.array(tier).optional(),
  status: text.optional(),
  grade: z.enum(['A', 'B', 'C', 'unknown']).optional(),
  requested: z.boolean().optional(),
  /** Free word for what stops or diverts it. */
  stop: text.optional(),
  reasonHas: z.array(text).optional(),
  reasonLacks: z.array(text).optional(),
  openerHas: z.array(text).optional(),
  openerLacks: z.array(text).optional(),
  playIs: text.optional(),
  /** The question worth asking; of a list one of them. */
  askFor: z.union([text, z.null(), z.array(text)]).optional(),
});

const corpusFile = z.strictObject({
  about: text,
  now: z.iso.datetime(),
  leads: z.array(
    z.strictObject({
      id: text,
      about: text,
      covers: text,
      language: text,
      lead: z.looseObject({ properties: z.record(z.string(), z.unknown()) }),
      expect: expectation,
      why: text,
    }),
  ),
});

/** One lead of the corpus, with the instant at which it is looked at. */
export type CorpusLead = z.infer<typeof corpusFile>['leads'][number] & {
  readonly group: string;
  readonly now: string;
};

const FOLDER = import.meta.dirname;

/**
 * The leads of the corpus, group by group. They were written by people who had not seen the policy, from the
 * requirements and from names, titles, pages and messages as they occur, and reviewed line by line.
 */
export function readCorpus(): readonly CorpusLead[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const { now, leads } = corpusFile.parse(
        JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')),
      );
      return leads.map((lead) => ({ ...lead, group: name.replace('.json', ''), now }));
    });
}

/** The leads alone, for tests that need many different ones and do not ask what comes of them. */
export function corpusFacts(): readonly LeadFacts[] {
  return readCorpus().map(({ id, lead }) => {
    // What was read of a property's history has another form there; these tests ask nothing of it.
    return { ...(lead as unknown as LeadFacts), id };
  });
}

/** Ids of leads that the default policy does not judge as the corpus says, a line each in `open.txt`. */
export function openLeads(): ReadonlySet<string> {
  return new Set(readFileSync(path.join(FOLDER, 'open.txt'), 'utf8').split('\n').filter(Boolean));
}

/** Words of the corpus for what keeps a lead from the reps, as the rules of the default policy name it. */
const STOPS: Readonly<Record<string, readonly string[]>> = {
  opt_out: ['not_permitted'],
  customer: ['customer', 'quiet_customer', 'support'],
  competitor: ['competitor'],
  disposable: ['throwaway_address'],
  'disposable or spam': ['throwaway_address', 'spam'],
  partner: ['partner', 'quiet_partner', 'support'],
  vendor: ['pitch', 'supplier'],
  job: ['job_seeker'],
  student: ['excluded_role'],
  open_deal: ['open_deal', 'quiet_deal', 'support'],
  staff: ['own_staff'],
};

/** Words of the corpus for the plays of R152 to R157. */
const PLAYS: Readonly<Record<string, string>> = { 'case study': 'case_study' };

/**
 * Where a verdict is not what the corpus says, a line each; empty where it is. What the reason and the opener must say is
 * in the corpus too and not held against them yet.
 */
export function faultsOf(
  { expect }: CorpusLead,
  verdict: Verdict,
  policy: Policy,
): readonly string[] {
  const faults: string[] = [];
  const differs = (what: string, actual: unknown, wanted: unknown): void => {
    faults.push(`${what} ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
  };
  const { tier: wanted, tierOneOf, status, grade, requested, stop, playIs, askFor } = expect;
  if (wanted !== undefined && verdict.tier !== wanted) differs('tier', verdict.tier, wanted);
  if (tierOneOf && !tierOneOf.includes(verdict.tier)) differs('tier', verdict.tier, tierOneOf);
  if (status !== undefined && verdict.status !== status) differs('status', verdict.status, status);
  if (grade !== undefined && verdict.fit.grade !== grade) {
    differs('grade', verdict.fit.grade, grade);
  }
  if (requested !== undefined && verdict.requested !== requested) {
    differs('requested', verdict.requested, requested);
  }
  const held = verdict.disqualified ?? verdict.diverted ?? verdict.held;
  if (stop !== undefined && !(STOPS[stop] ?? [held?.rule]).includes(held?.rule ?? '')) {
    differs('stopped by', held?.rule ?? null, stop);
  }
  const play = policy.plays.find(({ id }) => id === verdict.play)?.id ?? null;
  if (playIs !== undefined && play !== (PLAYS[playIs] ?? playIs)) differs('play', play, playIs);
  if (askFor !== undefined && ![askFor].flat().some((field) => field === verdict.askFor)) {
    differs('asks for', verdict.askFor, askFor);
  }
  return faults;
}
