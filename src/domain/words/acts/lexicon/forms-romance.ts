import type { FormWord } from './form-words.ts';
import type { Lexicon } from './lexicon.ts';

// An apostrophe joins its words: "d'une" is compared as "dune".

/** Words in French names of forms and pages. */
export const FRENCH: Lexicon<FormWord> = {
  ask: `commencer, commencez, démarrer, démarrez, demander, demande, demandez, réserver, réservez, planifier, planifiez, obtenir, obtenez, prendre, prenez, recevoir,
    recevez, programmer, fixer, prise, réservation, commander, organiser`,
  inquiry: 'demande de renseignements, demande de contact, question générale',
  demo: 'démo, démonstration, visite guidée, présentation produit, démo produit',
  price: 'tarif, tarifs, prix, tarification, nos tarifs, nos offres',
  quote: 'devis, offre de prix, chiffrage, estimation, proposition commerciale',
  talk: `rendez vous, rdv, rappel, appel, entretien, échange, consultation, réunion, rappel gratuit`,
  info: `informations, renseignements, plus dinformations, dinformations, dinformation, documentation`,
  trial: 'essai gratuit, essai, compte gratuit, version dessai, période dessai',
  askDemo: 'demande de démo, demande de démonstration, formulaire démo',
  askPrice:
    'demande de devis, demande de prix, demande de tarif, demande de tarifs, devis gratuit, devis en ligne',
  askTrial: `essayer gratuitement, essayez gratuitement, commencer gratuitement, tester gratuitement, créer un compte,
    créer mon compte, créez votre compte, démarrer gratuitement, testez gratuitement`,
  contactUs: `nous contacter, contactez nous, formulaire de contact, prise de contact, être rappelé, être contacté,
    écrivez nous, nous écrire, rappelez moi, me faire rappeler, être rappelée, posez votre question, parlons de votre projet,
    contacter, entrer en contact, contactez`,
  contactSales:
    'contacter un commercial, contacter le service commercial, contacter nos équipes, contacter les ventes',
  subscribe: 'sabonner, abonnez vous, abonnement, je mabonne',
  support: `service client, assistance, support client, assistance technique, ouvrir un ticket, signaler un problème,
    contacter le support, demande dassistance, réclamation, sav, demande de support`,
  careers: `candidature, candidature spontanée, recrutement, postuler, carrières, offres demploi, rejoignez nous,
    offre demploi, nous rejoindre, emploi`,
  email: 'e-mail entrant, email entrant',
  aside: `devenir partenaire, contact presse, désinscription, se désinscrire, désabonnement, enquête de satisfaction,
    suppression de données`,
  talkTo:
    'parler à, parler avec, parlez à, parlez avec, échanger avec, discuter avec, échangez avec',
  person:
    'expert, experts, conseiller, commercial, équipe, spécialiste, équipe commerciale, consultant',
  get: `télécharger, téléchargez, téléchargement, lire, accéder, consulter, je télécharge`,
  register: `inscription, sinscrire, inscrivez vous, je minscris, minscrire, formulaire dinscription, participer,
    réserver ma place, réservez votre place, inscriptions, inscrit, inscrits`,
  watch: 'revoir, visionner, regarder, rediffusion, vidéo, enregistrement, regardez, en replay',
  attended: 'a participé, ayant participé, participé, présents, a assisté',
  absent: 'absents, inscrits non présents, na pas participé',
  newsletter:
    'infolettre, newsletter, lettre dinformation, inscription newsletter, inscription à la newsletter',
  webinar: 'webinaire, webinaires, conférence en ligne, séminaire en ligne, wébinaire',
  replay:
    'replay webinaire, webinaire à la demande, replay du webinaire, revoir le webinaire, replay webinar, webinaire en replay',
  event: `salon, salons, événement, événements, congrès, conférence, petit déjeuner, colloque, journée portes ouvertes, soirée,
    afterwork, séminaire, journée client, foire, table ronde, salon professionnel`,
  scan: 'visiteurs du stand, rencontré sur le stand, rencontrés sur le stand, contacts salon, scan badge, scan badges, visite stand',
  calculator: `calculateur, simulateur, calculatrice, calculateur de roi, simulateur de roi, calculez votre roi, calculer`,
  priceList:
    'grille tarifaire, liste de prix, grille de prix, guide des prix, guide tarifaire, brochure tarifaire',
  comparison: `comparatif, comparaison, comparer, comparateur, guide dachat, guide comparatif, alternative, alternatives,
    cahier des charges, comment choisir, critères de choix, face à`,
  implementation: `mise en oeuvre, guide de mise en oeuvre, implémentation, déploiement, guide de déploiement,
    guide de migration, plan de déploiement, guide dimplémentation, guide de démarrage`,
  caseStudy: `étude de cas, études de cas, cas client, cas clients, témoignage client, témoignages clients, témoignage,
    témoignages, retour dexpérience, histoire client`,
  asset: `guide, livre blanc, livres blancs, rapport, étude, modèle, modèles, infographie, fiche pratique, fiche, plaquette,
    formation, ressource, ressources, kit, baromètre, checklist, article, catalogue, mémo, guide pratique`,
  filler: `formulaire, accueil, page daccueil, bienvenue, merci, gratuit, gratuite, gratuitement, français, liste des contacts,
    liste, produits, fonctionnalités, qui sommes nous, contacts`,
  gap: `une, un, votre, ma, mon, notre, vos, nos, personnalisée, personnalisé, dune, dun, le, la, les, des, de, du, en ligne,
    à la, sans engagement, rapide, à, au, pour`,
  stop: 'sur, avec, sans, dans, et, ou, par, chez',
  titled: 'comment, pourquoi, conseils, étapes pour, astuces, raisons',
  nothing: 'salon de coiffure, salons de coiffure, prix nobel',
};

