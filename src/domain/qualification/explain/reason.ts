import type { CompiledDisqualifyRule, CompiledPolicy } from '../compile/compiled-policy.ts';
import type { FitGrade } from '../verdict.ts';
import { fieldWords, listed, sentence } from '../../words/phrases.ts';
import { signalPhrase, type Signal } from './signals.ts';
import { TRUE, UNKNOWN } from '../../condition/truth.ts';
import type { World } from '../compile/world.ts';

/** Longest reason (P21): it has to be read in one look, on a phone too. */
export const MAX_REASON_LENGTH = 280;

/**
 * Why this lead, as a rep would tell it: what it did, strongest and newest first, then why the company fits and what is
 * not known yet. Evidence only, never a score (R60, R89, R90). Clauses that do not fit into 280 characters are left
 * out whole.
 */
export function reasonOf(
  compiled: CompiledPolicy,
  world: World,
  about: {
    readonly stoppedBy: Pick<CompiledDisqualifyRule, 'label'> | null;
    readonly signals: readonly Signal[];
    readonly grade: FitGrade;
  },
): string {
  const start = about.stoppedBy ? `Disqualified: ${about.stoppedBy.label}.` : '';
  const did = joined(
    about.signals.filter(({ rule }) => rule.rule.points > 0).map(signalPhrase),
    '; ',
    MAX_REASON_LENGTH - start.length - 1,
  );
  const acts = did === '' ? 'No buying signal on record.' : `${sentence(did)}.`;
  let reason = start === '' ? acts : `${start} ${acts}`;
  for (const clause of [
    exceptionClause(world),
    fitClause(compiled, world),
    openClause(compiled, world, about.grade),
  ]) {
    if (clause !== '' && reason.length + clause.length < MAX_REASON_LENGTH) reason += ` ${clause}`;
  }
  return reason.length > MAX_REASON_LENGTH ? `${reason.slice(0, MAX_REASON_LENGTH - 1)}…` : reason;
}

function exceptionClause({ override, overrideReason }: World): string {
  return override === 'icp_exception' ? `ICP exception: ${withoutStop(overrideReason)}.` : '';
}

function fitClause(compiled: CompiledPolicy, world: World): string {
  let labels = '';
  for (const { rule, test } of compiled.fit) {
    if (rule.points <= 0 || test(world.truths, world.view) !== TRUE) continue;
    labels = labels === '' ? rule.label : `${labels}, ${rule.label}`;
  }
  return labels === '' ? '' : `Fit: ${labels}.`;
}

/** What a rep could ask, named only while it keeps the fit from being known. */
function openClause(compiled: CompiledPolicy, world: World, grade: FitGrade): string {
  if (grade !== 'unknown') return '';
  const fields = new Set<string>();
  for (const { test, dimensions } of compiled.fit) {
    if (test(world.truths, world.view) !== UNKNOWN) continue;
    for (const index of dimensions) {
      const dimension = compiled.dimensions[index];
      if (dimension && world.open[index] === 1) fields.add(fieldWords(dimension.base));
    }
  }
  return fields.size === 0 ? '' : `Not known yet: ${listed([...fields].slice(0, 4))}.`;
}

function joined(parts: readonly string[], separator: string, limit: number): string {
  let text = '';
  for (const part of parts) {
    const longer = text === '' ? part : text + separator + part;
    if (longer.length < limit) text = longer;
  }
  return text;
}

function withoutStop(text: string): string {
  return text.replace(/[.\s]+$/, '');
}
