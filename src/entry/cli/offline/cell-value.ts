/** Labels of HubSpot's traffic sources that are not the internal value in words. */
const SOURCE_BY_LABEL: Readonly<Record<string, string>> = {
  ORGANIC_SOCIAL: 'SOCIAL_MEDIA',
  OFFLINE_SOURCES: 'OFFLINE',
};

/**
 * Brings a cell of a contact export into the form in which HubSpot's API gives the value, because policies are written
 * for that. Null for a blank cell.
 *
 * - industry and traffic source: the internal value (`Computer Software` is `COMPUTER_SOFTWARE`).
 * - number of employees: a plain number; a range such as `51-200` counts as its middle and `1,000+` as one more than
 *   its limit, because rules need one number.
 * - a date with a time and no zone, as HubSpot exports it (`2026-11-20 09:30`): read as UTC.
 *
 * @example cellValue('51-200 employees', 'company.numberofemployees') // '126'
 */
export function cellValue(cell: string, field: string): string | null {
  const text = cell.trim();
  if (text === '') return null;
  switch (field) {
    case 'company.industry':
      return internalValue(text);
    case 'contact.hs_analytics_source':
    case 'contact.hs_latest_source': {
      const value = internalValue(text);
      return SOURCE_BY_LABEL[value] ?? value;
    }
    case 'company.numberofemployees':
      return headCount(text);
    default:
      return DATE_TIME.test(text) ? `${text.replace(' ', 'T')}Z` : text;
  }
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;

// 'Transportation/Trucking/Railroad' is TRANSPORTATION_TRUCKING_RAILROAD; the rule holds for all of HubSpot's industries.
function internalValue(label: string): string {
  return label
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}

function headCount(text: string): string {
  const numbers = [...text.replaceAll(/(?<=\d)[,.' ](?=\d{3}\b)/g, '').matchAll(/\d+/g)].map(
    ([digits]) => Number(digits),
  );
  const [low, high] = numbers;
  if (low === undefined || numbers.length > 2) return text;
  if (high !== undefined) return String(Math.round((low + high) / 2));
  return /\d\s*\+|^(>|over|more than)/i.test(text) ? String(low + 1) : String(low);
}
