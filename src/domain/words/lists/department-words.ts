/** The departments that people in sales tell apart. */
export type Department =
  | 'operations'
  | 'finance'
  | 'it'
  | 'sales'
  | 'marketing'
  | 'hr'
  | 'purchasing'
  | 'logistics'
  | 'production'
  | 'product'
  | 'legal'
  | 'engineering'
  | 'general';

/** Words that name a department, and trades that belong to one, in the languages of the titles. */
export const DEPARTMENT_WORDS: Readonly<Record<Exclude<Department, 'general'>, string>> = {
  operations: `operations, operation, ops, operational, operating, coo, chief operating, process, processes, business excellence, operational excellence,
    continuous improvement, betrieb, betriebs, betriebsleiter, prozesse, prozessmanagement, opérations, exploitation, operaciones, operativo, operações, operacoes,
    operazioni, operativa, operationeel, operaties, bedrijfsleider, bedrijfsvoering, driftschef, operacyjny, operacji, operacyjnych, العمليات, 运营, 運營, 営業企画, facility, facilities, opérationnel, bedrijfsbureau`,
  finance: `finance, finances, financial, cfo, chief financial, accounting, accountant, accounts payable, accounts receivable, accounts, controller, controlling,
    treasury, treasurer, tax, audit, auditor, payroll, fp a, investor relations, bookkeeper, comptroller, finanzen, finanz, buchhaltung, buchhalter,
    buchhalterin, rechnungswesen, kaufmännischer leiter, kaufmännische leitung, kaufmännische leiterin, kaufmännischer direktor, finanzbuchhaltung, steuern, comptable, comptabilité, financier, financière, daf, raf, contrôle de gestion, contrôleur de gestion, finanzas,
    financiero, financiera, contabilidad, contable, contador, contadora, tesorería, finanças, financeiro, financeira, contabilista, finanza, amministrazione,
    amministrativo, contabile, contabilità, finanziario, financiën, financieel, boekhouder, boekhouding, ekonomi, ekonom, ekonomichef, økonomi, økonomichef, finansów, finansowy, księgowa, księgowy,
    المالية, مالي, محاسب, 财务, 財務, 会计, 経理, 재무`,
  it: `it, i t, ict, cio, ciso, chief information, chief information security, information technology, information systems, information security, it security, it operations,
    cyber security, cybersecurity, infrastructure, systems administrator, system administrator, sysadmin, network, helpdesk, help desk, service desk, it support, database, dba, cloud, devops, digital, digitalisierung,
    digital transformation, erp, sap, data, informatik, informatique, dsi, rssi, systèmes d information, informática, sistemas, tecnologías de la información, ti, tic, informatica, sistemi informativi,
    edv, it leiter, tietohallinto, informatyki, تقنية المعلومات, 信息技术, 情報システム, 전산`,
  sales: `sales, selling, cro, chief revenue, chief sales, chief commercial, cco, revenue, commercial, account, accounts executive, account executive, account manager, key account, key accounts, business development, bdr, sdr, pre sales, presales,
    inside sales, sales operations, sales enablement, customer success, vertrieb, verkauf, verkaufs, vertriebsinnendienst, vertriebsaußendienst, außendienst, innendienst, verkäufer, verkäuferin, vente, ventes, ingénieur commercial, ingénieure commerciale, commerciale, commerciaux, vendeur, ventas, comercial, vendedor, vendedora, vendas,
    vendite, commerciale, venditore, verkoop, verkoper, commercieel, försäljning, säljare, salg, selger, sælger, myynti, sprzedaży, handlowy, handlowiec, المبيعات, مبيعات, 销售, 銷售, 営業, 영업`,
  marketing: `marketing, cmo, chief marketing, brand, branding, communications, communication, content, seo, sem, social media, demand generation, growth, growth marketing, product marketing, partner marketing, lead generation, public relations, pr, digital marketing,
    community, copywriter, marketer, merketing, kommunikation, öffentlichkeitsarbeit, werbung, marque, mercadeo, mercadotecnia, comunicación, comunicação, comunicazione, communicatie, markkinointi, marknadschef, marknadsföring, marknads, reklamy, التسويق, 市场, 市場, マーケティング, 마케팅`,
  hr: `hr, human resources, human resource, human capital, chro, chief people, chief human resources, people, people operations, people and culture, people culture, talent, talent acquisition, recruiting, recruitment, recruiter, learning, training, payroll and hr, hrbp, personal, personalwesen,
    personalabteilung, personalreferent, personalentwicklung, ausbildung, ressources humaines, rh, drh, recrutement, recursos humanos, rrhh, rr hh, talento humano, risorse umane, personeelszaken, personeel, p o, personalchef, henkilöstö, kadr, الموارد البشرية, 人力资源, 人事, 인사`,
  purchasing: `purchasing, purchase, procurement, sourcing, buyer, buying, cpo procurement, chief procurement, category, vendor management, supplier, suppliers, einkauf, einkäufer, einkäuferin, beschaffung, materialwirtschaft, achat, achats, acheteur, acheteuse, approvisionnement, approvisionnements, compras, comprador, compradora,
    suprimentos, abastecimiento, aprovisionamiento, acquisti, approvvigionamento, acquisitore, inkoop, inkoper, inköp, inköpare, inköpschef, indkøb, indkøber, innkjøp, innkjøper, osto, zakupów, zakupy, satın alma, المشتريات, 采购, 採購, 購買, 調達, 구매`,
  logistics: `logistics, logistic, supply chain, warehouse, warehousing, distribution, transport, transportation, shipping, freight, fleet, fulfillment, fulfilment, inventory, import export, dispatcher, forwarder, demand planning, scm, logistik, lager, versand, fuhrpark, spedition, disposition, disponent, disponentin, lieferkette,
    logistique, chaîne logistique, entrepôt, magasin, logisticien, logística, almacén, cadena de suministro, bodega, armazém, logistica, magazzino, spedizioni, trasporti, logistiek, magazijn, expeditie, transportu, logistyki, lagerchef, logistikchef, اللوجستيات, سلسلة التوريد, 物流, 供应链, 물류`,
  production: `production, manufacturing, plant, factory, quality, quality assurance, quality control, qa, qc, maintenance, assembly, lean, shop floor, shift, hse, ehs, produktion, fertigung, werk, werks, werkleiter, werksleiter, montage, qualität, qualitätsmanagement, qualitätssicherung, instandhaltung, arbeitsvorbereitung, schicht,
    usine, fabrication, qualité, producción, planta, calidad, mantenimiento, fábrica, produção, qualidade, manutenção, fabrica, produzione, stabilimento, qualità, manutenzione, productie, fabriek, kwaliteit, onderhoud, produksjon, tuotanto, produkcji, jakości, utrzymania ruchu, الإنتاج, 生产, 生產, 製造, 品質, 생산`,
  product: `product, products, product management, product owner, chief product, ux, user experience, ui, produkt, produktmanagement, produktmanager, produktmanagerin, produit, produits, producto, productos, produto, produtos, prodotto, produktu, المنتج, 产品, 產品, 제품`,
  legal: `legal, lawyer, attorney, solicitor, barrister, counsel, general counsel, paralegal, compliance, privacy, data protection, dpo, chief legal, clo, contracts, recht, rechtsabteilung, rechtsanwalt, rechtsanwältin, datenschutz, datenschutzbeauftragter, jurist, juristin, syndikus, juridique, juriste, avocat, avocate, affaires juridiques,
    jurídico, jurídica, abogado, abogada, cumplimiento, advogado, advogada, legale, affari legali, avvocato, juridisch, juridische zaken, prawny, القانونية, 法务, 法務, 법무`,
  engineering: `engineering, engineer, engineers, cto, chief technology, chief technical, technology, technical, developer, development, software, software engineering, software development, r d, research, research and development, research development, programmer, architect, hardware, technik, entwicklung, entwickler, entwicklerin,
    ingenieur, ingenieurin, konstruktion, konstrukteur, technischer leiter, forschung, technique, ingénieur, ingénierie, développement, développeur, recherche, ingeniería, ingeniero, ingeniera, desarrollo, desarrollador, desarrolladora, técnico, técnica, engenharia, engenheiro, engenheira,
    desenvolvimento, desenvolvedor, ingegneria, ingegnere, tecnico, sviluppo, sviluppatore, progettazione, ricerca e sviluppo, ontwikkeling, ontwikkelaar, techniek, technisch, ingenjör, utveckling, utvecklare, udvikling, udvikler, utvikler, programista, inżynier, مهندس, الهندسة, 技术, 技術, 研发, 工程师, 工程師, 開発, エンジニア, 개발, 개발자, 엔지니어`,
};

