import type { PropertyValues } from '../../condition/lead-facts.ts';
import { htmlText } from '../../words/html-text.ts';

/** How a lead is called in a subject line: the person and the company, or whatever of it is known. */
export function personAndCompany(contact: PropertyValues, companyName: string | null): string {
  const person = [contact['firstname'], contact['lastname']].filter(Boolean).join(' ');
  const company = companyName ?? contact['company'] ?? '';
  const known = [person || (contact['email'] ?? ''), company].filter(Boolean);
  return known.length > 0 ? known.join(', ') : 'a lead without a name';
}

/**
 * Lines of a task's body, empty ones left out. HubSpot shows bodies as HTML; what came from a form is text and stays
 * text.
 *
 * @param lines - label and text
 * @param link - the contact's page in HubSpot
 * @param link.label - what it is there for
 * @param link.url - its address
 */
export function taskBody(
  lines: readonly (readonly [label: string, text: string])[],
  link: { readonly label: string; readonly url: string },
): string {
  const paragraphs = lines
    .filter(([, text]) => text !== '')
    .map(([label, text]) => paragraph(label, htmlText(text)));
  return [
    ...paragraphs,
    paragraph(link.label, `<a href="${htmlText(link.url)}">contact record</a>`),
  ].join('');
}

function paragraph(label: string, html: string): string {
  return `<p><strong>${label}:</strong> ${html}</p>`;
}
