/** First and last names to combine at random; any likeness to a real person is chance. */
export const FIRST_NAMES = [
  'Ada',
  'Amara',
  'Anton',
  'Beatriz',
  'Caleb',
  'Chiara',
  'Dalia',
  'Dmitri',
  'Elif',
  'Emil',
  'Farah',
  'Felix',
  'Grace',
  'Hana',
  'Henrik',
  'Imani',
  'Ines',
  'Jonas',
  'Kavya',
  'Kenji',
  'Lena',
  'Liam',
  'Magnus',
  'Maya',
  'Mei',
  'Nadia',
  'Noah',
  'Oskar',
  'Priya',
  'Quentin',
  'Rafael',
  'Rosa',
  'Samir',
  'Sofia',
  'Tariq',
  'Thea',
  'Umar',
  'Vera',
  'Yusuf',
  'Zoe',
] as const;

/** See {@link FIRST_NAMES}. */
export const LAST_NAMES = [
  'Abbott',
  'Almeida',
  'Baird',
  'Bergstrom',
  'Castell',
  'Chandra',
  'Dahl',
  'Dvorak',
  'Ekberg',
  'Falk',
  'Fournier',
  'Garrow',
  'Hallam',
  'Holt',
  'Ishikawa',
  'Jansen',
  'Keller',
  'Kovac',
  'Lindqvist',
  'Marlow',
  'Mbeki',
  'Novak',
  'Okafor',
  'Ostrom',
  'Pereira',
  'Quist',
  'Rahman',
  'Rossi',
  'Sandoval',
  'Sato',
  'Tanaka',
  'Thorne',
  'Ulrich',
  'Varga',
  'Weber',
  'Winslow',
  'Yilmaz',
  'Zeller',
] as const;

/** One sales region of the made-up company. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly hours: readonly {
    readonly days: string;
    readonly startMinute: number;
    readonly endMinute: number;
  }[];
  readonly countries: readonly string[];
}

const minutes = (hour: number, minute = 0): number => hour * 60 + minute;

/** The three teams, with the working hours their users enter in HubSpot. */
export const TEAMS: readonly Team[] = [
  {
    id: '501',
    name: 'EMEA Sales',
    timeZone: 'Europe/Berlin',
    hours: [
      { days: 'MONDAY_TO_FRIDAY', startMinute: minutes(9), endMinute: minutes(12, 30) },
      { days: 'MONDAY_TO_FRIDAY', startMinute: minutes(13, 30), endMinute: minutes(18) },
    ],
    countries: ['Germany', 'United Kingdom', 'France', 'Netherlands', 'Sweden', 'Spain'],
  },
  {
    id: '502',
    name: 'Americas Sales',
    timeZone: 'America/New_York',
    hours: [{ days: 'MONDAY_TO_FRIDAY', startMinute: minutes(8, 30), endMinute: minutes(17, 30) }],
    countries: ['United States', 'Canada', 'Brazil'],
  },
  {
    id: '503',
    name: 'APAC Sales',
    timeZone: 'Australia/Sydney',
    hours: [{ days: 'MONDAY_TO_FRIDAY', startMinute: minutes(9), endMinute: minutes(17, 30) }],
    countries: ['Australia', 'Singapore', 'New Zealand', 'Japan'],
  },
];

/** A person of the made-up company. */
export interface SeedPerson {
  readonly ownerId: string;
  readonly userId: number;
  readonly firstName: string;
  readonly lastName: string;
  readonly jobTitle: string;
  /** Index into {@link TEAMS}. */
  readonly team: number;
  readonly absence?: 'away' | 'out_of_office' | 'archived' | 'no_hours';
}

/**
 * The twelve owners. Owner ids and user ids never agree, so that a mix-up shows. One is away, one out of office for two
 * days, one has left (archived), one never entered working hours.
 */
export const OWNERS: readonly SeedPerson[] = [
  person('40001001', 61001, 'Lena', 'Keller', 'Head of Sales', 0),
  person('40001002', 61002, 'Jonas', 'Weber', 'Account Executive', 0),
  person('40001003', 61003, 'Ines', 'Almeida', 'Sales Development Representative', 0),
  person('40001004', 61004, 'Emil', 'Lindqvist', 'Sales Development Representative', 0, 'away'),
  person('40001005', 61005, 'Grace', 'Hallam', 'Regional Sales Manager', 1),
  person('40001006', 61006, 'Rafael', 'Sandoval', 'Account Executive', 1),
  person('40001007', 61007, 'Imani', 'Okafor', 'Sales Development Representative', 1),
  person('40001008', 61008, 'Caleb', 'Thorne', 'Account Executive', 1, 'archived'),
  person('40001009', 61009, 'Mei', 'Tanaka', 'Regional Sales Manager', 2),
  person('40001010', 61010, 'Noah', 'Winslow', 'Account Executive', 2, 'out_of_office'),
  person('40001011', 61011, 'Priya', 'Chandra', 'Sales Development Representative', 2, 'no_hours'),
  person('40001012', 61012, 'Rosa', 'Marlow', 'Revenue Operations Manager', 0),
];

function person(
  ownerId: string,
  userId: number,
  firstName: string,
  lastName: string,
  jobTitle: string,
  team: number,
  absence?: SeedPerson['absence'],
): SeedPerson {
  return {
    ownerId,
    userId,
    firstName,
    lastName,
    jobTitle,
    team,
    ...(absence === undefined ? {} : { absence }),
  };
}
