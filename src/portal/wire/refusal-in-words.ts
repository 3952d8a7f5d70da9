import * as z from 'zod';
import type { CrmRefusal } from './crm-refusal.ts';

const refusedValues = z.array(z.object({ name: z.string(), message: z.string() }));

/** HubSpot packs what is wrong with values as JSON into the message (hubspot §9.4); a person gets only the words. */
export function refusalInWords({ message }: CrmRefusal): string {
  const list = /^Property values were not valid: (\[.*\])$/s.exec(message)?.[1];
  if (list === undefined) return message;
  const values = refusedValues.safeParse(JSON.parse(list));
  return values.success
    ? values.data.map((value) => `${value.name}: ${value.message}`).join(' ')
    : message;
}
