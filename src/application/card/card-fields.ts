/** How people say the fields of a policy, and the question that settles each. */
const FIELDS: Readonly<Record<string, readonly [label: string, question: string]>> = {
  'contact.email': ['Work e-mail', 'What is your work e-mail address?'],
  'contact.jobtitle': ['Job title', 'What is your role?'],
  'contact.phone': ['Phone', 'Which number reaches you best?'],
  'contact.country': ['Country', 'Where are you based?'],
  'contact.hs_analytics_source': ['Original source', 'How did you hear about us?'],
  'company.name': ['Company', 'Which company are you with?'],
  'company.industry': ['Industry', 'Which industry are you in?'],
  'company.numberofemployees': ['Company size', 'How many people work at your company?'],
  'company.annualrevenue': ['Revenue', 'Roughly how large is your yearly revenue?'],
  'company.country': ['Country', 'In which country is your company?'],
  'company.domain': ['Company website', 'What is your company website?'],
};

/** A field in words, for example `company.numberofemployees` as "Company size". */
export function fieldLabel(field: string): string {
  const known = FIELDS[field]?.[0];
  if (known !== undefined) return known;
  const name = (field.split('.').at(-1) ?? field).replaceAll('_', ' ').replace(/^hs /, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The question to ask the lead for a field. */
export function fieldQuestion(field: string): string {
  return FIELDS[field]?.[1] ?? `What is the ${fieldLabel(field).toLowerCase()}?`;
}
