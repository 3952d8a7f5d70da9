import { fieldWords, sentence } from '../../domain/words/phrases.ts';

/** The question to ask the lead for a field of the policy, in the words of a conversation. */
const QUESTIONS: Readonly<Record<string, string>> = {
  'contact.email': 'What is your work e-mail address?',
  'contact.jobtitle': 'What is your role?',
  'contact.phone': 'Which number reaches you best?',
  'contact.country': 'Where are you based?',
  'contact.hs_analytics_source': 'How did you hear about us?',
  'company.name': 'Which company are you with?',
  'company.industry': 'Which industry are you in?',
  'company.numberofemployees': 'How many people work at your company?',
  'company.annualrevenue': 'Roughly how large is your yearly revenue?',
  'company.country': 'In which country is your company?',
  'company.domain': 'What is your company website?',
};

/** A field as a label, for example `company.numberofemployees` as "Company size". */
export function fieldLabel(field: string): string {
  return sentence(fieldWords(field));
}

/** The question to ask the lead for a field. */
export function fieldQuestion(field: string): string {
  return QUESTIONS[field] ?? `What is the ${fieldWords(field)}?`;
}
