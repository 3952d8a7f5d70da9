import { TEAMS, OWNERS } from './seed-people.ts';

/** A made-up company of the seed. */
export interface SeedCompany {
  readonly name: string;
  readonly domain: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly country: string;
  readonly timeZone: string;
  readonly kind: 'prospect' | 'customer' | 'competitor' | 'partner';
}

const FIRST_WORDS = [
  'Alder',
  'Basalt',
  'Cinder',
  'Dovetail',
  'Ember',
  'Fjord',
  'Granite',
  'Harbor',
  'Indigo',
  'Juniper',
  'Kestrel',
  'Lumen',
  'Meridian',
  'Nimbus',
  'Orchard',
  'Pinnacle',
  'Quarry',
  'Ridge',
  'Sable',
  'Tidewater',
] as const;

const KINDS: readonly (readonly [word: string, industry: string])[] = [
  ['Bank', 'BANKING'],
  ['Logistics', 'LOGISTICS_AND_SUPPLY_CHAIN'],
  ['Software', 'COMPUTER_SOFTWARE'],
  ['Insurance', 'INSURANCE'],
  ['Retail', 'RETAIL'],
  ['Machinery', 'MACHINERY'],
  ['Health', 'HOSPITAL_HEALTH_CARE'],
  ['Energy', 'RENEWABLES_ENVIRONMENT'],
  ['Foods', 'FOOD_BEVERAGES'],
  ['Telecom', 'TELECOMMUNICATIONS'],
  ['Consulting', 'MANAGEMENT_CONSULTING'],
  ['Capital', 'FINANCIAL_SERVICES'],
];

const SIZES = [12, 28, 45, 60, 95, 140, 220, 350, 480, 700, 950, 1_400, 3_200, 9_000] as const;
const REVENUE_PER_HEAD = 140_000;
const COUNT = 60;

/** The sixty companies: mostly prospects, some customers, two competitors; every ninth without an industry. */
export function seedCompanies(random: () => number): readonly SeedCompany[] {
  return Array.from({ length: COUNT }, (_, i): SeedCompany => {
    const [word, industry] = at(KINDS, i);
    const name = `${at(FIRST_WORDS, i)} ${word}`;
    const team = at(TEAMS, i % 7 < 3 ? 0 : i % 7 < 5 ? 1 : 2);
    const country = at(team.countries, Math.floor(random() * team.countries.length));
    const employees = at(SIZES, Math.floor(random() * SIZES.length));
    const kind =
      i % 30 === 29
        ? 'competitor'
        : i % 8 === 3
          ? 'customer'
          : i % 20 === 6
            ? 'partner'
            : 'prospect';
    const domain = `${name.toLowerCase().replaceAll(' ', '-')}.example`;
    const reps = OWNERS.filter(
      ({ team: index, absence, jobTitle }) =>
        TEAMS[index] === team && absence !== 'archived' && jobTitle.includes('Account'),
    );
    const isOwned = kind === 'customer' || i % 5 === 0;
    return {
      name,
      domain,
      country,
      timeZone: team.timeZone,
      kind,
      properties: {
        name,
        domain,
        country,
        ...(i % 9 === 8 ? {} : { industry }),
        ...(i % 13 === 12
          ? {}
          : {
              numberofemployees: String(employees),
              annualrevenue: String(employees * REVENUE_PER_HEAD),
            }),
        founded_year: String(1960 + Math.floor(random() * 60)),
        hs_is_target_account: String(kind === 'prospect' && i % 6 === 0),
        lifecyclestage: kind === 'customer' ? 'customer' : 'lead',
        ...(kind === 'competitor' ? { description: 'Sells planning software as well.' } : {}),
        ...(kind === 'partner' ? { type: 'PARTNER' } : { type: 'PROSPECT' }),
        ...(isOwned && reps.length > 0 ? { hubspot_owner_id: at(reps, i).ownerId } : {}),
      },
    };
  });
}

function at<T>(list: readonly T[], i: number): T {
  const item = list[i % list.length];
  if (item === undefined) throw new Error('The list is empty');
  return item;
}
