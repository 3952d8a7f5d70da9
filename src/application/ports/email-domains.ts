/** What the domain of an e-mail address says about its owner; domains in any case, without `@`. */
export interface EmailDomains {
  /** True for providers that give addresses to anybody, such as `gmail.com`: says nothing about the employer. */
  isFree(domain: string): boolean;
  /** True for throw-away addresses, sub-domains included. */
  isDisposable(domain: string): boolean;
}
