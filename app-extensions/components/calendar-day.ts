/** A day as HubSpot's DateInput has it: months count from 0, there is no time zone. */
export interface InputDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/**
 * Turns `YYYY-MM-DD` into the value of a DateInput.
 *
 * @example toInputDay('2026-12-24') // { year: 2026, month: 11, date: 24 }
 */
export function toInputDay(day: string): InputDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month: month - 1, date };
}

/**
 * Turns the value of a DateInput into `YYYY-MM-DD`.
 *
 * @example fromInputDay({ year: 2026, month: 0, date: 5 }) // '2026-01-05'
 */
export function fromInputDay({ year, month, date }: InputDay): string {
  return [year, pad(month + 1), pad(date)].join('-');
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}
