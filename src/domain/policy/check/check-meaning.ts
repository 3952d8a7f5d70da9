import { conditionsOf } from '../../condition/conditions-of.ts';
import type { OpValue } from '../../condition/condition-schema.ts';
import { constantFault } from '../../condition/known-values.ts';
import { list } from '../../condition/value-test.ts';
import { sentence } from '../../words/phrases.ts';
import { faultAt, type PolicyFault } from './policy-fault.ts';
import type { IntentRuleDocument } from '../policy-document.ts';
import { conditionParts, valueAt, type Part, type ReadablePolicy } from './readable-policy.ts';

/** Events and properties that say that somebody opened a mail: the machine of a mail provider does that too (R26). */
const OPENS =
  /(^|[_.])(email_?opens?|e?_?opened_?e?mail|open_?e?mail|mail_?opens?|email_opened|last_open_date|email_open)($|[_.])|^opens?$/i;

/** Values that fields of the decision can have. */
const DOMAINS: Readonly<Record<string, readonly string[]>> = {
  'decision.fitGrade': ['a', 'b', 'c', 'unknown'],
  'decision.intentLevel': ['1', '2', '3'],
  'decision.tier': ['tier_1', 'tier_2', 'tier_3'],
  'decision.requested': ['true', 'false'],
};

/** Numbers that contradict each other, values a field never has, and generic events that would start a handoff. */
export function checkMeaning(policy: ReadablePolicy): readonly PolicyFault[] {
  const { document } = policy;
  return [
    ...ordered(document, ['cutoffs', 'fit'], 'A', 'B'),
    ...ordered(document, ['cutoffs', 'intent'], '1', '2'),
    ...scales(document),
    ...policy.tiers.flatMap(slaFaults),
    ...conditionParts(policy).flatMap(impossibleValues),
    ...[...policy.tiers, ...policy.disqualify].flatMap(({ path, value }) =>
      conditionsOf([value.when])
        .filter(({ field }) => field === 'decision.tier')
        .map(() =>
          faultAt(
            [...path, 'when'],
            'This is settled before the tier is and cannot depend on it.',
            'Use decision.fitGrade and decision.intentLevel.',
          ),
        ),
    ),
    ...policy.intent.flatMap((part) => [...genericFaults(part, document), ...actFaults(part)]),
  ];
}

function ordered(
  document: unknown,
  path: readonly string[],
  upper: string,
  lower: string,
): readonly PolicyFault[] {
  const high = valueAt(document, [...path, upper]);
  const low = valueAt(document, [...path, lower]);
  return typeof high === 'number' && typeof low === 'number' && high <= low
    ? [
        faultAt(
          [...path, upper],
          `The line for ${upper} (${high}) is not above that for ${lower} (${low}).`,
          'Raise it.',
        ),
      ]
    : [];
}

function scales(document: unknown): readonly PolicyFault[] {
  return ['fit', 'intent'].flatMap((model) => {
    const low = valueAt(document, [model, 'scale', 0]);
    const high = valueAt(document, [model, 'scale', 1]);
    return typeof low === 'number' && typeof high === 'number' && low >= high
      ? [
          faultAt(
            [model, 'scale'],
            `The scale from ${low} to ${high} is empty.`,
            'Give the lower end first.',
          ),
        ]
      : [];
  });
}

/** Design §6: minutes, or business days, or the same day with business days for later arrivals. */
function slaFaults({
  path,
  value: { sla },
}: ReadablePolicy['tiers'][number]): readonly PolicyFault[] {
  if (!sla) return [];
  const { minutes, warnAfterMinutes, businessDays, sameDayIfBefore } = sla;
  const at = [...path, 'sla'];
  const faults: PolicyFault[] = [];
  if (minutes === undefined && businessDays === undefined) {
    faults.push(faultAt(at, 'The SLA has no due time.', 'Add minutes or businessDays.'));
  }
  if (minutes !== undefined && (businessDays ?? sameDayIfBefore) !== undefined) {
    faults.push(faultAt(at, 'The SLA has two due times.', 'Keep either minutes or business days.'));
  }
  if (warnAfterMinutes !== undefined && !(minutes !== undefined && warnAfterMinutes < minutes)) {
    faults.push(
      faultAt(
        [...at, 'warnAfterMinutes'],
        'The warning does not come before the due time.',
        'Make it smaller than minutes.',
      ),
    );
  }
  return faults;
}

function impossibleValues({
  path,
  value,
}: ReturnType<typeof conditionParts>[number]): readonly PolicyFault[] {
  return conditionsOf([value]).flatMap(({ field, op, value: constants }) => {
    if (!['eq', 'neq', 'in', 'not_in'].includes(op)) return [];
    const domain = DOMAINS[field];
    if (!domain) return unknownConstants(path, field, constants);
    return list(constants)
      .map((constant) => String(constant).toLowerCase())
      .filter((constant) => !domain.includes(constant))
      .map((constant) =>
        faultAt(path, `"${constant}" is no value of ${field}.`, `Use one of ${domain.join(', ')}.`),
      );
  });
}

/** A constant that the lists behind a field do not know compares with nothing for ever. */
function unknownConstants(
  path: readonly PropertyKey[],
  field: string,
  constants: OpValue | undefined,
): readonly PolicyFault[] {
  return list(constants).flatMap((constant) => {
    const fault = constantFault(field, constant);
    return fault === null
      ? []
      : [faultAt(path, `“${String(constant)}” is no value of ${field}.`, `${sentence(fault)}.`)];
  });
}

/** The same for what an act is about. */
function actFaults({ path, value: { when } }: Part<IntentRuleDocument>): readonly PolicyFault[] {
  if (!('event' in when)) return [];
  return Object.entries(when.match ?? {}).flatMap(([property, tests]) =>
    Object.entries(tests).flatMap(([op, constants]) =>
      ['eq', 'neq', 'in', 'not_in'].includes(op)
        ? unknownConstants([...path, 'when', 'match', property], `act.${property}`, constants)
        : [],
    ),
  );
}

/** R26: an opened mail may add a few points, but must not reach a level, count as strong or ask for contact. */
function genericFaults(
  { path, value }: Part<IntentRuleDocument>,
  document: unknown,
): readonly PolicyFault[] {
  if (!isGeneric(value)) return [];
  const line = valueAt(document, ['cutoffs', 'intent', '2']);
  const most = value.points * (value.maxCount ?? (value.points > 0 ? Infinity : 1));
  const starts =
    value.strength === 'high' ||
    value.request === true ||
    (typeof line === 'number' && value.points > 0 && most >= line);
  return starts
    ? [
        faultAt(
          path,
          `Opened e-mails would start a handoff by themselves ("${value.id}").`,
          'Remove the rule, or lower its points and maxCount so that it stays below intent level 2 (R26).',
        ),
      ]
    : [];
}

function isGeneric({ when }: IntentRuleDocument): boolean {
  if ('event' in when) return [when.event].flat().every((type) => OPENS.test(type));
  if ('segment' in when) return false;
  const fields = conditionsOf([when.cond]).map(({ field }) => field);
  return fields.length > 0 && fields.every((field) => OPENS.test(field));
}
