import type { FieldCondition, Op } from './condition-schema.ts';
import { isFlag } from './lead-fields.ts';

const OPPOSITES: Readonly<Partial<Record<Op, Op>>> = {
  eq: 'neq',
  neq: 'eq',
  in: 'not_in',
  not_in: 'in',
  contains_any: 'contains_none',
  contains_none: 'contains_any',
  gt: 'lte',
  lte: 'gt',
  gte: 'lt',
  lt: 'gte',
  known: 'unknown',
  unknown: 'known',
};

/**
 * The comparison that is true of every set value of which this one is false; null where none of the policy's says it.
 *
 * @example oppositeOf({ field: 'company.rating', op: 'gt', value: 3 }) // { field: 'company.rating', op: 'lte', value: 3 }
 */
export function oppositeOf(condition: FieldCondition): FieldCondition | null {
  if (isFlag(condition.field) && condition.op === 'eq') {
    return { ...condition, value: String(condition.value) !== 'true' };
  }
  const op = OPPOSITES[condition.op];
  return op === undefined ? null : { ...condition, op };
}