/** Words in Spanish names of forms and pages. */
export const SPANISH: Lexicon<FormWord> = {
  ask: `empieza, comienza, inicia, iniciar, solicitar, solicita, solicite, solicitud, pedir, pide, pida, agendar, agenda, agende, reservar, reserva, reserve,
    obtener, obtén, programar, programa, concertar, recibir`,
  inquiry: 'consulta general, consulta, solicitud de información, consultas',
  demo: 'demostración, demo, presentación del producto, demostración de producto',
  price: 'precio, precios, tarifas, planes, planes y precios, tarifa',
  quote: 'presupuesto, cotización, cotizaciones, propuesta comercial',
  talk: `reunión, llamada, cita, asesoría, asesoramiento, consultoría, llamada gratuita, sesión de consultoría, reuniones`,
  info: 'información, más información, informes',
  trial:
    'prueba gratis, prueba gratuita, cuenta gratuita, versión de prueba, periodo de prueba, cuenta gratis',
  askDemo: 'solicitud de demo, solicitud demo, formulario demo',
  askPrice: 'solicitud de presupuesto, solicitud de cotización, cotizar, cotiza, pedir presupuesto',
  askTrial: `probar gratis, prueba gratis, pruébalo gratis, prueba gratis ahora, empezar gratis, empieza gratis, crear cuenta,
    crear una cuenta, crea tu cuenta, comienza gratis, regístrate gratis`,
  contactUs: `contáctenos, contáctanos, contactar, formulario de contacto, contacta con nosotros, contacte con nosotros,
    ponte en contacto, póngase en contacto, escríbenos, te llamamos, le llamamos, llámanos, quiero que me llamen,
    envíanos un mensaje, contacta`,
  contactSales: 'contactar con ventas, contacto ventas, contactar a ventas',
  subscribe: 'suscríbete, suscríbase, suscribirse, suscripción, suscribirme',
  support: `soporte, soporte técnico, atención al cliente, servicio al cliente, abrir ticket, ayuda, reclamación,
    solicitud de soporte, servicio técnico, mesa de ayuda`,
  careers: `trabaja con nosotros, empleo, empleos, candidatura, vacantes, únete al equipo, únete a nuestro equipo,
    bolsa de trabajo, trabaje con nosotros, vacante, candidatura espontánea`,
  aside:
    'hazte partner, ser partner, darse de baja, baja, contacto de prensa, prensa, encuesta de satisfacción, encuesta',
  talkTo: 'habla con, hablar con, hable con, hablemos con',
  person:
    'experto, un experto, ventas, asesor, especialista, comercial, nuestro equipo, equipo, consultor, expertos',
  contact: 'contacto',
  get: 'descargar, descarga, descargue, descárgalo, leer, acceder, descárgate',
  register: `inscripción, inscríbete, inscribirse, registro, regístrate, registrarse, reserva tu plaza, inscripciones,
    apúntate, inscríbase, reserva tu lugar, formulario de inscripción`,
  watch: 'ver ahora, grabación, vídeo, video, ver la grabación, ver video, a la carta',
  attended: 'asistió, asistentes, asistieron, participó, asistencia',
  absent: 'no asistió, no asistentes, no asistieron',
  newsletter: 'boletín, boletines, boletín de noticias, boletín informativo',
  webinar: 'webinario, webinarios, seminario web, seminario online, seminario en línea',
  replay: 'grabación del webinar, grabación webinar, webinar grabado, webinar bajo demanda',
  event:
    'feria, ferias, evento, eventos, congreso, jornada, jornadas, conferencia, cumbre, desayuno, encuentro, mesa redonda, taller',
  scan: 'visitantes del stand, contactos feria, visita stand, contactos de feria',
  calculator:
    'calculadora, calculadora de roi, calculadora de ahorro, simulador, calcula tu roi, calcula tu ahorro',
  priceList:
    'lista de precios, tabla de precios, guía de precios, listado de precios, catálogo de precios',
  comparison:
    'comparativa, comparación, comparar, comparador, guía de compra, guía del comprador, alternativas, cómo elegir, frente a',
  implementation:
    'implementación, guía de implementación, implantación, guía de migración, plan de implementación, puesta en marcha',
  caseStudy:
    'caso de éxito, casos de éxito, caso de estudio, casos de estudio, caso práctico, historia de éxito, historias de éxito, caso de cliente',
  asset: `guía, guías, libro blanco, informe, informes, plantilla, plantillas, manual, infografía, estudio, curso, recurso,
    recursos, artículo, folleto, catálogo, lista de verificación, tutorial, ficha técnica, libro electrónico`,
  filler:
    'formulario, inicio, página, página de inicio, bienvenido, bienvenidos, gracias, gratis, gratuita, gratuito, español, productos, soluciones, nosotros, quiénes somos',
  gap: 'una, un, tu, su, mi, nuestra, gratuitas, personalizada, personalizado, sin compromiso, online, de, del, el, los, las, al, en línea, para',
  stop: 'sobre, con, sin, en, y, o, por',
  titled: 'cómo, por qué, consejos, pasos para, claves, razones',
};

