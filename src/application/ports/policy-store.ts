import type { Role } from '../../domain/policy/policy.ts';

/** Who changed a policy and what they said about it; null where nobody said. */
export interface Signature {
  /** Owner id in HubSpot, or `admin` for whoever works at the machine itself. */
  readonly author: string | null;
  readonly note: string | null;
}

/** One published version, without its document. */
export interface PolicyVersion extends Signature {
  readonly version: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** That the person of a role agrees to a draft. */
export interface Approval {
  readonly role: Role;
  /** Owner id. */
  readonly by: string;
}

/** The one draft a portal has: a document that is not published yet. */
export interface PolicyDraft {
  readonly document: unknown;
  /** The version its author started from; null for the first policy. */
  readonly base: string | null;
  /** Owner id, or `admin`. */
  readonly author: string;
  /** Counts the times it was saved; an approval is of one of them. */
  readonly revision: number;
  readonly approvals: readonly Approval[];
}

/** The versions of the policy document, of which `live` is the newest published, and the draft of the next one. */
export interface PolicyStore {
  live(): Promise<{ readonly version: string; readonly document: unknown } | null>;
  /** The document of one version; undefined where there is no such version. */
  version(version: string): Promise<unknown>;
  /** Publishes as `v<n+1>`; refuses with `PolicyConflictError` when somebody else was first. */
  publish(
    document: unknown,
    expectedVersion: string | null,
    signed?: Signature,
  ): Promise<{ readonly version: string }>;
  /** Newest first. */
  history(): Promise<readonly PolicyVersion[]>;
  draft(): Promise<PolicyDraft | null>;
  /** Replaces the draft. What was agreed to was the one before, so nobody has approved this one. */
  saveDraft(draft: {
    readonly document: unknown;
    readonly base: string | null;
    readonly author: string;
  }): Promise<PolicyDraft>;
  /** Records approvals of one revision, each role once; null where the draft is another one by now. */
  approve(revision: number, approvals: readonly Approval[]): Promise<PolicyDraft | null>;
}
