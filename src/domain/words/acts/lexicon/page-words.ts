import { wordsIn } from '../../words-in.ts';

/** A part of a site that is one segment of its addresses. */
export type Container =
  | 'account'
  /** The product itself, as the first segment only. */
  | 'app'
  | 'read'
  /** Holds things to read of several kinds. */
  | 'library'
  /** Help for those who have the product, and small print. */
  | 'manual'
  | 'careers'
  | 'company'
  | 'stories'
  | 'product'
  | 'integrations'
  | 'comparison'
  | 'pricing'
  | 'calculator'
  | 'implementation';

const SEGMENTS: Readonly<Record<Container, string>> = {
  account: `login, log in, signin, sign in, signon, sign on, logout, log out, account, my account, myaccount,
    reset password, forgot password, password reset, mein konto, kundenlogin, einloggen,
    connexion, se connecter, mon compte, espace client, mi cuenta, iniciar sesion, area clientes, minha conta, entrar,
    area do cliente, accedi, area clienti, il mio account, inloggen, mijn account, logga in, log ind, konto, zaloguj,
    customer portal, kundenportal, client portal`,
  app: `app, accounts, sso, users, user, profile, signup, sign up, register, billing, settings, dashboard, portal, admin, my,
    workspace, oauth, auth, client area, cart, checkout`,
  read: `blog, blogs, guides, guide, ebooks, ebook, whitepapers, whitepaper, webinars, webinar, events, event, academy, learn,
    learning, glossary, podcast, podcasts, articles, article, insights, knowledge, magazine, reports, templates, tutorials,
    videos, video, university, courses, newsletter, infographics, checklists, wiki, ratgeber, wissen, magazin, leitfaden,
    lexikon, glossar, veranstaltungen, livres blancs, livre blanc, articles de blog, actualites blog, guias, guia, articulos,
    eventos, glosario, artigos, glossario, guide gratuite, eventi, kennisbank, artikelen, gidsen, evenementen, evenements,
    recursos gratuitos, artikel, blogg, news and insights, ideas`,
  library: `resources, resource, resource center, resource centre, resource library, library, content, hub, content hub,
    ressourcen, ressources, recursos, risorse, downloads, mediathek, bibliotheque, biblioteca, kenniscentrum, resurser`,
  manual: `docs, doc, documentation, help, help center, help centre, helpcenter, hc, support, kb, knowledge base, knowledgebase,
    faq, faqs, legal, privacy, privacy policy, terms, terms of service, terms and conditions, cookies, cookie policy, gdpr,
    security, status, developers, developer, api, api docs, release notes, changelog, community, forum, customer service,
    customer support, customer success, impressum, imprint, datenschutz, agb, hilfe, dokumentation, kundenservice, aide,
    mentions legales, centre daide, ayuda, soporte, aviso legal, ajuda, suporte, assistenza, supporto, hulp, klantenservice,
    trust, accessibility, sitemap, thank you, thanks, thankyou, partners, partner, unsubscribe, preferences, wp content,
    wp admin, cdn, assets, static, search, tag, tags, category, categories, author, centro de ayuda`,
  careers: `careers, career, jobs, job, vacancies, vacancy, join us, work with us, open positions, positions, internships, hiring,
    karriere, stellenangebote, stellen, recrutement, carrieres, carriere, emplois, nous rejoindre, empleo, empleos,
    trabaja con nosotros, vagas, carreiras, trabalhe conosco, lavora con noi, carriere it, vacatures, werken bij, kariera, jobb`,
  company: `about, about us, aboutus, company, team, our team, the team, leadership, management, people, press, press releases,
    newsroom, news, media, investors, investor relations, our story, story, mission, who we are, board, awards, offices,
    locations, history, values, ueber uns, uber uns, unternehmen, presse, aktuelles, neuigkeiten, standorte, a propos,
    qui sommes nous, entreprise, equipe, actualites, sobre nosotros, quienes somos, nosotros, empresa, equipo, noticias,
    sobre, sobre nos, quem somos, imprensa, equipa, chi siamo, azienda, stampa, notizie, over ons, nieuws, bedrijf, om oss,
    om os, o nas`,
  stories: `customers, customer, clients, our customers, our clients, case studies, case study, casestudies, casestudy,
    customer stories, customer story, success stories, success story, stories, customer success stories, testimonials,
    reviews, references, kunden, referenzen, referenz, kundenstimmen, fallstudien, erfolgsgeschichten, kundengeschichten,
    anwenderberichte, etudes de cas, etude de cas, cas clients, cas client, nos clients, temoignages, clientes,
    casos de exito, casos de estudio, nuestros clientes, testimonios, cases, cases de sucesso, casos de sucesso, clienti,
    casi di successo, casi studio, storie di successo, klanten, klantverhalen, klantcases, referenties, kunder, kundcase,
    kundecases, wdrozenia klientow, customer reviews, wall of love`,
  product: `product, products, feature, features, solution, solutions, platform, software, industries, industry, use cases,
    use case, usecases, modules, module, services, service, capabilities, how it works, overview, tour, product tour,
    why us, for teams, technology, produkt, produkte, funktionen, loesungen, losungen, loesung, losung, branchen, plattform,
    leistungen, anwendungsfaelle, anwendungsfalle, produit, produits, fonctionnalites, plateforme, secteurs, cas dusage,
    cas d usage, producto, productos, funcionalidades, soluciones, plataforma, sectores, servicios, casos de uso, produto,
    produtos, solucoes, segmentos, recursos do produto, prodotto, prodotti, funzionalita, soluzioni, piattaforma, settori,
    servizi, producten, functies, oplossingen, branches, diensten, produkter, losningar, rozwiazania, funkcje`,
  integrations: `integrations, integration, marketplace, app marketplace, apps and integrations, app store, connectors,
    connector, connections, integrationen, schnittstellen, integraciones, integracoes, integrazioni, integraties,
    koppelingen, integrationer, integracje, plugins`,
  comparison: `compare, comparison, comparisons, vs, versus, alternatives, alternative, competitors, vergleich, comparatif,
    comparatifs, comparativa, comparativo, confronto, vergelijken, vergelijking`,
  pricing: `pricing, prices, price, plans, plans pricing, pricing plans, packages, editions, preise, preise und pakete, pakete,
    tarife, tarifs, prix, nos tarifs, precios, planes, planes y precios, tarifas, precos, planos, planos e precos, prezzi,
    piani e prezzi, piani, prijzen, tarieven, pakketten, priser, cennik, pricelist, price list`,
  calculator: `roi, calculator, calculators, roi calculator, tco, rechner, calculateur, simulateur, calculadora, calcolatore,
    rekentool, business value calculator`,
  implementation: `implementation, onboarding, migration, migrations, rollout, deployment, implementierung, einfuehrung,
    mise en oeuvre, implementacion, implementacao, implementazione, implementatie, migrate, switch, switching, go live`,
};

/** What a segment of an address stands for when it is nothing else, by its words as they are compared. */
export const CONTAINERS: ReadonlyMap<string, Container> = new Map(
  (Object.entries(SEGMENTS) as [Container, string][]).flatMap(([container, segments]) =>
    segments.split(',').map((segment) => [wordsIn(segment).join(' '), container] as const),
  ),
);
