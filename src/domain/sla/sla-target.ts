/** How fast the first touch has to come; exactly one of the three forms of design §6. */
export interface SlaTarget {
  readonly minutes?: number | undefined;
  readonly warnAfterMinutes?: number | undefined;
  readonly businessDays?: number | undefined;
  /** Wall time `HH:mm` in the owner's zone: earlier arrivals are due at the end of that working day (D3). */
  readonly sameDayIfBefore?: string | undefined;
}
