import { parentPort, workerData } from 'node:worker_threads';

import { compilePolicy } from '../domain/qualification/compile/compile-policy.ts';
import { judge } from '../domain/qualification/judge.ts';
import type { Instant } from '../domain/instant.ts';
import type { LeadFacts } from '../domain/condition/lead-facts.ts';
import type { PolicyDocument } from '../domain/policy/policy-document.ts';
import { normalisePolicy } from '../domain/policy/normalise-policy.ts';

/** What a test hands to the worker: plain data only, since functions do not pass between threads. */
export interface JudgingTask {
  readonly policy: PolicyDocument;
  readonly leads: readonly LeadFacts[];
  readonly now: Instant;
  readonly freeDomains: readonly string[];
  readonly disposableDomains: readonly string[];
}

// The whole job of the thread: compile the policy here, judge every lead, answer with the verdicts.
const task = workerData as JudgingTask;
const compiled = compilePolicy(normalisePolicy(task.policy), {
  emailDomains: {
    isFree: (domain) => task.freeDomains.includes(domain),
    isDisposable: (domain) => task.disposableDomains.includes(domain),
  },
});
parentPort?.postMessage(task.leads.map((lead) => judge(compiled, lead, task.now)));
