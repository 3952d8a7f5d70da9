/** The tables of the policy beyond its versions: who published what and why, and the one draft of the next version. */
export const POLICY_TABLES = `
  ALTER TABLE baton_policy ADD COLUMN author text, ADD COLUMN note text;
  CREATE TABLE baton_policy_draft (
    -- There is one draft; its revision goes on counting when it is replaced.
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    revision integer NOT NULL,
    document json NOT NULL,
    base text,
    author text NOT NULL,
    approvals jsonb NOT NULL DEFAULT '[]'
  );
  `;
