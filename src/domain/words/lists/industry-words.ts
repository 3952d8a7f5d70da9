/**
 * What people write for an industry in English, German, French, Spanish, Portuguese, Italian and Dutch, by HubSpot's
 * value. A star ends a word that goes on in compounds ("maschinenbau*" also stands at the end of "Sondermaschinenbau").
 */
export const INDUSTRY_WORDS: Readonly<Record<string, string>> = {
  COMPUTER_SOFTWARE:
    'software, saas, software development, software house, softwareentwicklung, logiciel, logiciels, edition de logiciels, programas informaticos, desarrollo de software, desenvolvimento de software, sviluppo software, softwareontwikkeling',
  INFORMATION_TECHNOLOGY_AND_SERVICES:
    'it, it services, information technology, it consulting, informatik, edv, it dienstleistungen, informatique, services informatiques, informatica, tecnologias de la informacion, servicios informaticos, tecnologia da informacao, servizi informatici, ict, ict diensten, technology',
  INTERNET: 'internet services, e commerce, ecommerce, online handel, onlinehandel',
  COMPUTER_NETWORK_SECURITY: 'cybersecurity, cyber security, it security, it sicherheit',
  BANKING:
    'bank, banks, retail banking, kreditinstitut, bankwesen, sparkasse, banque, banques, banca, banco, bancos, banche, bancario, bankieren, banken',
  FINANCIAL_SERVICES:
    'finance, fintech, financial, finanzdienstleistungen, finanzdienstleister, finanzen, services financiers, servicios financieros, servicos financeiros, servizi finanziari, financiele dienstverlening, financiele diensten',
  INVESTMENT_MANAGEMENT: 'asset management, vermogensverwaltung, gestion d actifs, vermogensbeheer',
  INSURANCE:
    'insurer, insurers, insurances, versicherung*, versicherungen, assurance, assurances, seguros, seguro, assicurazioni, assicurazione, verzekeringen, verzekering, verzekeraar',
  LOGISTICS_AND_SUPPLY_CHAIN:
    'logistics, supply chain, 3pl, freight forwarding, freight, logistik*, spedition*, spedition und logistik, logistique, transport et logistique, logistica, operador logistico, logistiek, logistiek en transport, lieferkette',
  TRANSPORTATION_TRUCKING_RAILROAD:
    'transport, transportation, trucking, haulage, railroad, railway, transportwesen, transporte, transportes, trasporti, vervoer, wegvervoer',
  PACKAGE_FREIGHT_DELIVERY: 'courier, parcel delivery, kurierdienst, paketdienst',
  MACHINERY:
    'machine building, mechanical engineering, machine tools, machinery manufacturing, maschinenbau*, anlagenbau*, maschinen und anlagenbau, construction mecanique, machines outils, maquinaria, maquinaria industrial, maquinas, construccion de maquinaria, macchinari, costruzione macchine, meccanica, machinebouw, machines',
  INDUSTRIAL_AUTOMATION:
    'automation, industrial automation, automatisierung*, automatisierungstechnik, automatisation, automatisation industrielle, automatizacion industrial, automatizacion, automacao industrial, automazione industriale, automazione, industriele automatisering',
  ELECTRICAL_ELECTRONIC_MANUFACTURING:
    'electronics, electronics manufacturing, electrical engineering, elektronik*, elektrotechnik, electronique, electronica, eletronica, elettronica, elettrotechnica, elektronica, elektrotechniek',
  CONSUMER_ELECTRONICS: 'consumer electronics, unterhaltungselektronik',
  SEMICONDUCTORS: 'semiconductor, halbleiter*',
  AUTOMOTIVE:
    'automobile, automotive supplier, car parts, automobil*, automobilindustrie, automobilzulieferer, autozulieferer, kfz, equipementier automobile, industrie automobile, automocion, automotriz, automovel, industria automovel, settore automobilistico, automobilistico, auto industrie',
  CHEMICALS:
    'chemical, chemical industry, chemie*, chemische industrie, chimie, industrie chimique, quimica, quimico, industria quimica, chimica, chemicals manufacturing',
  PHARMACEUTICALS:
    'pharma, pharmaceutical, life sciences, pharmazie, pharmaindustrie, industrie pharmaceutique, pharmaceutique, farmaceutica, industria farmaceutica, farmaceutico, farmacie, farmaceutische industrie',
  MEDICAL_DEVICES:
    'medtech, medical technology, medical device, medizintechnik, dispositifs medicaux, dispositivos medicos, productos sanitarios, dispositivi medici, medische hulpmiddelen, medische technologie',
  TELECOMMUNICATIONS:
    'telecom, telecoms, telco, telekommunikation, telecommunication, telecommunicaciones, telecomunicaciones, telecomunicacoes, telecomunicazioni, telecommunicatie',
  UTILITIES:
    'utility, power supply, water supply, stadtwerke, energieversorgung, energieversorger, versorger, services publics, suministro de energia, servicos publicos, nutsbedrijf, energiebedrijf',
  OIL_ENERGY:
    'oil, oil and gas, petroleum, energy, energie, energia, petrole, petroleo, olie en gas',
  RENEWABLES_ENVIRONMENT:
    'renewables, renewable energy, solar, wind energy, cleantech, erneuerbare energien, energies renouvelables, energias renovables, energias renovaveis, energie rinnovabili, duurzame energie, hernieuwbare energie',
  CONSUMER_GOODS:
    'fmcg, consumer products, cpg, konsumguter, konsumgueter, biens de consommation, grande consommation, bienes de consumo, productos de consumo, bens de consumo, beni di consumo, largo consumo, consumentengoederen, consumptiegoederen',
  WHOLESALE:
    'wholesaler, wholesale trade, distribution, grosshandel*, commerce de gros, grossiste, negoce, comercio mayorista, mayorista, venta al por mayor, comercio por grosso, comercio grossista, grossista, commercio all ingrosso, ingrosso, groothandel, 卸売業, 卸売',
  MANAGEMENT_CONSULTING:
    'consulting, consultancy, business consulting, unternehmensberatung, beratung, conseil, conseil en management, consultoria, consultoria de gestion, consulenza, consulenza aziendale, advies, adviesbureau, organisatieadvies',
  RETAIL:
    'retailer, shop, shops, stores, einzelhandel, commerce de detail, distribution de detail, comercio minorista, minorista, retalho, varejo, commercio al dettaglio, detailhandel, winkel',
  SUPERMARKETS: 'supermarket, supermarkt, supermarche, supermercado, supermercati',
  CONSTRUCTION:
    'building, building industry, bau, baugewerbe, bauwesen, hochbau, tiefbau, construction et btp, btp, construccion, construcao, construcao civil, edilizia, costruzioni, bouw, bouwnijverheid',
  BUILDING_MATERIALS:
    'baustoffe, materiaux de construction, materiales de construccion, bouwmaterialen',
  FOOD_PRODUCTION:
    'food, food manufacturing, food industry, lebensmittel*, lebensmittelindustrie, agroalimentaire, alimentacion, industria alimentaria, industria alimentar, alimentare, industria alimentare, voedingsindustrie, levensmiddelen',
  FOOD_BEVERAGES: 'beverages, food and beverage, getranke, boissons, bebidas, bevande, dranken',
  RESTAURANTS:
    'restaurant, gastronomie, gastronomy, restauration, restaurante, ristorazione, horeca',
  HOSPITALITY: 'hotel, hotels, hotellerie, hosteleria, hotelaria, ospitalita',
  LEISURE_TRAVEL_TOURISM: 'travel, tourism, tourismus, tourisme, turismo, toerisme, travel agency',
  REAL_ESTATE:
    'property, immobilien*, immobilier, inmobiliaria, imobiliario, immobiliare, vastgoed',
  HOSPITAL_HEALTH_CARE:
    'healthcare, health care, hospital, hospitals, krankenhaus, klinik*, gesundheitswesen, hopital, sante, sanidad, hospitales, saude, sanita, ospedale, gezondheidszorg, ziekenhuis',
  MEDICAL_PRACTICE: 'doctor s office, arztpraxis, clinic, dental practice, zahnarztpraxis',
  HIGHER_EDUCATION:
    'university, college, universitat, hochschule, universite, universidad, universidade, universita, universiteit',
  PRIMARY_SECONDARY_EDUCATION:
    'school, schools, schule, ecole, escuela, escola, scuola, school district',
  EDUCATION_MANAGEMENT:
    'education, bildung, enseignement, educacion, educacao, istruzione, onderwijs',
  GOVERNMENT_ADMINISTRATION:
    'government, public sector, public administration, offentlicher dienst, behorde, verwaltung, administration publique, secteur public, administracion publica, administracao publica, pubblica amministrazione, overheid, gemeente',
  NON_PROFIT_ORGANIZATION_MANAGEMENT:
    'non profit, nonprofit, ngo, charity, verein, association, ong, onlus, stichting',
  MARKETING_AND_ADVERTISING:
    'marketing, advertising, marketing agency, advertising agency, werbung, werbeagentur, publicite, publicidad, agencia de marketing, pubblicita, reclame, reclamebureau',
  LAW_PRACTICE:
    'law firm, lawyers, rechtsanwalte, kanzlei, avocats, abogados, advogados, avvocati, advocatuur',
  LEGAL_SERVICES: 'legal, legal services, services juridiques, servicios legales',
  ACCOUNTING:
    'accountants, accountancy, steuerberatung, comptabilite, contabilidad, contabilidade, contabilita, boekhouding',
  STAFFING_AND_RECRUITING:
    'recruiting, recruitment, staffing, personaldienstleistung, zeitarbeit, interim, trabajo temporal, uitzendbureau',
  PLASTICS: 'plastic, kunststoff*, plasturgie, plasticos, plastica, kunststoffen',
  PACKAGING_AND_CONTAINERS:
    'packaging, verpackung*, emballage, embalaje, embalagem, imballaggi, verpakkingen',
  MINING_METALS:
    'mining, metals, steel, metal, metallverarbeitung, metallindustrie, stahl, siderurgie, metallurgie, mineria, metalurgia, siderurgica, metallurgia, mineracao, metaal, staal',
  TEXTILES: 'textile, textil*, textilindustrie, textiel, tessile',
  APPAREL_FASHION: 'fashion, apparel, clothing, mode, bekleidung, moda, kleding',
  FURNITURE: 'mobel, meubles, muebles, moveis, mobili, meubelen',
  PRINTING: 'druckerei, imprimerie, imprenta, grafica, drukkerij',
  AVIATION_AEROSPACE:
    'aerospace, luft und raumfahrt, luftfahrt, aeronautique, aeroespacial, aerospaziale, lucht en ruimtevaart',
  FARMING: 'agriculture, farm, landwirtschaft, agricultura, agricoltura, landbouw, agricole',
  MECHANICAL_OR_INDUSTRIAL_ENGINEERING:
    'industrial engineering, ingenieurburo, ingenierie, ingenieria, engenharia, ingegneria',
  WAREHOUSING:
    'warehouse, lagerhaltung, entreposage, almacenaje, armazenagem, magazzinaggio, opslag',
  BIOTECHNOLOGY: 'biotech, biotechnologie, biotecnologia',
  EVENTS_SERVICES: 'events, event agency, eventagentur, evenementiel, eventos, eventi, evenementen',
};
