import type { WriteOutcome } from '../../application/ports/crm.ts';
import {
  HubspotRateLimitError,
  HubspotRefusedError,
  HubspotUnavailableError,
} from './hubspot-errors.ts';

/** HubSpot's batch answer, 2xx or 207, as far as outcomes depend on it. */
export interface BatchAnswer {
  readonly results: readonly { readonly key: string; readonly id: string }[];
  readonly errors: readonly {
    /** Keys that the error names; empty when it names none, which is common. */
    readonly keys: readonly string[];
    readonly category: string;
    readonly message: string;
  }[];
}

/** One record to be written: its key and the properties it sets. */
export interface BatchInput {
  readonly key: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** Faults that no value of the property can avoid, so every record that sets it is refused. */
const FAULT_OF_THE_PROPERTY = new Set(['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE']);

/** Categories of a 207 after which sending the record again would end the same way. */
const FINAL_CATEGORIES = new Set([
  'VALIDATION_ERROR',
  'OBJECT_NOT_FOUND',
  'OBJECT_ALREADY_EXISTS',
  'CONFLICT',
  'INVALID_AUTHENTICATION',
  'MISSING_SCOPES',
]);

/**
 * Writes one batch and says of every record what became of it.
 *
 * HubSpot refuses a whole batch for one bad record without naming it. The bad ones are isolated: at once when the fault
 * lies in a property, else by halving, so one bad record among 100 costs 14 more calls and 99 are written. Where HubSpot
 * could not be asked, every record of the batch is `retryable`.
 *
 * @param inputs - at most HubSpot's batch size, keys unique
 * @param send - sends one batch
 * @throws a coded `HubspotError` for 401, 403 and the daily limit, which concern the whole app
 */
export async function writeBatch<Input extends BatchInput>(
  inputs: readonly Input[],
  send: (inputs: readonly Input[]) => Promise<BatchAnswer>,
): Promise<readonly WriteOutcome[]> {
  if (inputs.length === 0) return [];
  try {
    return readAnswer(inputs, await send(inputs));
  } catch (error) {
    if (error instanceof HubspotRateLimitError || error instanceof HubspotUnavailableError) {
      return inputs.map(({ key }) => ({ key, ok: false, message: error.message, retryable: true }));
    }
    if (!(error instanceof HubspotRefusedError)) throw error;
    const refused = (input: Input): WriteOutcome => ({
      key: input.key,
      ok: false,
      message: error.message,
      retryable: false,
    });
    if (inputs.length === 1) return inputs.map(refused);
    const [hopeless, rest] = separate(inputs, error);
    if (hopeless.length > 0) return [...hopeless.map(refused), ...(await writeBatch(rest, send))];
    const middle = Math.ceil(inputs.length / 2);
    const halves = await Promise.all([
      writeBatch(inputs.slice(0, middle), send),
      writeBatch(inputs.slice(middle), send),
    ]);
    return halves.flat();
  }
}

function separate<Input extends BatchInput>(
  inputs: readonly Input[],
  error: HubspotRefusedError,
): readonly [readonly Input[], readonly Input[]] {
  const faulty = error.faults
    .filter(({ code }) => FAULT_OF_THE_PROPERTY.has(code))
    .map(({ property }) => property);
  const isHopeless = (input: Input) =>
    faulty.some((property) => Object.hasOwn(input.properties, property));
  return [inputs.filter(isHopeless), inputs.filter((input) => !isHopeless(input))];
}

function readAnswer(inputs: readonly BatchInput[], answer: BatchAnswer): readonly WriteOutcome[] {
  const ids = new Map(answer.results.map(({ key, id }) => [key, id]));
  const errors = new Map(answer.errors.flatMap((error) => error.keys.map((key) => [key, error])));
  return inputs.map(({ key }): WriteOutcome => {
    const id = ids.get(key);
    if (id !== undefined) return { key, ok: true, id };
    const own = errors.get(key);
    const blamed = own === undefined ? answer.errors : [own];
    return {
      key,
      ok: false,
      message: blamed.length === 0 ? 'HubSpot did not say what became of it' : describe(blamed),
      retryable:
        blamed.length === 0 || blamed.some(({ category }) => !FINAL_CATEGORIES.has(category)),
    };
  });
}

function describe(errors: BatchAnswer['errors']): string {
  return [...new Set(errors.map(({ category, message }) => `${category}: ${message}`))].join('; ');
}
