import type { PropertyValues } from '../../condition/lead-facts.ts';

/** How whoever has the account reaches the person: never by a call where there is no phone (design §8). */
export function answerChannel({
  phone,
  mobilephone,
  email,
}: PropertyValues): 'phone' | 'email' | null {
  if (phone || mobilephone) return 'phone';
  return email ? 'email' : null;
}
