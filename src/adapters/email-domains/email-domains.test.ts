import { describe, expect, test } from '@jest/globals';
import { createEmailDomains } from './email-domains.ts';
import { loadDisposableDomains } from './load-disposable-domains.ts';

const domains = createEmailDomains(await loadDisposableDomains());

describe('createEmailDomains', () => {
  test.each([
    ['gmail.com', true, false],
    ['GMail.com', true, false],
    ['mailinator.com', null, true],
    ['team.mailinator.com', false, true],
    ['hubspot.com', false, false],
    ['com', false, false],
    ['', false, false],
  ])('%s: free %s, disposable %s', (domain, free, disposable) => {
    expect([null, domains.isFree(domain)]).toContain(free);
    expect(domains.isDisposable(domain)).toBe(disposable);
  });

  test('knows no throw-away domain when given none', () => {
    expect(createEmailDomains(new Set()).isDisposable('mailinator.com')).toBe(false);
  });
});
