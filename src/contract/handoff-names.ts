import { HANDOFF } from '../domain/property-names.ts';

/** The contact properties by which the card notices that something changed elsewhere. */
export const WATCHED = { handoffId: HANDOFF.id, status: HANDOFF.status } as const;
