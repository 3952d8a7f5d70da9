import type { EmailDomains } from '../derive-lead-field.ts';

const FREE = ['gmail.com', 'outlook.com'];
const DISPOSABLE = ['mailinator.com'];
/** Mailboxes of a person and of a role. */
const MAILBOXES = ['person', 'info'];

/**
 * Addresses of people and roles, at free, throw-away and other domains.
 *
 * @param words - texts that conditions look for in the address
 * @param domains - texts that they look for in its domain
 */
export function emailExamples(
  words: readonly string[],
  domains: readonly string[],
  lists: EmailDomains,
): readonly string[] {
  const hosts = [
    'company.example',
    ...FREE.filter((domain) => lists.isFree(domain)),
    ...DISPOSABLE.filter((domain) => lists.isDisposable(domain)),
    ...domains.flatMap((text) => [text, `${text}.example`, `www.${text}`]),
  ].filter((host) => host.includes('.') && !/[@\s]/.test(host));
  return [
    ...MAILBOXES.flatMap((box) => hosts.map((host) => `${box}@${host}`)),
    ...words.flatMap((word) => addressesWith(word, hosts)),
  ];
}

function addressesWith(word: string, hosts: readonly string[]): readonly string[] {
  const together = word.replaceAll(' ', '.');
  if (together.includes('@')) return [together.startsWith('@') ? `person${together}` : together];
  return [
    ...hosts.flatMap((host) => [`${together}@${host}`, `info.${together}@${host}`]),
    `person@${together.replace(/^\.+/, 'company.')}`,
    `person@${together}.example`,
  ];
}
