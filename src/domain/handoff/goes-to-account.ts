import type { Progress } from './progress.ts';

/** Nobody has the account and nobody answers for sales: the code of that hold. */
export const NO_ACCOUNT_OWNER = 'no_account_owner';

/** Whether Baton gives a lead to whoever has its account and to no pool (R73); a hold for want of one waits for that. */
export function goesToAccount({
  state,
  assignment,
}: Pick<Progress, 'state' | 'assignment'>): boolean {
  return (
    state.status === 'diverted' ||
    (state.status === 'held_no_owner' && assignment?.via === NO_ACCOUNT_OWNER)
  );
}
