import type * as z from 'zod';

import { ok, refused, type Result } from '../result.ts';
import { checkCadences } from './check/check-cadences.ts';
import { checkIds } from './check/check-ids.ts';
import { checkMeaning } from './check/check-meaning.ts';
import { checkReachability } from './check/check-reachability.ts';
import { checkReferences } from './check/check-references.ts';
import { checkBriefs } from './check/check-briefs.ts';
import { checkWords } from './check/check-words.ts';
import { faultAt, type PolicyFault } from './check/policy-fault.ts';
import { policySchema, type PolicyDocument } from './policy-document.ts';
import { readParts } from './check/readable-policy.ts';

export type { PolicyFault } from './check/policy-fault.ts';

/**
 * Checks a policy document, form and meaning, and lists every fault at once, each with its path and a remedy.
 *
 * @param document - parsed JSON
 */
export function parsePolicy(document: unknown): Result<PolicyDocument, readonly PolicyFault[]> {
  const parsed = policySchema.safeParse(document);
  const parts = readParts(document);
  const faults = [
    ...(parsed.error?.issues ?? []).flatMap(formFaults),
    ...checkIds(parts),
    ...checkReferences(parts),
    ...checkMeaning(parts),
    ...checkCadences(parts),
    ...checkWords(parts),
    ...checkBriefs(parts),
    ...checkReachability(parts),
  ];
  return parsed.success && faults.length === 0 ? ok(parsed.data) : refused(distinct(faults));
}

function formFaults(issue: z.core.$ZodIssue): readonly PolicyFault[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        faultAt(
          [...path, key],
          `"${key}" is not a key here.`,
          'Remove it or correct its spelling.',
        ),
      );
    case 'invalid_value':
      return [
        faultAt(
          path,
          `This value is not allowed here.`,
          `Use ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`,
        ),
      ];
    case 'invalid_type':
      return [
        issue.message.includes('received undefined')
          ? faultAt(path, 'This is missing.', `Add it as ${nameOf(issue.expected)}.`)
          : faultAt(
              path,
              `This is not ${nameOf(issue.expected)}.`,
              `Write ${nameOf(issue.expected)}.`,
            ),
      ];
    case 'invalid_union':
      return [
        faultAt(
          path,
          'This has none of the forms that are allowed here.',
          'Compare it with the default policy.',
        ),
      ];
    case 'too_big':
    case 'too_small':
      return [faultAt(path, sentence(issue.message), 'Choose a value inside the limits.')];
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      return [faultAt(path, ...split(issue.message))];
  }
}

/** Our own messages say what is wrong and, behind a semicolon, what to do. */
function split(message: string): readonly [message: string, remedy: string] {
  const unknownKey = /^Unrecognized keys?: (.+)$/.exec(message);
  if (unknownKey) {
    return [`${unknownKey[1] ?? ''} is not a key here.`, 'Remove it or correct its spelling.'];
  }
  const [what = '', ...remedy] = message.split('; ');
  return [
    sentence(what),
    remedy.length === 0 ? 'Correct it as described.' : sentence(remedy.join('; ')),
  ];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

function nameOf(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list',
    object: 'an object',
    record: 'an object',
    tuple: 'a list of two',
  };
  return names[expected] ?? expected;
}

function distinct(faults: readonly PolicyFault[]): readonly PolicyFault[] {
  return [...new Map(faults.map((fault) => [`${fault.path}|${fault.message}`, fault])).values()];
}
