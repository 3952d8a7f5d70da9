import type { SlaTarget } from '../sla/sla-target.ts';

/**
 * How fast the first touch has to come, as a sentence goes on with it.
 *
 * @example slaWords({ sameDayIfBefore: '12:00', businessDays: 1 }) // 'the same day if it comes before 12:00, else within 1 business day'
 */
export function slaWords(sla: SlaTarget | null): string {
  if (!sla) return 'no clock';
  const { minutes, warnAfterMinutes, businessDays, sameDayIfBefore } = sla;
  const days = businessDays ?? 1;
  const withinDays = `within ${days} business day${days === 1 ? '' : 's'}`;
  const due =
    minutes !== undefined
      ? `within ${minutes} working minutes`
      : sameDayIfBefore !== undefined
        ? `the same day if it comes before ${sameDayIfBefore}, else ${withinDays}`
        : withinDays;
  return warnAfterMinutes === undefined ? due : `${due}, with a reminder after ${warnAfterMinutes}`;
}
