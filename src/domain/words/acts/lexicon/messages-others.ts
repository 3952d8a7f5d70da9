import type { Lexicon } from './lexicon.ts';
import type { MessageWord } from './message-words.ts';

/** The commonest words in messages in other languages: what is no lead, and the plainest requests. */
export const OTHERS: Lexicon<MessageWord> = {
  want: 'vill, skulle vilja, önskar, vil gerne, ønsker, chciałbym, chcielibyśmy, proszę o, 希望, お願いします, ください',
  demo: 'デモ, prezentację, demonstrację, demonstration',
  quote: '見積もり, 見積, お見積り, offert, tilbud, wycenę, ofertę',
  price: 'pris, priser, cenę, cennik, 料金, 価格',
  askPrice: 'vad kostar, hvad koster, ile kosztuje, いくらですか, сколько стоит',
  askContact: 'ring mig, kontakta mig, kontakt mig, ring meg, proszę o kontakt, proszę o telefon',
  lure: 'криптовалюте, криптовалюта, казино, ставки, заработок, виагра, порно',
  money: 'без вложений, бонус, выигрыш',
};
