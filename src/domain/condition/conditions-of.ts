import { leafOf, type Condition, type FieldCondition } from './condition-schema.ts';

/** The leaves of conditions, in the order in which they are written; list membership reads as `segment.<id>`. */
export function conditionsOf(conditions: readonly Condition[]): readonly FieldCondition[] {
  return conditions.flatMap((condition): readonly FieldCondition[] => {
    if ('all' in condition) return conditionsOf(condition.all);
    if ('any' in condition) return conditionsOf(condition.any);
    if ('not' in condition) return conditionsOf([condition.not]);
    if ('segment' in condition) {
      return [{ field: `segment.${condition.segment}`, op: 'eq', value: true }];
    }
    return [leafOf(condition)];
  });
}
