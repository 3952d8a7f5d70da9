import { HANDOFF } from '../../../domain/property-names.ts';
import type { Owner } from '../../store/owner-table.ts';
import type { PortalStore } from '../../store/portal-store.ts';
import type { ObjectTypeName } from '../../store/object-types.ts';
import type { Choice, Directory, PagePerson } from '../page-data.ts';

/** HubSpot's own call outcomes; their values are fixed ids in every portal (HubSpot docs, "Calls"). */
const CALL_OUTCOMES: readonly Choice[] = [
  { value: 'f240bbac-87c9-4f6e-bf70-924b57d47db7', label: 'Connected' },
  { value: 'a4c4c377-d246-4b32-a13b-75a56a4cd0ff', label: 'Left live message' },
  { value: 'b2cf5968-551e-4856-9783-52b3da59a7d0', label: 'Left voicemail' },
  { value: '73a0d17f-1163-4015-bdd5-ec830791da20', label: 'No answer' },
  { value: '9d9162e7-6cf3-4944-bf63-4dff82258764', label: 'Busy' },
  { value: '17b47fee-58de-441e-a44c-c6300d46f273', label: 'Wrong number' },
];

/** HubSpot's own meeting outcomes. */
const MEETING_OUTCOMES: readonly Choice[] = [
  { value: 'SCHEDULED', label: 'Scheduled' },
  { value: 'COMPLETED', label: 'Completed' },
  { value: 'RESCHEDULED', label: 'Rescheduled' },
  { value: 'NO_SHOW', label: 'No show' },
  { value: 'CANCELED', label: 'Canceled' },
];

/** What HubSpot takes for a message's channel (HubSpot docs, "Communications"). */
const MESSAGE_CHANNELS: readonly Choice[] = [
  { value: 'LINKEDIN_MESSAGE', label: 'LinkedIn message' },
  { value: 'SMS', label: 'SMS' },
  { value: 'WHATS_APP', label: 'WhatsApp' },
];

/** Gathers what every page needs to know about the portal. */
export function readDirectory(store: PortalStore, timeZone: string): Directory {
  return {
    portalId: store.portalId,
    timeZone,
    people: store.owners.all().map(toPerson),
    stages: choicesOf(store, 'contacts', 'lifecyclestage'),
    tiers: choicesOf(store, 'contacts', HANDOFF.tier),
    handoffStatuses: choicesOf(store, 'contacts', HANDOFF.status),
    callOutcomes: orElse(choicesOf(store, 'calls', 'hs_call_disposition'), CALL_OUTCOMES),
    meetingOutcomes: orElse(choicesOf(store, 'meetings', 'hs_meeting_outcome'), MEETING_OUTCOMES),
    messageChannels: orElse(
      choicesOf(store, 'communications', 'hs_communication_channel_type'),
      MESSAGE_CHANNELS,
    ),
  };
}

/** Name of an owner, or the e-mail address of one without a name. */
export function personName(owner: Owner): string {
  const name = `${owner.firstName} ${owner.lastName}`.trim();
  return name === '' ? owner.email : name;
}

function toPerson(owner: Owner): PagePerson {
  return {
    id: owner.id,
    name: personName(owner),
    email: owner.email,
    team: (owner.teams.find((team) => team.primary) ?? owner.teams[0])?.name ?? '',
    archived: owner.archived,
  };
}

/** The visible options of a property in their order; none when the property is not there. */
function choicesOf(store: PortalStore, type: ObjectTypeName, name: string): readonly Choice[] {
  const property = store.properties.find(type, name);
  if (property === undefined || property.archived) return [];
  return property.options
    .filter((option) => !option.hidden)
    .toSorted((a, b) => a.displayOrder - b.displayOrder)
    .map(({ value, label }) => ({ value, label }));
}

function orElse(choices: readonly Choice[], fallback: readonly Choice[]): readonly Choice[] {
  return choices.length > 0 ? choices : fallback;
}
