import type * as z from 'zod';

import { trackSchema } from '../agreement-schema.ts';
import { briefSchema, type BriefDocument } from '../brief-schema.ts';
import type { Condition } from '../../condition/condition-schema.ts';
import {
  cadenceSchema,
  disqualifyRuleSchema,
  fitRuleSchema,
  intentRuleSchema,
  modelSchema,
  playSchema,
  poolSchema,
  reasonSchema,
  routingRuleSchema,
  tierEntrySchema,
  type CadenceDocument,
  type FitRuleDocument,
  type IntentRuleDocument,
  type PlayDocument,
  type TierEntryDocument,
} from '../policy-document.ts';

/** A part of a document whose form is right, with the place it stands at. */
export interface Part<T> {
  readonly path: readonly PropertyKey[];
  readonly value: T;
}

/**
 * The parts of a document that can be read although others cannot, so that one check lists every fault at once: of
 * form and of meaning.
 */
export interface ReadablePolicy {
  readonly document: unknown;
  /** Those of models too. */
  readonly fit: readonly Part<FitRuleDocument>[];
  readonly intent: readonly Part<IntentRuleDocument>[];
  readonly models: readonly Part<z.infer<typeof modelSchema>>[];
  readonly tracks: readonly Part<z.infer<typeof trackSchema>>[];
  readonly disqualify: readonly Part<z.infer<typeof disqualifyRuleSchema>>[];
  readonly tiers: readonly Part<TierEntryDocument>[];
  readonly routing: readonly Part<z.infer<typeof routingRuleSchema>>[];
  readonly reasons: readonly Part<z.infer<typeof reasonSchema>>[];
  readonly pools: readonly Part<z.infer<typeof poolSchema>>[];
  readonly plays: readonly Part<PlayDocument>[];
  readonly cadences: readonly Part<CadenceDocument>[];
  readonly briefs: readonly Part<BriefDocument>[];
}

/** Reads every part of a document by itself. */
export function readParts(document: unknown): ReadablePolicy {
  const scores = scoredAt(document);
  return {
    document,
    fit: scores.flatMap((at) => parts(document, [...at, 'fit', 'rules'], fitRuleSchema)),
    intent: scores.flatMap((at) => parts(document, [...at, 'intent', 'rules'], intentRuleSchema)),
    models: parts(document, ['models'], modelSchema),
    tracks: parts(document, ['tracks'], trackSchema),
    disqualify: parts(document, ['disqualify'], disqualifyRuleSchema),
    tiers: parts(document, ['tiers'], tierEntrySchema),
    routing: parts(document, ['routing', 'rules'], routingRuleSchema),
    reasons: parts(document, ['reasons'], reasonSchema),
    pools: parts(document, ['routing', 'pools'], poolSchema),
    plays: parts(document, ['plays'], playSchema),
    cadences: parts(document, ['cadences'], cadenceSchema),
    briefs: parts(document, ['briefs'], briefSchema),
  };
}

/** Where a document scores leads: by itself, and in each of its models. */
export function scoredAt(document: unknown): readonly (readonly PropertyKey[])[] {
  const models = valueAt(document, ['models']);
  return [[], ...(Array.isArray(models) ? models.map((_, index) => ['models', index]) : [])];
}

/** What stands at a place of the document; undefined where nothing does. */
export function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    document,
  );
}

/** Names of the entries of a record; empty where there is none. */
export function namesAt(document: unknown, path: readonly PropertyKey[]): ReadonlySet<string> {
  const value = valueAt(document, path);
  return new Set(typeof value === 'object' && value !== null ? Object.keys(value) : []);
}

/** Every condition outside events, with its place. */
export function conditionParts(policy: ReadablePolicy): readonly Part<Condition>[] {
  const whens = [
    ...policy.fit,
    ...policy.models,
    ...policy.tracks,
    ...policy.disqualify,
    ...policy.tiers,
    ...policy.routing,
    ...policy.plays,
  ].map(({ path, value }) => ({ path: [...path, 'when'], value: value.when }));
  const evidence = policy.intent.flatMap(({ path, value: { when } }) =>
    'cond' in when ? [{ path: [...path, 'when', 'cond'], value: when.cond }] : [],
  );
  return [...whens, ...evidence];
}

function parts<Schema extends z.ZodType>(
  document: unknown,
  at: readonly PropertyKey[],
  schema: Schema,
): readonly Part<z.infer<Schema>>[] {
  const container = valueAt(document, at);
  if (typeof container !== 'object' || container === null) return [];
  return Object.entries(container).flatMap(([key, raw]) => {
    const parsed = schema.safeParse(raw);
    return parsed.success ? [{ path: [...at, key], value: parsed.data }] : [];
  });
}