/** How compounds begin that are about a department: "einkaufs|leiter", "försäljnings|chef". */
export const DEPARTMENT_STEMS: Readonly<Record<Exclude<Department, 'general'>, string>> = {
  operations: 'betriebs operations prozess drift',
  finance:
    'finanz bilanz steuer kredit ekonomi okonomi finans talous controlling buchhaltungs rechnungs',
  it: 'informatik edv system netzwerk digital daten',
  sales: 'vertrieb verkauf sales verkoop forsaljning salgs salg myynti account kunden gebiets 영업',
  marketing:
    'marketing marknad markedsforing werbe kommunikations produktmarketing markkinointi 마케팅',
  hr: 'personal ausbildungs personeels recruiting henkilosto 인사',
  purchasing: 'einkauf beschaffungs inkoop inkop indkob innkjop osto material 구매',
  logistics:
    'logistik lager versand fuhrpark transport speditions magazijn logistiek logistiikka 물류',
  production:
    'produktion fertigung werk montage qualitat schicht instandhaltungs fabrik productie produksjon tuotanto kvalitet 생산',
  product: 'produktmanagement produkt product tuote',
  legal: 'recht datenschutz',
  engineering:
    'entwicklung technik konstruktion software forschung ontwikkeling utveckling udvikling ingenieur 개발',
};

/** Phrases and compounds that only look as if they named a department. */
export const NO_DEPARTMENT =
  'personal assistant, personal trainer, personal shopper, personal secretary, student recruitment, student services, recherche d emploi, recherche active, werkstudent, werkstudentin, werkzoekend, werkzoekende';
