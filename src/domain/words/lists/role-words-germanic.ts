import type { RoleWords } from './role-kind.ts';

/** Titles in German. Compounds such as "Einkaufsleiter" are read by how they end, see `compound-titles.ts`. */
export const GERMAN_ROLES: RoleWords = {
  chief: `geschäftsführer, geschäftsführerin, geschäftsführung, geschäftsführender gesellschafter, geschäftsführende gesellschafterin,
    geschäftsleiter, geschäftsleiterin, geschäftsleitung, mitglied der geschäftsleitung, mitglied der geschäftsführung, gf,
    vorstand, vorständin, vorstandsvorsitzender, vorstandsvorsitzende, vorstandsmitglied, mitglied des vorstands, vorsitzender,
    vorsitzende, aufsichtsrat, verwaltungsrat, verwaltungsratspräsident, inhaber, inhaberin, mitinhaber, gründer, gründerin,
    mitgründer, mitgründerin, gesellschafter, gesellschafterin, unternehmer, unternehmerin, präsident, präsidentin, eigentümer,
    eigentümerin, bürgermeister, bürgermeisterin, landrat, rektor, rektorin, dekan, amtsleiter, intendant, firmeninhaber`,
  decides: `prokurist, prokuristin, direktor, direktorin, handlungsbevollmächtigter, vizepräsident, vizepräsidentin, generalbevollmächtigter`,
  leads: `leiter, leiterin, leitung, leitender angestellter, chefin, managerin, meister, meisterin, polier, vorarbeiter, vorarbeiterin,
    führungskraft, dezernent, verantwortlicher, verantwortliche, leitender ingenieur, leitende ingenieurin, gruppenführer, chefarzt,
    chefärztin, oberarzt, oberärztin, küchenleitung, chefredakteur, chefredakteurin, stellvertreter des geschäftsführers`,
  works: `berater, beraterin, ingenieur, ingenieurin, entwickler, entwicklerin, programmierer, programmiererin, informatiker,
    informatikerin, techniker, technikerin, mechaniker, mechatroniker, elektriker, elektroniker, kaufmann, kauffrau, buchhalter,
    buchhalterin, steuerberater, steuerberaterin, wirtschaftsprüfer, wirtschaftsprüferin, controllerin, einkäufer, einkäuferin,
    verkäufer, verkäuferin, disponent, disponentin, koordinator, koordinatorin, spezialist, spezialistin, experte, expertin,
    analystin, fachkraft, fachberater, lagerist, lageristin, fahrer, fahrerin, monteur, monteurin, konstrukteur, konstrukteurin,
    redakteur, redakteurin, designerin, architektin, architekt, jurist, juristin, rechtsanwalt, rechtsanwältin, syndikus, arzt,
    ärztin, lehrer, lehrerin, dozent, dozentin, beamter, beamtin, angestellter, angestellte, arbeiter, arbeiterin, planer, planerin,
    ausbilder, ausbilderin, personalreferent, recruiterin, küchenchef, souschef, koch, köchin, pfleger, pflegerin, schlosser, schweißer,
    tischler, maler, außendienst, innendienst, reiseleiter, reiseleiterin, vertriebler, vertrieblerin,
    wissenschaftlicher mitarbeiter, wissenschaftliche mitarbeiterin, beauftragter, beauftragte, handelsvertreter`,
  aide: `assistent, assistentin, assistenz, referent, referentin, sekretär, sekretärin, sekretariat, sachbearbeiter,
    sachbearbeiterin, sachbearbeitung, mitarbeiter, mitarbeiterin, teamassistenz, vorzimmer`,
  learner: `werkstudent, werkstudentin, praktikant, praktikantin, auszubildender, auszubildende, azubi, azubine, lehrling,
    lernender, lernende, studentin, studierender, studierende, studentische hilfskraft, student assistent, hiwi, schüler, schülerin,
    volontär, volontärin, doktorand, doktorandin, absolvent, absolventin, masterand, bachelorand, umschüler, umschülerin, bewerber,
    bewerberin, dualer student, duale studentin, pflichtpraktikum, referendar, referendarin`,
  away: `rentner, rentnerin, pensionär, pensionärin, pensioniert, in rente, im ruhestand, ruheständler, arbeitslos, arbeitssuchend,
    arbeitsuchend, auf jobsuche, auf stellensuche, stellensuchend`,
};

/** Titles in Dutch. */
export const DUTCH_ROLES: RoleWords = {
  chief: `algemeen directeur, eigenaar, eigenaresse, mede eigenaar, bestuurder, bestuurslid, dga, zaakvoerder, zaakvoerster, oprichter,
    oprichtster, voorzitter, ondernemer, vennoot, gedelegeerd bestuurder, burgemeester`,
  decides: `directielid, adjunct directeur`,
  leads: `hoofd, leidinggevende, teamleider, teamleidster, bedrijfsleider, bedrijfsleidster, afdelingshoofd, ploegleider, verantwoordelijke,
    zaakverantwoordelijke, diensthoofd, filiaalmanager, projectleider, chef van`,
  works: `adviseur, consulent, inkoper, verkoper, verkoopster, boekhouder, ontwikkelaar, monteur, werkvoorbereider, magazijnmedewerker,
    planner, deskundige, specialiste, vertegenwoordiger, docent, leraar, verpleegkundige, beleidsmedewerker, technieker, bediende,
    arbeider, bouwkundige, jurist, advocaat`,
  aide: `medewerker, medewerkster, assistente, secretaresse, directiesecretaresse, directieassistente, managementassistente`,
  learner: `stagiair, stagiaire, leerling, afstudeerder, afstudeerstagiair, werkstudente, studente, scholier, promovendus`,
  away: `gepensioneerd, gepensioneerde, werkzoekend, werkzoekende, werkloos, met pensioen, op zoek naar werk`,
};

/** Titles in Swedish, Danish, Norwegian and Finnish. */
export const NORDIC_ROLES: RoleWords = {
  chief: `vd, verkställande direktör, vice vd, administrerende direktør, adm dir, adm direktør, daglig leder, ägare, ejer, eier, grundare,
    grundlægger, gründer, styrelseledamot, styreleder, styrelseordförande, indehaver, toimitusjohtaja, yrittäjä, omistaja, perustaja,
    hallituksen puheenjohtaja, varatoimitusjohtaja`,
  decides: `direktør, direktör, johtaja`,
  leads: `it chef, hr chef, vvs chef, chef för, chef for, sjef, leder, ledare, ansvarig, ansvarlig, föreståndare, päällikkö, esimies, arbetsledare, förman, formann, avdelningschef`,
  works: `handläggare, konsult, konsulent, rådgiver, rådgivare, utvecklare, udvikler, utvikler, ingenjör, ingeniør, inköpare, indkøber,
    innkjøper, säljare, sælger, selger, ekonom, bogholder, regnskapsfører, samordnare, tekniker, asiantuntija, insinööri, kehittäjä,
    ostaja, myyjä, asentaja, analytiker, specialist, projektingenjör, koordinaattori`,
  aide: `medarbetare, medarbejder, medarbeider, sekreterare, assistentti, sihteeri`,
  learner: `praktikant, lärling, lærling, elev, studerande, studerende, opiskelija, harjoittelija, trainee`,
  away: `pensionär, pensionist, arbetssökande, arbetslös, arbejdsløs, ledig, eläkeläinen, työtön`,
};
