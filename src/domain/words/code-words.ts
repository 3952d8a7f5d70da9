const SHOUTED = /^[A-Z0-9]+(_[A-Z0-9]+)+$|^[A-Z]{4,}$/;
const SNAKE = /^[a-z0-9]+([_-][a-z0-9]+)+$/;

/**
 * A code as a person would write it; what is no code stays as it is.
 *
 * @example codeWords('PAID_SOCIAL') // 'paid social'
 */
export function codeWords(code: string): string {
  if (SHOUTED.test(code)) return code.toLowerCase().replaceAll('_', ' ');
  return SNAKE.test(code) ? code.replaceAll(/[_-]/g, ' ') : code;
}
