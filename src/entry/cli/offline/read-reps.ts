import * as z from 'zod';
import { calendarSchema } from '../../../domain/policy/policy-document.ts';
import { instant } from '../../../domain/instant.ts';
import type { Rep } from '../../../domain/routing/routing.ts';
import { parseInput } from './parse-input.ts';
import { readInstant } from './read-instant.ts';
import { readJsonFile } from '../read-json-file.ts';

const when = z.string().transform((text, context) => {
  const at = readInstant(text);
  if (at !== null) return at;
  context.addIssue({
    code: 'custom',
    message: `"${text}" is no instant; write 2026-11-20T09:00:00Z`,
  });
  return z.NEVER;
});

const repsSchema = z.object({
  reps: z.array(
    z.object({
      ownerId: z.union([z.string().min(1), z.int()]).transform(String),
      name: z.string().default(''),
      active: z.boolean().default(true),
      timeZone: calendarSchema.shape.timeZone.optional(),
      workingHours: calendarSchema.shape.hours.optional(),
      outOfOffice: z.array(z.object({ from: when, to: when })).default([]),
      open: z.int().min(0).default(0),
    }),
  ),
});

/** The people of a reps file, and how many handoffs each of them has open. */
export interface Reps {
  readonly reps: ReadonlyMap<string, Rep>;
  readonly open: ReadonlyMap<string, number>;
}

/**
 * Reads a reps file (design §9). A rep without time zone or hours works the hours of the pool (D28).
 *
 * @throws UnusableInputError when it cannot be read, naming every fault
 */
export async function readReps(file: string): Promise<Reps> {
  const { reps } = parseInput(repsSchema, await readJsonFile(file, 'The reps'), `The reps ${file}`);
  return {
    reps: new Map(reps.map((rep) => [rep.ownerId, toRep(rep)])),
    open: new Map(reps.map(({ ownerId, open }) => [ownerId, open])),
  };
}

function toRep(rep: z.infer<typeof repsSchema>['reps'][number]): Rep {
  const { ownerId, active, timeZone, workingHours: hours } = rep;
  const absences = rep.outOfOffice.map(({ from, to }) => ({
    from: instant(from),
    to: instant(to),
  }));
  return {
    ownerId,
    name: rep.name === '' ? ownerId : rep.name,
    active,
    calendar: timeZone && hours ? { timeZone, hours, absences } : null,
    absences,
  };
}
