import type { PortalSettings } from '../controls/portal-settings.ts';
import type { ObjectType } from '../store/object-types.ts';
import type { PortalStore } from '../store/portal-store.ts';
import type { ChangeSource, StoredRecord } from '../store/record-table.ts';
import { CrmRefusal, validationError } from '../wire/crm-refusal.ts';
import type { CrmCall, CrmRoute } from '../wire/crm-router.ts';
import type { Answer } from '../wire/send-answer.ts';
import { associateNew } from './associate-new.ts';
import { batchAnswer, batchError, type BatchError } from './batch-answer.ts';
import { findByUnique } from './object-routes.ts';
import { presentCreated, presentRecord, presentUpdated } from './present-record.ts';
import { inputsOf, namesOf, objectOf, objectTypeOf, textOf } from './read-body.ts';

/** Most inputs of a batch, and of a read with history (hubspot §8.2). */
const MAX_INPUTS = 100;
const MAX_INPUTS_WITH_HISTORY = 50;

type Input = Readonly<Record<string, unknown>>;

/** Batches of records: read, create, update, upsert, archive. */
export function batchRoutes(
  store: PortalStore,
  app: ChangeSource,
  settings: PortalSettings,
): readonly CrmRoute[] {
  const finish = (
    status: 200 | 201,
    results: readonly unknown[],
    errors: readonly BatchError[],
  ): Answer =>
    batchAnswer({
      status,
      results,
      errors,
      at: store.clock.now(),
      random: () => settings.random(),
    });

  /**
   * Writes each input in one transaction. A refused input fails the whole batch, unless the inputs carry
   * `objectWriteTraceId`: then it becomes one error of a 207 and the rest goes in.
   */
  function writeEach(
    inputs: readonly Input[],
    status: 200 | 201,
    write: (input: Input) => unknown,
  ): Answer {
    const traced = inputs.some((input) => textOf(input['objectWriteTraceId']) !== '');
    const spoiled = settings.random() < settings.faults().partial;
    const results: unknown[] = [];
    const errors: BatchError[] = [];
    store.transaction(() => {
      for (const input of inputs) {
        if (spoiled && settings.random() < 0.3) {
          errors.push(madeUpError(input));
          continue;
        }
        try {
          const result = write(input) as object;
          const trace = textOf(input['objectWriteTraceId']);
          results.push(trace === '' ? result : { ...result, objectWriteTraceId: trace });
        } catch (error) {
          if (error instanceof MissingInBatch) errors.push(error.asBatchError());
          else if (error instanceof CrmRefusal && traced)
            errors.push(batchError(error, traceOf(input)));
          else throw error;
        }
      }
    });
    return finish(status, results, mergeMissing(errors));
  }

  function find(type: ObjectType, input: Input, fallback = ''): StoredRecord {
    const idProperty = textOf(input['idProperty']) || fallback;
    const id = textOf(input['id']);
    const record =
      idProperty === '' ? store.get(type.name, id) : findByUnique(store, type.name, idProperty, id);
    if (record === undefined) throw new MissingInBatch(type, id);
    return record;
  }

  return [
    {
      method: 'post',
      path: '/objects/:objectType/batch/read',
      handle: (call) => {
        const type = objectTypeOf(call);
        const propertiesWithHistory = namesOf(call.body['propertiesWithHistory']);
        const inputs = inputsOf(
          call,
          propertiesWithHistory.length > 0 ? MAX_INPUTS_WITH_HISTORY : MAX_INPUTS,
        );
        const ids = [...new Set(inputs.map((input) => textOf(input['id'])))];
        const idProperty = textOf(call.body['idProperty']);
        const found =
          idProperty === '' ? store.getMany(type.name, ids) : findAll(store, type, idProperty, ids);
        const view = { properties: namesOf(call.body['properties']), propertiesWithHistory };
        const missing = ids.filter((id) => !found.has(id));
        return finish(
          200,
          [...new Set(found.values())].map((record) => presentRecord(store, record, view)),
          missing.length === 0 ? [] : [missingError(type, missing)],
        );
      },
    },
    {
      method: 'post',
      path: '/objects/:objectType/batch/create',
      handle: (call) => {
        const type = objectTypeOf(call);
        return writeEach(inputsOf(call, MAX_INPUTS), 201, (input) => {
          const record = store.create(type.name, objectOf(input['properties'] ?? {}), app);
          return presentCreated(store, associateNew(store, record, input['associations']));
        });
      },
    },
    {
      method: 'post',
      path: '/objects/:objectType/batch/update',
      handle: (call) => {
        const type = objectTypeOf(call);
        return writeEach(distinctInputs(call), 200, (input) => {
          const sent = objectOf(input['properties'] ?? {});
          const updated = store.update(find(type, input), sent, app);
          return presentUpdated(store, updated, Object.keys(sent));
        });
      },
    },
    {
      method: 'post',
      path: '/objects/:objectType/batch/upsert',
      handle: (call) => {
        const type = objectTypeOf(call);
        return writeEach(distinctInputs(call), 200, (input) => {
          const sent = objectOf(input['properties'] ?? {});
          const name = textOf(input['idProperty']);
          const id = textOf(input['id']);
          const present =
            name === '' ? store.get(type.name, id) : findByUnique(store, type.name, name, id);
          if (present !== undefined) {
            const updated = store.update(present, sent, app);
            return { ...presentUpdated(store, updated, Object.keys(sent)), new: false };
          }
          if (name === '') throw new MissingInBatch(type, id);
          const created = store.create(type.name, { ...sent, [name]: id }, app);
          return { ...presentCreated(store, created), new: true };
        });
      },
    },
    {
      method: 'post',
      path: '/objects/:objectType/batch/archive',
      handle: (call) => {
        const type = objectTypeOf(call);
        const inputs = inputsOf(call, MAX_INPUTS);
        store.transaction(() => {
          for (const record of store
            .getMany(
              type.name,
              inputs.map((input) => textOf(input['id'])),
            )
            .values())
            store.archive(record, app);
        });
        return { status: 204 };
      },
    },
  ];
}

