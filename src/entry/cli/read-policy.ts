import { createEmailDomains } from '../../adapters/email-domains/email-domains.ts';
import { loadDisposableDomains } from '../../adapters/email-domains/load-disposable-domains.ts';
import { preparePolicy, type LivePolicy } from '../../application/live-policy.ts';
import { defaultPolicy } from '../../domain/policy/default/default-policy.ts';
import { readJsonFile } from './read-json-file.ts';

/**
 * Reads, checks and compiles the policy of a file; the default policy without one.
 *
 * @throws PolicyUnavailableError listing every fault with its path and remedy
 * @throws UnusableInputError when the file cannot be read or is no JSON
 */
export async function readPolicy(file: string | undefined): Promise<LivePolicy> {
  const document = file === undefined ? defaultPolicy : await readJsonFile(file, 'The policy');
  const domains = createEmailDomains(await loadDisposableDomains());
  return preparePolicy(file ?? 'default', document, domains);
}