/** Words in Portuguese names of forms and pages. */
export const PORTUGUESE: Lexicon<FormWord> = {
  ask: `comece, inicie, começar, solicitar, solicite, solicitação, pedir, peça, pedido, agendar, agende, agendamento, marcar, marque, obter, obtenha,
    receber, receba, reservar, quero`,
  inquiry: 'pedido de informação, dúvidas, pedido de contato, pedido de contacto',
  demo: 'demonstração, apresentação do produto',
  price: 'preço, preços, planos, planos e preços, tarifas, preçário',
  quote: 'orçamento, cotação, proposta comercial, proposta',
  talk: 'reunião, chamada, consultoria, ligação, conversa, consulta, videochamada',
  info: 'informações, mais informações, informação',
  trial:
    'teste grátis, teste gratuito, conta grátis, período de teste, avaliação gratuita, conta gratuita',
  askDemo: 'pedido de demonstração, solicitação de demonstração, pedir demonstração',
  askPrice: 'pedido de orçamento, solicitação de orçamento, orçamento grátis, pedido de cotação',
  askTrial: `testar grátis, teste grátis, experimente grátis, experimentar grátis, criar conta, crie sua conta,
    comece grátis, começar grátis, criar uma conta, comece agora grátis`,
  contactUs: `fale conosco, fale connosco, entre em contato, entre em contacto, entrar em contato, contate nos,
    contacte nos, formulário de contato, formulário de contacto, envie uma mensagem, ligamos para você, ligue me,
    quero ser contatado, solicitar contato`,
  contactSales:
    'fale com vendas, falar com vendas, fale com um consultor, contato comercial, contato vendas',
  subscribe: 'assine, assinar, subscrever, subscreva, inscreva se no blog',
  support:
    'suporte, suporte técnico, atendimento ao cliente, abrir chamado, apoio ao cliente, ajuda, reclamação, abrir ticket',
  careers:
    'trabalhe conosco, trabalhe connosco, vagas, candidatura, candidate se, carreiras, recrutamento, currículo, banco de talentos',
  aside:
    'seja um parceiro, seja parceiro, descadastrar, cancelar inscrição, imprensa, pesquisa de satisfação, assessoria de imprensa',
  talkTo: 'fale com, falar com, converse com, conversar com',
  person:
    'especialista, um especialista, vendas, consultor, nosso time, equipe, time de vendas, equipa, especialistas',
  contact: 'contato, contacto',
  get: 'baixar, baixe, transferir, descarregar, acessar, acesse, ler, baixe agora, baixe grátis',
  register:
    'inscrição, inscrições, inscreva se, cadastro, cadastre se, garanta sua vaga, garanta seu lugar, quero participar, registo, registe se',
  watch: 'assistir, assista, gravação, ver gravação, assista agora, vídeo',
  attended: 'participou, participaram, compareceu, presentes, assistiu',
  absent: 'não participou, não compareceu, ausentes',
  newsletter: 'newsletter, boletim, boletim informativo',
  webinar: 'webinário, webinários, seminário online',
  replay: 'gravação do webinar, gravação webinar, webinar gravado, webinar sob demanda',
  event:
    'feira, feiras, evento, eventos, congresso, conferência, encontro, café da manhã, mesa redonda, cúpula, palestra',
  scan: 'visitantes do estande, visita ao estande, visitantes do stand, contatos da feira',
  calculator:
    'calculadora, calculadora de roi, simulador, calcule seu roi, calculadora de economia',
  priceList: 'tabela de preços, lista de preços, guia de preços',
  comparison:
    'comparativo, comparação, comparar, guia de compra, guia do comprador, alternativas, como escolher',
  implementation:
    'implementação, guia de implementação, implantação, guia de migração, plano de implantação',
  caseStudy:
    'caso de sucesso, casos de sucesso, estudo de caso, estudos de caso, case de sucesso, cases de sucesso, história de sucesso',
  asset:
    'guia, guias, relatório, modelo, modelos, planilha, planilhas, infográfico, estudo, curso, artigo, materiais, material, manual, livro digital, pesquisa, catálogo, cartilha',
  filler:
    'formulário, início, página inicial, obrigado, obrigada, bem vindo, grátis, gratuito, gratuita, português, produtos, soluções',
  gap: 'uma, um, sua, seu, nossa, personalizada, sem compromisso, do, da, de, o, os, as, meu, minha, para, gratuitamente, completo',
  stop: 'sobre, com, sem, em, e, ou, por',
  titled: 'como, por que, dicas, passos para, o que é',
};

