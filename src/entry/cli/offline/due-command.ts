import { InvalidArgumentError, type Command } from 'commander';
import { AppError } from '../../../application/ports/app-error.ts';
import { calendarSchema, slaSchema } from '../../../domain/policy/policy-document.ts';
import { toIso, type Instant } from '../../../domain/instant.ts';
import type { SlaTarget } from '../../../domain/sla/sla-target.ts';
import { dueAt } from '../../../domain/sla/due-at.ts';
import { columns, EXIT, report, type CommandContext } from '../command-context.ts';
import { parseInput } from './parse-input.ts';
import { instantOption } from './read-instant.ts';
import { readJsonFile } from '../read-json-file.ts';

interface Options {
  readonly at: Instant;
  readonly minutes?: number;
  readonly class?: SlaTarget;
  readonly calendar: string;
  readonly json?: boolean;
}

/** The calendar has no working time to count. */
class NoWorkingTimeError extends AppError {
  readonly code = 'no-working-time';
}

/** Adds `due`: when a first touch would be due, and the working time counted to get there (design §8, §9). */
export function addDueCommand(program: Command, context: CommandContext): void {
  program
    .command('due')
    .description('Say when something is due in working time, and which hours were counted')
    .requiredOption(
      '--at <instant>',
      'when the clock starts, such as 2026-11-20T09:00:00Z',
      instantOption,
    )
    .option('--minutes <n>', 'working minutes from then', minutesOption)
    .option(
      '--class <json>',
      'an SLA as a policy writes it, such as \'{"sameDayIfBefore":"12:00","businessDays":1}\'',
      classOption,
    )
    .requiredOption('--calendar <file>', 'JSON: { "timeZone", "hours", "holidays" }')
    .option('--json', 'print JSON')
    .action(async ({ at, minutes, class: sla, calendar: file, json }: Options) => {
      const target = sla ?? (minutes === undefined ? undefined : { minutes });
      if (target === undefined || (sla !== undefined && minutes !== undefined)) {
        program.error('Use either --minutes or --class.', { exitCode: EXIT.wrongUse });
      }
      const calendar = parseInput(
        calendarSchema,
        await readJsonFile(file, 'The calendar'),
        `The calendar ${file}`,
      );
      const due = dueAt({ target, from: at, calendar });
      if (!due.ok) {
        throw new NoWorkingTimeError(
          `The calendar ${file} has no working time in the month after ${toIso(at)}. Check its hours and holidays.`,
        );
      }
      const blocks = due.value.blocks.map(({ from, to, minutes: counted }) => ({
        from: toIso(from),
        to: toIso(to),
        minutes: counted,
      }));
      report(context, json, { dueAt: toIso(due.value.dueAt), blocks }, [
        `Due ${localTime(due.value.dueAt, calendar.timeZone)} (${toIso(due.value.dueAt)})`,
        ...(blocks.length === 0
          ? []
          : [
              'Counted:',
              ...columns([
                ['from', 'to', 'minutes'],
                ...due.value.blocks.map((block) => [
                  localTime(block.from, calendar.timeZone),
                  localTime(block.to, calendar.timeZone),
                  String(Math.round(block.minutes * 10) / 10),
                ]),
              ]),
            ]),
      ]);
    });
}

/** @example localTime(at, 'Europe/Berlin') // 'Fri, 20 Nov 2026, 10:00 (Europe/Berlin)' */
function localTime(at: Instant, timeZone: string): string {
  const text = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
  return `${text} (${timeZone})`;
}

function minutesOption(text: string): number {
  const minutes = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(minutes) && minutes >= 0) return minutes;
  throw new InvalidArgumentError('Write a number of working minutes, 0 or more.');
}

function classOption(text: string): SlaTarget {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new InvalidArgumentError(`This is not JSON: ${error.message}. Write {"minutes":30}.`);
  }
  const parsed = slaSchema.safeParse(raw);
  const { minutes, businessDays, sameDayIfBefore } = parsed.data ?? {};
  if (parsed.success && (minutes ?? businessDays ?? sameDayIfBefore) !== undefined) {
    return parsed.data;
  }
  throw new InvalidArgumentError(
    'Write {"minutes":30}, {"businessDays":3} or {"sameDayIfBefore":"12:00","businessDays":1}.',
  );
}
