import { describe, expect, test } from '@jest/globals';

import { COUNTRY_CODES } from './country-codes.ts';
import { countryOf, regionOf } from './country-of.ts';

const SPELLINGS: readonly (readonly [country: string, spellings: readonly string[]])[] = [
  ['Germany', ['DE', 'de', 'DEU', 'GER', 'Germany', 'GERMANY', ' germany ', 'Deutschland', 'BRD']],
  ['Germany', ['Allemagne', 'Alemania', 'Alemanha', 'Germania', 'Duitsland', 'Niemcy', 'ドイツ']],
  [
    'Germany',
    ['Federal Republic of Germany', 'Bundesrepublik Deutschland', 'Germany (DE)', 'ألمانيا'],
  ],
  ['Austria', ['AT', 'Österreich', 'Oesterreich', 'OESTERREICH', 'Autriche', 'Oostenrijk']],
  [
    'Switzerland',
    ['CH', 'Schweiz', 'Die Schweiz', 'Suisse', 'La Suisse', 'Svizzera', 'Zwitserland'],
  ],
  [
    'United States',
    ['US', 'us', 'USA', 'U.S.', 'U.S.A.', 'United States', 'United States of America'],
  ],
  [
    'United States',
    ['The United States', 'America', 'EE.UU.', 'États-Unis', 'Estados Unidos', 'Stati Uniti'],
  ],
  [
    'United States',
    ['Vereinigte Staaten', 'Verenigde Staten', 'united-states', 'Atlanta, Georgia, USA'],
  ],
  [
    'United Kingdom',
    ['GB', 'GBR', 'UK', 'U.K.', 'United Kingdom', 'The United Kingdom', 'England'],
  ],
  [
    'United Kingdom',
    ['Great Britain', 'Scotland', 'Wales', 'Northern Ireland', 'London, UK', 'Angleterre'],
  ],
  [
    'United Kingdom',
    ['Vereinigtes Königreich', 'Großbritannien', 'Royaume-Uni', 'Reino Unido', 'England, UK'],
  ],
  ['Ireland', ['IE', 'Ireland', 'Republic of Ireland', 'Éire', 'Irland', 'Irlande', 'Ierland']],
  [
    'Netherlands',
    ['NL', 'Netherlands', 'The Netherlands', 'Holland', 'Nederland', 'Niederlande', 'Pays-Bas'],
  ],
  [
    'Netherlands',
    [
      'Países Bajos',
      'Paesi Bassi',
      'Amsterdam, Netherlands',
      'Holanda',
      'Kingdom of the Netherlands',
    ],
  ],
  ['Belgium', ['BE', 'België', 'Belgique', 'Belgien', 'Bélgica']],
  ['France', ['FR', 'FRA', 'Frankreich', 'Francia', 'França', 'Frankrijk', 'Paris, France']],
  [
    'Spain',
    ['ES', 'España', 'Espana', 'Spanien', 'Espagne', 'Spagna', 'Spanje', 'Kingdom of Spain'],
  ],
  ['Portugal', ['PT', 'Portogallo']],
  ['Italy', ['IT', 'Italia', 'Italien', 'Italie', 'Itália']],
  [
    'Czechia',
    ['CZ', 'CZE', 'Czech Republic', 'Tschechien', 'Česká republika', 'Česko', 'République tchèque'],
  ],
  ['Poland', ['PL', 'Polska', 'Polen', 'Pologne', 'Polonia', 'Republic of Poland']],
  ['Sweden', ['SE', 'Sverige', 'Schweden', 'Suède', 'Suecia', 'Zweden']],
  ['Norway', ['NO', 'Norge', 'Norwegen', 'Noruega']],
  ['Denmark', ['DK', 'Danmark', 'Dänemark', 'Daenemark', 'Danemark']],
  ['Finland', ['FI', 'Suomi', 'Finnland', 'Finlande']],
  ['Hungary', ['HU', 'Magyarország', 'Ungarn', 'Hongrie']],
  ['Greece', ['GR', 'Ελλάδα', 'Hellas', 'Griechenland']],
  ['Romania', ['RO', 'România', 'Rumänien', 'Rumaenien']],
  ['Turkey', ['TR', 'Türkiye', 'Turkiye', 'Turkey', 'Türkei']],
  ['Ukraine', ['UA', 'Україна']],
  ['Russia', ['RU', 'Russian Federation', 'Россия']],
  [
    'Bosnia & Herzegovina',
    ['BA', 'Bosnia and Herzegovina', 'Bosnia-Herzegovina', 'Bosna i Hercegovina'],
  ],
  ['North Macedonia', ['MK', 'Macedonia', 'FYROM', 'Nordmazedonien']],
  ['Kosovo', ['XK', 'Kosovo']],
  [
    'United Arab Emirates',
    ['AE', 'ARE', 'UAE', 'U.A.E.', 'Dubai, UAE', 'Vereinigte Arabische Emirate'],
  ],
  ['Saudi Arabia', ['SA', 'KSA', 'Kingdom of Saudi Arabia', 'Saudi-Arabien', 'السعودية']],
  ['Israel', ['IL', 'ישראל']],
  ['Egypt', ['EG', 'مصر', 'Ägypten']],
  ['South Africa', ['ZA', 'RSA', 'Südafrika', 'Suedafrika', 'Afrique du Sud']],
  ['Ivory Coast', ['CI', 'Côte d’Ivoire', "Cote d'Ivoire", 'Elfenbeinküste']],
  ['DR Congo', ['CD', 'Congo, the Democratic Republic of the', 'DRC']],
  ['Congo', ['CG', 'Republic of the Congo', 'Congo']],
  ['Georgia', ['GE', 'Georgia', 'Georgien']],
  ['Canada', ['CA', 'CAN', 'Kanada', 'Toronto, ON, Canada']],
  ['Mexico', ['MX', 'México', 'Mexiko', 'Mexique']],
  ['Brazil', ['BR', 'Brasil', 'Brasilien', 'Brésil', 'Brasile']],
  ['Argentina', ['AR', 'Argentinien', 'Argentine']],
  ['Dominican Republic', ['DO', 'República Dominicana']],
  ['Venezuela', ['VE', 'Venezuela, Bolivarian Republic of']],
  ['St. Lucia', ['LC', 'Saint Lucia', 'St Lucia']],
  ['Trinidad & Tobago', ['TT', 'Trinidad and Tobago']],
  ['Puerto Rico', ['PR', 'San Juan, Puerto Rico']],
  ['Australia', ['AU', 'AUS', 'Australien', 'Sydney, NSW, Australia']],
  ['New Zealand', ['NZ', 'Neuseeland', 'Nouvelle-Zélande']],
  ['Singapore', ['SG', 'sg', 'Singapur', 'Singapour']],
  ['Japan', ['JP', '日本', 'Japon', 'Giappone']],
  ['China', ['CN', '中国', '中國', 'PRC', "People's Republic of China", 'Chine']],
  ['Hong Kong', ['HK', 'Hong Kong', 'Hongkong', 'Hong Kong SAR China', 'Hong Kong, China']],
  ['Macao', ['MO', 'Macau']],
  ['Taiwan', ['TW', 'Taiwan, Province of China']],
  ['South Korea', ['KR', 'Korea', 'South Korea', 'Korea, Republic of', '대한민국', 'Südkorea']],
  ['North Korea', ['KP', "Korea, Democratic People's Republic of"]],
  ['India', ['IN', 'Indien', 'Inde', 'Bengaluru, Karnataka, India', 'भारत']],
  ['Vietnam', ['VN', 'Viet Nam', 'Việt Nam']],
  ['Myanmar', ['MM', 'Burma', 'Myanmar (Burma)']],
  ['Laos', ['LA', "Lao People's Democratic Republic"]],
];

