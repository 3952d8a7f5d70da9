import type { FormWord } from './form-words.ts';
import type { Lexicon } from './lexicon.ts';

/** The commonest words in Swedish, Danish, Norwegian, Polish and Japanese names of forms and pages. */
export const OTHERS: Lexicon<FormWord> = {
  ask: `boka, begär, beställ, få, bestil, anmod, bestill, zamów, umów, poproś, zarezerwuj, 依頼, 申込, 申し込み,
    お申し込み, 申込み, お申込み, リクエスト, 請求, 予約, ご依頼, ご予約`,
  inquiry: 'förfrågan, forespørsel, forespørgsel, zapytanie',
  demo: 'demonstration, produktdemonstration, prezentację, prezentacja, demonstrację, demonstrasjon, デモ, 製品デモ, デモンストレーション',
  price: 'pris, priser, cennik, ceny, 料金, 価格',
  quote:
    'offert, tilbud, tilbudsforespørsel, wycena, wycenę, ofertę, 見積, 見積もり, お見積り, 見積り, お見積もり, 御見積',
  talk: 'möte, møde, møte, spotkanie, rozmowę, konsultację, rådgivning, 相談, ご相談, 無料相談, 打ち合わせ',
  askPrice: 'offertförfrågan, zapytanie ofertowe, zapytanie o cenę, お見積り依頼, 見積依頼',
  askTrial: `prova gratis, testa gratis, prøv gratis, skapa konto, opret konto, wypróbuj za darmo, załóż konto,
    無料トライアル, 無料体験, 無料で試す`,
  contactUs: `kontakta oss, kontakt os, kontakt oss, kontaktformulär, skontaktuj się, formularz kontaktowy, kontaktskjema,
    ring mig, bli kontaktad, お問い合わせ, お問合せ, 問い合わせ, お問い合わせフォーム`,
  support: 'kundtjänst, kundeservice, obsługa klienta, サポート',
  careers: 'spontanansökan, lediga jobb, ledige stillinger, kariera, praca, 採用, 採用情報',
  get: 'ladda ner, hent, last ned, pobierz, ダウンロード, ダウンロードする',
  register:
    'anmälan, anmäl dig, tilmelding, tilmeld, påmelding, meld deg på, zapisz się, rejestracja, 参加申込, 登録',
  newsletter: 'nyhetsbrev, nyhedsbrev, メルマガ, メールマガジン, ニュースレター',
  webinar: 'webbinarium, webinarium, webinarie, ウェビナー, オンラインセミナー, セミナー',
  event: 'mässa, messa, targi, konferencja, seminarium, konferens, 展示会',
  calculator: 'kalkylator, kalkulator, beregner',
  priceList: 'prislista, prisliste, 料金表, 価格表',
  comparison: 'jämförelse, sammenligning, porównanie, 比較',
  caseStudy: 'kundcase, kundeberättelse, kundehistorie, studium przypadku, 導入事例, 事例',
  implementation: 'implementering, wdrożenie, 導入ガイド',
  asset:
    'vägledning, rapport, mall, vejledning, veileder, poradnik, raport, szablon, 資料, ホワイトペーパー, ガイド, お役立ち資料',
  filler:
    'startsida, forside, strona główna, formularz, formulär, tack, tak, dziękujemy, ホーム, フォーム',
  gap: 'ett, et, din, ditt, gratis, kostnadsfri, kostenfri, en gratis, bezpłatną, bezpłatne, の, を, は, へ, ご, お, 無料',
};
