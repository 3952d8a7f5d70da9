import type { Notify } from '../../application/ports/notify.ts';

/** Tells nobody: for where no webhook is configured. */
export const noNotify: Notify = { send: () => Promise.resolve() };