describe('countryOf', () => {
  test.each(SPELLINGS.flatMap(([country, all]) => all.map((spelling) => [spelling, country])))(
    'reads %s as %s',
    (spelling, country) => {
      expect(countryOf(spelling)).toBe(country);
    },
  );

  test.each([
    ['', 'nothing'],
    ['  ', 'blanks'],
    ['-', 'a dash'],
    ['n/a', 'not available'],
    ['NA', 'not available, far more often than Namibia'],
    ['unknown', 'a word'],
    ['Europe', 'a continent'],
    ['DACH', 'several countries'],
    ['EU', 'several countries'],
    ['EMEA', 'a sales region'],
    ['Middle East', 'a part of the world'],
    ['Germany, Austria', 'two countries'],
    ['UK & Ireland', 'two countries'],
    ['San Francisco, CA', 'a state with the code of Canada'],
    ['Wilmington, DE', 'a state with the code of Germany'],
    ['New Jersey', 'a state with an island in its name'],
    ['New Mexico', 'a state with a country in its name'],
    ['Bavaria', 'a state'],
    ['Munich', 'a town'],
    ['ZZ', 'no code'],
    ['49', 'a prefix for calls'],
  ])('does not read %j: %s', (text) => {
    expect(countryOf(text)).toBeNull();
  });

  test('knows every code of ISO 3166-1 by itself, but the one that mostly means something else', () => {
    const names = COUNTRY_CODES.map(({ alpha2 }) => countryOf(alpha2));
    expect(new Set(names).size).toBe(250);
    expect(COUNTRY_CODES.filter((_, at) => names[at] === null).map(({ alpha2 }) => alpha2)).toEqual(
      ['NA'],
    );
    for (const { alpha2, alpha3 } of COUNTRY_CODES) {
      expect(countryOf(alpha3)).toBe(alpha2 === 'NA' ? 'Namibia' : countryOf(alpha2));
    }
  });

  test.each(['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'])('knows every name in %s', (language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    for (const { alpha2, alpha3 } of COUNTRY_CODES) {
      expect(countryOf(names.of(alpha2) ?? '')).toBe(countryOf(alpha3));
    }
  });
});

describe('regionOf', () => {
  test.each([
    ['Germany', 'EMEA'],
    ['Deutschland', 'EMEA'],
    ['United Kingdom', 'EMEA'],
    ['Turkey', 'EMEA'],
    ['Saudi Arabia', 'EMEA'],
    ['Iran', 'EMEA'],
    ['Israel', 'EMEA'],
    ['Nigeria', 'EMEA'],
    ['Russia', 'EMEA'],
    ['United States', 'AMER'],
    ['Canada', 'AMER'],
    ['Mexico', 'AMER'],
    ['Brazil', 'AMER'],
    ['Greenland', 'AMER'],
    ['India', 'APAC'],
    ['Japan', 'APAC'],
    ['Australia', 'APAC'],
    ['Pakistan', 'APAC'],
    ['Kazakhstan', 'APAC'],
    ['Antarctica', null],
    ['Europe', null],
    ['', null],
  ])('counts %j as %s', (country, region) => {
    expect(regionOf(country)).toBe(region);
  });

  test('counts every country somewhere', () => {
    const homeless = COUNTRY_CODES.filter(({ alpha3 }) => regionOf(alpha3) === null);
    expect(homeless.map(({ alpha2 }) => alpha2)).toEqual(['AQ']);
  });
});
