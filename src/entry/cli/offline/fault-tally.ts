import { counted } from '../../../domain/words/phrases.ts';

/** Something wrong with one lead of a file. */
export interface LeadFault {
  readonly where: string;
  readonly message: string;
}

/** How many leads could not be read, and the first of them. */
export interface FaultTally {
  readonly add: (fault: LeadFault) => void;
  readonly count: () => number;
  /** Their number and the first of them, at most `KEPT_FAULTS`: a million bad rows must not fill the memory. */
  readonly summary: () => { readonly count: number; readonly first: readonly LeadFault[] };
}

/** Faults that are shown; of the others only the number is kept. */
const KEPT_FAULTS = 20;

/** Starts to count faults. */
export function tallyFaults(): FaultTally {
  const first: LeadFault[] = [];
  let count = 0;
  return {
    add: ({ where, message }) => {
      count++;
      if (first.length < KEPT_FAULTS) first.push({ where, message });
    },
    count: () => count,
    summary: () => ({ count, first }),
  };
}

/** The faults for people to read; nothing where there are none. */
export function faultLines(tally: FaultTally): readonly string[] {
  const { count, first } = tally.summary();
  if (count === 0) return [];
  const more = count - first.length;
  return [
    '',
    `${counted(count, 'lead')} could not be read; the others are done:`,
    ...first.map(({ where, message }) => `  ${where}: ${message}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ];
}
