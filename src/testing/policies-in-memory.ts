import { PolicyConflictError } from '../application/ports/policy-conflict-error.ts';
import type { PolicyDraft, PolicyStore, PolicyVersion } from '../application/ports/policy-store.ts';

/** A store of policies for tests: versions and draft in memory, all published on 20 November 2026. */
export function policiesInMemory(): PolicyStore {
  const published: (PolicyVersion & { readonly document: unknown })[] = [];
  let draft: PolicyDraft | null = null;
  const live = () => published.at(-1) ?? null;
  return {
    live: () => {
      const newest = live();
      return Promise.resolve(newest && { version: newest.version, document: newest.document });
    },
    version: (version) =>
      Promise.resolve(published.find((one) => one.version === version)?.document),
    publish: (document, expected, signed = { author: null, note: null }) => {
      const newest = live()?.version ?? null;
      if (expected !== newest) return Promise.reject(new PolicyConflictError(expected, newest));
      const version = `v${published.length + 1}`;
      const publishedAt = '2026-11-20T09:00:00.000Z';
      published.push({ version, document, publishedAt, ...signed });
      return Promise.resolve({ version });
    },
    history: () =>
      Promise.resolve(published.map(({ document: _, ...version }) => version).toReversed()),
    draft: () => Promise.resolve(draft),
    saveDraft: (saved) => {
      draft = { ...saved, revision: (draft?.revision ?? 0) + 1, approvals: [] };
      return Promise.resolve(draft);
    },
    approve: (revision, approvals) => {
      if (draft?.revision !== revision) return Promise.resolve(null);
      const others = draft.approvals.filter(
        (one) => !approvals.some(({ role }) => role === one.role),
      );
      draft = { ...draft, approvals: [...others, ...approvals] };
      return Promise.resolve(draft);
    },
  };
}
