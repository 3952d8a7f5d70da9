import { HOUR, parseInstant } from '../instant.ts';
import { readConversion } from '../words/acts/form-kind.ts';
import { senseOf, type MessageSense } from '../words/acts/message-sense.ts';
import { pageKind, pageTitle } from '../words/acts/page-kind.ts';
import { themeOf } from '../words/acts/theme.ts';
import type { LeadEvent, LeadFacts } from './lead-facts.ts';
import { messageDate } from './message-date.ts';

/** Acts that are read off a lead's properties, so that they are known on every HubSpot tier. */
export const DERIVED_ACTS: readonly string[] = ['form_sent', 'message', 'reply', 'last_page'];

/** Properties of acts that we work out ourselves, so that HubSpot is not asked for them. */
export const DERIVED_ACT_PROPERTIES: readonly string[] = ['kind', 'sense', 'theme'];

/** What a message says of the form it came with: it was no request then, whatever the form is for. */
const OVERRULES: Partial<Record<MessageSense, string>> = {
  no_contact: 'other',
  vendor: 'other',
  spam: 'other',
  job: 'careers',
  support: 'support',
};
/** Kinds of forms that ask to be contacted. */
const REQUESTS = new Set<string>(['demo', 'contact', 'pricing_inquiry']);
/** A form, what was written in it and the page it stood on lie no further apart than this. */
const ONE_ACT = HOUR / 2;

/**
 * Everything that is known of what a lead did, as events: those HubSpot recorded, the forms it sent, what it wrote, and
 * its last reply. Each says by its `kind` what it is about, and by its `title` what the asset, webinar or page is
 * called. One act stands once: a form and the page it was on, a registration and the attendance that followed. An act
 * that HubSpot does not date has an empty `occurredAt`.
 */
export function actsOf(facts: LeadFacts): readonly LeadEvent[] {
  const messages = messagesOf(facts);
  const forms = formsSent(facts).map((form) => asWritten(form, messages));
  const pages = [...lastPage(facts), ...(facts.events ?? [])].map(withPage);
  const attended = [...forms, ...pages].filter(isAttendance);
  const registered = forms.filter((form) => !followed(form, attended));
  return [...registered, ...messages, ...replies(facts), ...withoutPagesOf(registered, pages)];
}

/** HubSpot keeps the last and the first form sent, and repeats the only one as both. */
function formsSent({ properties }: LeadFacts): readonly LeadEvent[] {
  const forms = (['recent', 'first'] as const).flatMap((which): readonly LeadEvent[] => {
    const conversion = properties[`${which}_conversion_event_name`]?.trim();
    if (!conversion) return [];
    const { page, form, kind, title } = readConversion(conversion);
    return [
      {
        type: 'form_sent',
        occurredAt: properties[`${which}_conversion_date`] ?? '',
        properties: { conversion, page, form, kind, title, theme: themeOf(title) },
      },
    ];
  });
  const [recent, first] = forms;
  return recent && first && isSameForm(recent, first) ? [recent] : forms;
}

function isSameForm(a: LeadEvent, b: LeadEvent): boolean {
  return a.occurredAt === b.occurredAt && a.properties['conversion'] === b.properties['conversion'];
}

/** What the person wrote. In doubt when it was, it is no act: it is shown to the rep and scores nothing (design §6). */
function messagesOf(facts: LeadFacts): readonly LeadEvent[] {
  const text = facts.properties['message']?.trim() ?? '';
  const occurredAt = messageDate(facts);
  if (occurredAt === null) return [];
  return [{ type: 'message', occurredAt, properties: { text, sense: senseOf(text) } }];
}

/** A request form in which the person writes that it wants something else, or nothing, is no request. */
function asWritten(form: LeadEvent, messages: readonly LeadEvent[]): LeadEvent {
  if (!REQUESTS.has(form.properties['kind'] ?? '')) return form;
  const [message] = messages.filter((one) => isOneAct(one, form));
  const kind = OVERRULES[(message?.properties['sense'] ?? 'none') as MessageSense];
  return kind === undefined ? form : { ...form, properties: { ...form.properties, kind } };
}

function replies({ properties }: LeadFacts): readonly LeadEvent[] {
  const occurredAt = properties['hs_sales_email_last_replied'];
  return occurredAt ? [{ type: 'reply', occurredAt, properties: {} }] : [];
}

/** Where events have not been read HubSpot still knows the last page seen; where they have, it is one of them. */
function lastPage({ events, properties }: LeadFacts): readonly LeadEvent[] {
  const url = properties['hs_analytics_last_url'];
  if (events !== undefined || !url) return [];
  const occurredAt = properties['hs_analytics_last_timestamp'] ?? '';
  return [{ type: 'last_page', occurredAt, properties: { url } }];
}

function withPage(event: LeadEvent): LeadEvent {
  if (event.type === 'webinar_attended') {
    return { ...event, properties: { kind: 'webinar_attended', ...event.properties } };
  }
  const url = event.properties['url'];
  if (!url || (event.type !== 'page_view' && event.type !== 'last_page')) return event;
  const title = event.properties['title'] ?? pageTitle(url);
  return { ...event, properties: { ...event.properties, kind: pageKind(url), title } };
}

function isAttendance({ properties }: LeadEvent): boolean {
  return properties['kind'] === 'webinar_attended';
}

/** Whoever came to a webinar had registered for it. */
function followed(form: LeadEvent, attended: readonly LeadEvent[]): boolean {
  if (form.properties['kind'] !== 'webinar') return false;
  const registered = parseInstant(form.occurredAt);
  return attended.some(({ occurredAt }) => {
    const came = parseInstant(occurredAt);
    return registered.ok && came.ok && came.value >= registered.value;
  });
}

/** A form sent from a page on its own subject is that visit too: the one next to it is not counted again. */
function withoutPagesOf(
  forms: readonly LeadEvent[],
  pages: readonly LeadEvent[],
): readonly LeadEvent[] {
  const left = [...pages];
  for (const form of forms) {
    const at = left.findIndex(
      (page) => page.properties['kind'] === form.properties['kind'] && isOneAct(page, form),
    );
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

function isOneAct(a: LeadEvent, b: LeadEvent): boolean {
  const [first, second] = [parseInstant(a.occurredAt), parseInstant(b.occurredAt)];
  return first.ok && second.ok && Math.abs(first.value - second.value) <= ONE_ACT;
}