/** Words in Italian names of forms and pages. */
export const ITALIAN: Lexicon<FormWord> = {
  ask: `inizia, attiva, richiedi, richiedere, richiesta, richieda, prenota, prenotare, prenotazione, fissa, fissare, ottieni, ricevi, pianifica,
    chiedi, programma, richiedete`,
  inquiry:
    'richiesta di informazioni, richiesta informazioni, richiesta di contatto, richiesta contatto',
  demo: 'dimostrazione, demo prodotto, presentazione del prodotto',
  price: 'prezzo, prezzi, tariffe, piani, piani e prezzi, costi',
  quote: 'preventivo, quotazione, preventivi, offerta commerciale',
  talk: 'appuntamento, consulenza, chiamata, riunione, richiamata, incontro, colloquio, call, consulenza gratuita',
  info: 'informazioni, maggiori informazioni, più informazioni',
  trial: 'prova gratuita, account gratuito, versione di prova, periodo di prova',
  askDemo: 'richiesta demo, richiesta di demo, richiesta dimostrazione',
  askPrice: 'richiesta preventivo, richiesta di preventivo, preventivo gratuito, richiesta prezzi',
  askTrial:
    'prova gratis, provalo gratis, inizia gratis, crea account, crea un account, crea il tuo account, registrati gratis, prova ora gratis',
  contactUs: `contattaci, modulo di contatto, modulo contatti, contattateci, scrivici, ti richiamiamo, mettiti in contatto,
    richiamatemi, vieni ricontattato, fatti richiamare, form contatti, contattare`,
  contactSales: 'contatta le vendite, contatta un commerciale, contatta il commerciale',
  subscribe: 'iscriviti al blog, abbonati, abbonamento',
  support:
    'assistenza, assistenza clienti, supporto, supporto tecnico, servizio clienti, apri un ticket, assistenza tecnica, richiesta di assistenza, richiesta assistenza, reclamo',
  careers:
    'lavora con noi, candidatura, candidati, posizioni aperte, candidatura spontanea, carriere, invia cv, opportunità di lavoro',
  aside:
    'diventa partner, disiscriviti, cancellati, ufficio stampa, sondaggio, questionario di soddisfazione',
  talkTo: 'parla con, parlare con, parlate con',
  person: 'esperto, un esperto, consulente, commerciale, vendite, specialista, team',
  contact: 'contatti, contatto',
  get: 'scarica, scaricare, scaricalo, leggi, accedi alla risorsa, scarica ora, scarica gratis',
  register:
    'iscrizione, iscriviti, iscrizioni, registrazione, registrati, iscriversi, prenota il tuo posto, partecipa, modulo di iscrizione',
  watch: 'guarda, rivedi, guarda la registrazione, registrazione video, guarda il video',
  attended: 'ha partecipato, hanno partecipato, partecipanti, presenti',
  absent: 'assenti, non ha partecipato',
  newsletter: 'newsletter, notiziario',
  webinar: 'seminario online, seminario web, webinar gratuito',
  replay: 'registrazione del webinar, rivedi il webinar, webinar registrato, webinar on demand',
  event:
    'fiera, fiere, evento, eventi, congresso, convegno, conferenza, colazione, tavola rotonda, incontro, porte aperte',
  scan: 'visitatori dello stand, visitatori stand, contatti fiera, visita stand',
  calculator:
    'calcolatore, calcolatrice, calcolatore roi, simulatore, calcola il roi, calcola il tuo roi, calcola il risparmio',
  priceList: 'listino prezzi, listino, guida ai prezzi, listino prezzo',
  comparison:
    'confronto, comparazione, confronta, guida allacquisto, alternative, come scegliere, comparativa',
  implementation:
    'implementazione, guida allimplementazione, guida alla migrazione, piano di implementazione, messa in opera',
  caseStudy:
    'caso di successo, casi di successo, caso studio, casi studio, case history, storia di successo, storie di successo, storie di clienti, caso di studio',
  asset:
    'guida, guide, rapporto, modello, manuale, infografica, studio, corso, articolo, risorse, risorsa, scheda, scheda tecnica, opuscolo, lista di controllo, ricerca, catalogo',
  filler:
    'modulo, pagina, pagina iniziale, benvenuto, grazie, gratis, gratuito, gratuita, italiano, prodotti, soluzioni, chi siamo',
  gap: 'una, un, uno, la, il, tua, tuo, la tua, il tuo, personalizzata, personalizzato, senza impegno, di, del, della, i, le, gli, lo, per, al, alla',
  stop: 'su, con, senza, in, e, o, da',
  titled: 'come, perché, consigli, passi per',
};
