import freeDomains from 'email-providers/all.json' with { type: 'json' };
import type { EmailDomains } from '../../application/ports/email-domains.ts';

/**
 * Tells free and throw-away e-mail domains, from the lists that `email-providers` (138 kB, about 8,000 domains) and
 * the caller bring.
 *
 * @param disposable - throw-away domains, from `loadDisposableDomains` where its 1 MB is affordable, else an empty
 * set: then no address counts as throw-away
 */
export function createEmailDomains(disposable: ReadonlySet<string>): EmailDomains {
  const free: ReadonlySet<string> = new Set(freeDomains);
  return {
    isFree: (domain) => free.has(domain.toLowerCase()),
    isDisposable: (domain) => selfAndParents(domain.toLowerCase()).some((d) => disposable.has(d)),
  };
}

function selfAndParents(domain: string): readonly string[] {
  const labels = domain.split('.');
  return labels.map((_, index) => labels.slice(index).join('.'));
}
