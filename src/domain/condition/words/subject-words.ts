import { fieldWords } from '../../words/phrases.ts';
import { derivedField } from '../lead-fields.ts';

/** Fields as the beginning of a sentence, where their usual name does not do. */
const SUBJECTS: Readonly<Record<string, string>> = {
  'contact.country': "the person's country",
  'company.country': "the company's country",
  'lead.emailDomain': 'the e-mail domain',
  'lead.openDeals': 'the number of deals in progress',
  'lead.motion': 'the company',
  'lead.channel': 'the first source',
  'lead.recentConversion': 'the form last sent',
  'lead.firstConversion': 'the first form sent',
  'lead.lastPage': 'the page last seen',
  'lead.message': 'what the person wrote',
  'lead.pagesSeen': 'the pages seen',
  'lead.eventTypes': 'what the person did',
  'lead.lastReply': 'the last reply',
  'lead.companyType': 'the company type',
  'lead.earlierHandoffs': 'the number of earlier handoffs',
  'lead.lastStatus': 'the result of the last handoff',
  'lead.lastReason': 'the reason of the last handoff',
  'decision.fit': 'the fit score',
  'decision.intent': 'the intent score',
  'decision.fitGrade': 'fit',
  'decision.kinds': 'the number of kinds of signal',
};

/** What it means that a lead has no such thing, and that it has: after "the person". */
const HAPPENED: Readonly<Record<string, { readonly yes: string; readonly no: string }>> = {
  'lead.lastReply': { yes: 'has replied to an e-mail', no: 'has not replied to an e-mail' },
  'lead.recentConversion': { yes: 'has sent a form', no: 'has sent no form' },
  'lead.firstConversion': { yes: 'sent another form before', no: 'sent no other form before' },
  'lead.lastPage': { yes: 'has been on the website', no: 'has not been on the website' },
  'lead.message': { yes: 'has written something', no: 'has written nothing' },
  'lead.lastStatus': { yes: 'was handed to sales before', no: 'was never handed to sales' },
};

/** Flags whose opposite is not made by one "not". */
const OPPOSITES: Readonly<Record<string, string>> = {
  'lead.customer': 'neither the person nor the company is a customer',
  'lead.emailProblem': 'the e-mail address is well formed and has not bounced',
  'lead.eventsRead': 'page visits of this lead are not known',
  'lead.roleEmail': 'the e-mail address belongs to a person',
};

/** A field as the beginning of a sentence. */
export function subjectWords(field: string): string {
  const known = SUBJECTS[field];
  if (known !== undefined) return known;
  const { meaning } = derivedField(field) ?? {};
  return meaning === undefined
    ? `the ${fieldWords(field)}`
    : (meaning.split(/,| \(/)[0] ?? meaning);
}

/** Whether something ever happened, in words; undefined where the field does not say that. */
export function happenedWords(field: string, happened: boolean): string | undefined {
  const words = HAPPENED[field];
  return words && (happened ? words.yes : words.no);
}

/**
 * A yes or no about a lead as a sentence.
 *
 * @example flagWords('lead.targetAccount', false) // 'the company is not marked as a target account in HubSpot'
 */
export function flagWords(field: string, holds: boolean): string {
  const meaning = derivedField(field)?.meaning ?? subjectWords(field);
  if (holds) return meaning;
  const opposite = meaning.replace(/ (is|has|are|have) /, ' $1 not ');
  return OPPOSITES[field] ?? (opposite === meaning ? `it is not so that ${meaning}` : opposite);
}
