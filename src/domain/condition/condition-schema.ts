import * as z from 'zod';

import { fieldFault } from './lead-fields.ts';
import { patternFault } from './pattern-fault.ts';

/** Every comparison the policy knows (design §6). */
export const OPS = [
  'eq',
  'neq',
  'in',
  'not_in',
  'contains_any',
  'contains_none',
  'has_word',
  'starts_with',
  'matches',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'known',
  'unknown',
  'within_days',
  'older_than_days',
] as const;

/** One comparison by name. */
export type Op = (typeof OPS)[number];

/** A constant of the policy. */
export type Scalar = string | number | boolean;

/** The value beside an op: `between` takes two, `known` and `unknown` none. */
export type OpValue = Scalar | readonly Scalar[];

/** `field op value`, the leaf of every condition, as compared: of several fields the first that is set. */
export interface FieldCondition {
  /** One field, or several joined by `|` (`fieldsIn`). */
  readonly field: string;
  readonly op: Op;
  readonly value?: OpValue | undefined;
}

/** A leaf as the policy writes it: of a list of fields the first that is set counts (design §6). */
export interface WrittenLeaf {
  readonly field: string | readonly string[];
  readonly op: Op;
  readonly value?: OpValue | undefined;
}

/** Something that is true, false or unknown of a lead (design §6, COND). */
export type Condition =
  | WrittenLeaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly segment: string };

/** What an event's own properties must look like; several keys must all hold. */
export type EventMatch = Readonly<
  Record<string, Readonly<Partial<Record<Op, OpValue | undefined>>>>
>;

/** What an intent rule counts (design §6, EVIDENCE). */
export type Evidence =
  | { readonly cond: Condition; readonly dateField?: string | undefined }
  | { readonly segment: string }
  | {
      /** One type of event, or several that count together. */
      readonly event: string | readonly string[];
      readonly match?: EventMatch | undefined;
      readonly atLeast?: number | undefined;
      readonly withinDays?: number | undefined;
    };

/** A written leaf as it is compared. */
export function leafOf({ field, op, value }: WrittenLeaf): FieldCondition {
  return { field: typeof field === 'string' ? field : field.join('|'), op, value };
}

/** The single fields behind the field of a leaf, in the order in which they are tried. */
export function fieldsIn(field: string): readonly string[] {
  return field.split('|');
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const opValue = z.union([scalar, z.array(scalar)]);
const positive = z.number().min(0);

/** Why a value does not go with its op, or null when it does. */
export function opValueFault(op: Op, value: unknown): string | null {
  switch (op) {
    case 'known':
    case 'unknown':
      return value === undefined ? null : `"${op}" takes no value; remove it`;
    case 'in':
    case 'not_in':
      return isList(value) && value.length > 0
        ? null
        : `"${op}" needs a list with at least one entry`;
    case 'contains_any':
    case 'contains_none':
    case 'has_word':
    case 'starts_with':
      return isTextOrTexts(value)
        ? null
        : `"${op}" needs a text or a list of texts, none of them empty`;
    case 'matches':
      return typeof value === 'string' ? patternFault(value) : '"matches" needs a pattern as text';
    case 'between':
      return isList(value) && value.length === 2
        ? null
        : '"between" needs a list of two: the lower and the upper end';
    case 'within_days':
    case 'older_than_days':
      return typeof value === 'number' && value >= 0
        ? null
        : `"${op}" needs a number of days, 0 or more`;
    case 'eq':
    case 'neq':
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return isScalar(value) ? null : `"${op}" needs one value, not ${describe(value)}`;
  }
}

function isScalar(value: unknown): value is Scalar {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isList(value: unknown): value is readonly Scalar[] {
  return Array.isArray(value) && value.every(isScalar);
}

function isTextOrTexts(value: unknown): boolean {
  const texts = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return texts.length > 0 && texts.every((text) => isScalar(text) && String(text) !== '');
}

function describe(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}

/**
 * Chooses the schema by the keys an object has, so that a fault names what is wrong inside it instead of listing
 * every form it could have had.
 */
function byKey<T>(forms: Readonly<Record<string, () => z.ZodType>>, what: string): z.ZodType<T> {
  return z.custom<T>().check((ctx) => {
    const raw: unknown = ctx.value;
    const keys = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
    const form = Object.keys(forms).find((key) => keys.includes(key));
    if (form === undefined) {
      ctx.issues.push({
        code: 'custom',
        input: raw,
        message: `${what} has one of the keys ${Object.keys(forms).join(', ')}`,
      });
      return;
    }
    const parsed = forms[form]?.().safeParse(raw);
    for (const issue of parsed?.error?.issues ?? []) {
      ctx.issues.push({ code: 'custom', input: raw, path: issue.path, message: issue.message });
    }
  });
}

function conditionIn(options: { readonly decision: boolean }): z.ZodType<Condition> {
  const leaf = z
    .strictObject({
      field: z.union([z.string(), z.array(z.string()).min(1)]),
      op: z.enum(OPS),
      value: opValue.optional(),
    })
    .check((ctx) => {
      for (const field of [ctx.value.field].flat()) {
        const fault = fieldFault(field, options);
        if (fault === null) continue;
        ctx.issues.push({
          code: 'custom',
          input: ctx.value.field,
          path: ['field'],
          message: fault,
        });
      }
      const value = opValueFault(ctx.value.op, ctx.value.value);
      if (value !== null) {
        ctx.issues.push({
          code: 'custom',
          input: ctx.value.value,
          path: ['value'],
          message: value,
        });
      }
    });
  const self: z.ZodType<Condition> = byKey<Condition>(
    {
      field: () => leaf,
      all: () => z.strictObject({ all: z.array(self) }),
      any: () => z.strictObject({ any: z.array(self) }),
      not: () => z.strictObject({ not: self }),
      segment: () => z.strictObject({ segment: z.string().min(1) }),
    },
    'A condition',
  );
  return self;
}

/** A condition on the lead alone: fit, intent and disqualification. */
export const leadConditionSchema = conditionIn({ decision: false });

/** A condition that may also look at the decision: tiers, plays and routing. */
export const decisionConditionSchema = conditionIn({ decision: true });

const propertyField = z
  .string()
  .regex(/^(contact|company)\.[a-z0-9_]+$/i, 'write contact.<property> or company.<property>');

const eventMatch = z.record(z.string(), z.partialRecord(z.enum(OPS), opValue)).check((ctx) => {
  for (const [property, tests] of Object.entries(ctx.value)) {
    for (const [op, value] of Object.entries(tests)) {
      const fault = opValueFault(op as Op, value);
      if (fault !== null) {
        ctx.issues.push({ code: 'custom', input: value, path: [property, op], message: fault });
      }
    }
  }
});

/** What an intent rule counts. */
export const evidenceSchema: z.ZodType<Evidence> = byKey<Evidence>(
  {
    cond: () => z.strictObject({ cond: leadConditionSchema, dateField: propertyField.optional() }),
    segment: () => z.strictObject({ segment: z.string().min(1) }),
    event: () =>
      z.strictObject({
        event: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
        match: eventMatch.optional(),
        atLeast: z.int().min(1).optional(),
        withinDays: positive.optional(),
      }),
  },
  'Evidence',
);

/** `contact.<property>` or `company.<property>`. */
export const propertyFieldSchema = propertyField;
