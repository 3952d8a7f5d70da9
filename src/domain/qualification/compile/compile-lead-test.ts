import type { Condition } from '../../condition/condition-schema.ts';
import type { DerivedFieldSources } from '../../condition/derive-lead-field.ts';
import { createFactTable } from '../../condition/fact-table.ts';
import type { LeadFacts } from '../../condition/lead-facts.ts';
import type { Truth } from '../../condition/truth.ts';
import { fieldValue, unsetTruth } from '../../condition/value-test.ts';
import type { Instant } from '../../instant.ts';
import { emptyView } from '../assess/verdict-view.ts';
import { compileCondition } from './compile-condition.ts';

/** Says whether a condition holds of a lead before anything is concluded about it. */
export type LeadTest = (facts: LeadFacts, now: Instant) => Truth;

/** Compiles a condition on the lead alone. */
export function compileLeadTest(condition: Condition, sources: DerivedFieldSources): LeadTest {
  const table = createFactTable(sources);
  const { test } = compileCondition(condition, { facts: table, ruleIndex: () => -1 });
  const view = emptyView(0);
  return (facts, now) => {
    const truths = new Uint8Array(table.atoms.length);
    for (const slot of table.slots) {
      const raw = slot.read(facts);
      for (const { index, source, test: compare } of slot.atoms) {
        truths[index] = raw === null ? unsetTruth(source.op) : compare(fieldValue(raw), now);
      }
    }
    return test(truths, view);
  };
}
