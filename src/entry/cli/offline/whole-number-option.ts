import { InvalidArgumentError } from 'commander';

/**
 * Reads a whole number, 0 or more, given as an option.
 *
 * @throws {InvalidArgumentError} with the remedy, which commander prints
 */
export function wholeNumberOption(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number, 0 or more.');
}
