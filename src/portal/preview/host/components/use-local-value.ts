import { useState } from 'react';

/**
 * Keeps a field's value on the page and takes changes from the card in. A field controlled by the card alone would
 * answer one message later: the caret would jump and letters would be lost.
 *
 * @param fromCard - the card's `value`; undefined when the card leaves the field alone
 */
export function useLocalValue<T>(fromCard: T | undefined, initial: T): [T, (value: T) => void] {
  const [local, setLocal] = useState<T>(fromCard ?? initial);
  const [taken, setTaken] = useState(fromCard);
  // Arrays and dates arrive as new objects with each message: compare what they say.
  if (fromCard !== undefined && JSON.stringify(fromCard) !== JSON.stringify(taken)) {
    setTaken(fromCard);
    setLocal(fromCard);
  }
  return [local, setLocal];
}
