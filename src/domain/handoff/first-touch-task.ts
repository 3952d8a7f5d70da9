import { TIER_WORDS } from '../words/tier-words.ts';
import type { Instant } from '../instant.ts';
import type { Verdict } from '../qualification/verdict.ts';
import type { Tier } from '../tier.ts';
import type { PropertyValues } from '../condition/lead-facts.ts';
import { htmlText } from '../words/html-text.ts';

/** A HubSpot task as it has to be, known by its key. */
export interface HandoffTask {
  /** `<handoff_id>:<kind>:<n>`, unique in the portal (design §4). */
  readonly key: string;
  readonly contactId: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What the first-touch task is made of. */
export interface FirstTouch {
  readonly handoffId: string;
  readonly contactId: string;
  readonly contact: PropertyValues;
  readonly companyName: string | null;
  readonly decision: Verdict;
  readonly ownerId: string;
  readonly dueAt: Instant;
  /** Channel of the first touch in the cadence, for example `phone`; null where there is no cadence. */
  readonly channel: string | null;
  /** The contact's page in HubSpot. */
  readonly link: string;
  readonly now: Instant;
}

const PRIORITY: Readonly<Record<Tier, string>> = {
  tier_1: 'HIGH',
  tier_2: 'MEDIUM',
  tier_3: 'LOW',
};

const TASK_TYPE: Readonly<Record<string, string>> = { phone: 'CALL', email: 'EMAIL' };

/** The key of the task for the first touch of a handoff. */
export function firstTouchKey(handoffId: string): string {
  return `${handoffId}:first_touch:1`;
}

/** The key of the task for whoever has to release a handoff that is on hold. */
export function holdKey(handoffId: string): string {
  return `${handoffId}:hold:1`;
}

/**
 * The rep's task for the first touch (R150, H14): due when the SLA is due, reminded at once, and with the whole
 * brief in its body, because the task is what a phone shows. Times are epoch milliseconds, as HubSpot takes them.
 */
export function firstTouchTask(touch: FirstTouch): HandoffTask {
  const tier = touch.decision.tier ?? 'tier_3';
  return {
    key: firstTouchKey(touch.handoffId),
    contactId: touch.contactId,
    properties: {
      handoff_task_key: firstTouchKey(touch.handoffId),
      hs_task_subject: `${TIER_WORDS[tier]}: ${personAndCompany(touch.contact, touch.companyName)}`,
      hs_task_body: brief(touch),
      hs_task_status: 'NOT_STARTED',
      hs_task_priority: PRIORITY[tier],
      hs_task_type: TASK_TYPE[touch.channel ?? ''] ?? 'TODO',
      hs_timestamp: String(touch.dueAt),
      hs_task_reminders: String(touch.now),
      hubspot_owner_id: touch.ownerId,
    },
  };
}

/** The task for the person who has to act on a handoff that nobody owns or that lacks facts (design §5). */
export function holdTask(hold: {
  readonly handoffId: string;
  readonly contactId: string;
  readonly contact: PropertyValues;
  readonly companyName: string | null;
  readonly decision: Verdict;
  readonly what: string;
  readonly why: string;
  readonly ownerId: string;
  readonly dueAt: Instant;
  readonly link: string;
  readonly now: Instant;
}): HandoffTask {
  return {
    key: holdKey(hold.handoffId),
    contactId: hold.contactId,
    properties: {
      handoff_task_key: holdKey(hold.handoffId),
      hs_task_subject: `${hold.what}: ${personAndCompany(hold.contact, hold.companyName)}`,
      hs_task_body: paragraphs([
        ['Why it waits', hold.why],
        ['Why this lead', hold.decision.reason],
        ['Open', hold.link],
      ]),
      hs_task_status: 'NOT_STARTED',
      hs_task_priority: PRIORITY[hold.decision.tier ?? 'tier_3'],
      hs_task_type: 'TODO',
      hs_timestamp: String(hold.dueAt),
      hs_task_reminders: String(hold.now),
      hubspot_owner_id: hold.ownerId,
    },
  };
}

/** How a lead is called in a subject line: the person and the company, or whatever of it is known. */
export function personAndCompany(contact: PropertyValues, companyName: string | null): string {
  const person = [contact['firstname'], contact['lastname']].filter(Boolean).join(' ');
  const company = companyName ?? contact['company'] ?? '';
  const known = [person || (contact['email'] ?? ''), company].filter(Boolean);
  return known.length > 0 ? known.join(', ') : 'a lead without a name';
}

function brief(touch: FirstTouch): string {
  const { decision, contact } = touch;
  const asked = contact['message'] ?? '';
  return paragraphs([
    ['Why this lead', decision.reason],
    ['What they said', asked],
    ['Offer', [decision.offer, decision.campaign].filter(Boolean).join(' · ')],
    ['Open with', decision.playText?.opener ?? ''],
    ['Goal', decision.playText?.goal ?? ''],
    ['Ask', decision.playText?.questions.join(' ') ?? ''],
    ['Phone', contact['phone'] ?? ''],
    ['Decide here', touch.link],
  ]);
}

/** HubSpot shows task bodies as HTML; what came from a form is text and stays text. */
function paragraphs(lines: readonly (readonly [label: string, text: string])[]): string {
  return lines
    .filter(([, text]) => text !== '')
    .map(([label, text]) => `<p><strong>${label}:</strong> ${textOrLink(text)}</p>`)
    .join('');
}

function textOrLink(text: string): string {
  const safe = htmlText(text);
  return /^https?:\/\/\S+$/.test(text) ? `<a href="${safe}">contact record</a>` : safe;
}
