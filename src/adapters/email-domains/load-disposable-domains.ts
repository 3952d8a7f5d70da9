/**
 * Loads the throw-away domains of `mailchecker`, tens of thousands. Apart from `createEmailDomains` because the list alone
 * fills the 1 MB that a function bundle may have (design §10).
 */
export async function loadDisposableDomains(): Promise<ReadonlySet<string>> {
  const { default: mailchecker } = await import('mailchecker');
  return mailchecker.blacklist();
}
