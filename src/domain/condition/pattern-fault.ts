/** Longest pattern `matches` takes (design §6). */
export const MAX_PATTERN_LENGTH = 200;

/**
 * Why a regular expression is refused, or null when it is safe to run.
 *
 * A quantifier on a group that itself holds a quantifier or an alternative (`(a+)+`, `(a|ab)*`) can take exponential
 * time on a hostile value, so it is refused, as are back references and look-behind.
 *
 * @example patternFault('(a+)+') // 'a repeated group may not …'
 */
export function patternFault(pattern: string): string | null {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    return `the pattern has ${pattern.length} characters; at most ${MAX_PATTERN_LENGTH} are allowed`;
  }
  try {
    new RegExp(pattern, 'i');
  } catch (error) {
    return `the pattern is not a regular expression: ${error instanceof Error ? error.message : ''}`;
  }
  if (/\\[1-9]|\\k<|\(\?<?[=!]/.test(pattern)) {
    return 'the pattern may not use back references or look-around; write the words out';
  }
  return hasNestedQuantifier(pattern)
    ? 'a repeated group may not hold another repetition or an alternative; write it without the outer repetition'
    : null;
}

/** Walks the pattern once; every open group remembers whether it holds something that can match in several ways. */
function hasNestedQuantifier(pattern: string): boolean {
  const groups: boolean[] = [];
  let inClass = false;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === '\\') at++;
    else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') groups.push(false);
    else if (char === ')') {
      const ambiguous = groups.pop() ?? false;
      if (ambiguous && repeats(pattern, at + 1)) return true;
      if (ambiguous && groups.length > 0) groups[groups.length - 1] = true;
    } else if (groups.length > 0 && (char === '|' || repeats(pattern, at))) {
      if (!(char === '?' && pattern[at - 1] === '(')) groups[groups.length - 1] = true;
    }
  }
  return false;
}

/** Is there a quantifier that can match more than once at this place? */
function repeats(pattern: string, at: number): boolean {
  const char = pattern[at];
  if (char === '*' || char === '+') return true;
  const bounded = /^\{(\d+)(,?)(\d*)\}/.exec(pattern.slice(at, at + 12));
  return bounded !== null && !(bounded[1] === '1' && bounded[2] === '');
}
