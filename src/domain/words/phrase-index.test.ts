import { describe, expect, test } from '@jest/globals';

import { hasWord } from './phrase-index.ts';
import { wordsIn } from './words-in.ts';

describe('hasWord', () => {
  test.each([
    ['demo', 'Report download: Demographics of planning teams', false],
    ['trial', 'Industrial automation trends', false],
    ['demo', 'Book a demo', true],
    ['demo', 'DEMO-Anfrage', true],
    ['demo', 'WebDemoForm2024', true],
    ['demo', 'Solicitar una demó', true],
    ['buyer’s guide', "The buyer's guide to planning", true],
    ['e-book', 'Free E-Book', true],
    ['e-book', 'Free ebook', false],
    ['geschäftsführer', 'Geschäftsführer (m/w/d)', true],
    ['großhandel', 'GROSSHANDEL', true],
    ['デモ', 'デモをリクエスト', true],
    ['デモ', 'デモクラシー', false],
    ['демо', 'Запросить демо', true],
    ['демо', 'Демократия', false],
    ['عرض', 'طلب عرض توضيحي', true],
    ['book a meeting', 'Book a  meeting', true],
    ['book a meeting', 'book the meeting', false],
    ['linkedin', 'LinkedIn lead form', true],
  ])('%s in %s: %s', (phrase, text, found) => {
    expect(hasWord([phrase])(text)).toBe(found);
  });

  test('finds nothing with an empty phrase', () => {
    expect(hasWord(['', ' - '])('anything')).toBe(false);
  });
});

test('wordsIn keeps what makes another letter in scripts with signs', () => {
  expect(wordsIn('हिन्दी が か')).toEqual(['हिन्दी', 'が', 'か']);
});