/** An input of a batch that names no live record. */
class MissingInBatch extends Error {
  readonly type: ObjectType;
  readonly id: string;

  constructor(type: ObjectType, id: string) {
    super(`${type.singular} ${id} does not exist`);
    this.name = 'MissingInBatch';
    this.type = type;
    this.id = id;
  }

  asBatchError(): BatchError {
    return missingError(this.type, [this.id]);
  }
}

function missingError(type: ObjectType, ids: readonly string[]): BatchError {
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: `Could not get some ${type.singular.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
    context: { ids },
  };
}

/** HubSpot names all missing ids of a batch in one error (public reports). */
function mergeMissing(errors: readonly BatchError[]): readonly BatchError[] {
  const missing = errors.filter(({ category }) => category === 'OBJECT_NOT_FOUND');
  const [first] = missing;
  if (first === undefined) return errors;
  return [
    { ...first, context: { ids: missing.flatMap(({ context }) => context?.['ids'] ?? []) } },
    ...errors.filter(({ category }) => category !== 'OBJECT_NOT_FOUND'),
  ];
}

function distinctInputs(call: CrmCall): readonly Input[] {
  const inputs = inputsOf(call, MAX_INPUTS);
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const input of inputs) {
    const id = textOf(input['id']);
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  if (twice.size > 0)
    throw validationError(
      `Duplicate IDs found in batch input: [${[...twice].join(', ')}]. IDs must be unique`,
      { ids: [...twice] },
    );
  return inputs;
}

function findAll(
  store: PortalStore,
  type: ObjectType,
  name: string,
  values: readonly string[],
): ReadonlyMap<string, StoredRecord> {
  return new Map(
    values.flatMap((value) => {
      const record = findByUnique(store, type.name, name, value);
      return record === undefined ? [] : [[value, record] as const];
    }),
  );
}

function traceOf(input: Input): Readonly<Record<string, readonly string[]>> {
  const trace = textOf(input['objectWriteTraceId']);
  return trace === '' ? { ids: [textOf(input['id'])] } : { objectWriteTraceId: [trace] };
}

/** The error of an input that the `partial` fault picked. */
function madeUpError(input: Input): BatchError {
  return {
    status: 'error',
    category: 'INTERNAL_ERROR',
    message: 'This input was not written (fault made up by the local portal).',
    context: traceOf(input),
  };
}
