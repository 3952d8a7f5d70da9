/** Text as HTML shows it: HubSpot renders the bodies of tasks and notes, and what a person typed stays text. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
