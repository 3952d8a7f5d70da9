import type { Lexicon } from './lexicon.ts';
import type { MessageWord } from './message-words.ts';

// An apostrophe joins its words: "m'appeler" is compared as "mappeler".

/** Words in messages in French. */
export const FRENCH: Lexicon<MessageWord> = {
  know: `souhaiterais savoir, aimerais savoir, jaimerais savoir, voudrais savoir, savoir si, souhaite savoir, souhaitons connaître, souhaiterais connaître, aimerais connaître, jaimerais connaître, voudrais connaître`,
  want: `souhaitons, souhaite, souhaiterais, souhaiterions, aimerais, aimerions, jaimerais, voudrais, voudrions, veux, voulons, désire, désirons, besoin de, besoin dun, besoin dune, pouvez vous, pourriez vous,
    peux tu, pourrais tu, merci de menvoyer, merci de nous envoyer, envoyez moi, envoyez nous, recherche, recherchons, cherche, cherchons, intéressé par, intéressée par, intéressés par, est il possible de,
    est il possible davoir, puis je, pouvons nous, pourrions nous, obtenir, recevoir, demande, demandons, avoir, merci de me faire parvenir, faites moi parvenir`,
  demo: 'démo, démonstration, présentation',
  quote:
    'devis, offre de prix, proposition commerciale, chiffrage, estimation, offre commerciale, cotation',
  price: 'prix, tarif, tarifs, tarification, coût, coûts, grille tarifaire, vos tarifs',
  meeting: 'rendez vous, rdv, réunion, appel, entretien, échange, un appel, visio',
  speak: `parler, parler à, parler avec, échanger, échanger avec, discuter, discuter avec`,
  arrange: 'planifier, fixer, organiser, prendre, programmer, réserver, convenir, voir, caler',
  askPrice: `combien coûte, combien coûtent, combien ça coûte, combien cela coûte, quel est le prix, quel est le tarif, quels sont les tarifs, quels sont vos tarifs, quels sont les prix, quel est le coût, combien coûterait,
    quel serait le prix, quel serait le coût, à combien`,
  askDemo:
    'nous montrer, me montrer, montrez nous, montrez moi, voir comment ça marche, démo svp, voir le produit en action, nous présenter',
  askContact: `me rappeler, nous rappeler, rappelez moi, rappelez nous, me contacter, nous contacter, contactez moi, contactez nous, appelez moi, mappeler, nous appeler, me recontacter, nous recontacter, recontactez moi,
    recontactez nous, prendre contact avec moi, prendre contact avec nous, merci de me rappeler, me joindre`,
  invite: 'nhésitez pas à, nhésitez pas, nhésite pas à, nhésite pas',
  reach:
    'contacter, contactez, contacte, recontacter, recontactez, contact, déranger, solliciter, démarcher, démarchage, me contacter, nous contacter, contactez moi',
  ring: 'appeler, appelez, appelle, rappeler, rappelez, mappeler, mappelez, dappels, dappel, appels, téléphoner, écrire, me rappeler, mécrire, de mails, de mail',
  reached: `être contacté, être contactée, être appelé, être rappelé, être démarché, être recontacté, être rappelée`,
  me: 'moi',
  neg: 'ne, ne pas, ne plus, arrêtez de, cessez de, jamais, pas de, plus de, pas besoin de, pas besoin dun, pas besoin dune, inutile de',
  not: 'pas, sans, aucun, aucune, personne, ni, au lieu de',
  leave: `me désinscrire, désinscrivez moi, désabonnez moi, me désabonner, supprimer mes données, supprimez mes données, retirez moi, me retirer, de votre liste, ne me contactez plus, ne plus me contacter, ne pas me contacter, ne me contactez pas,
    ne plus être contacté, ne pas être contacté, ne pas contacter, ne plus contacter, suppression de mes données, laissez moi tranquille, pas de contact, ne nous contactez plus, ne nous contactez pas`,
  leaveRing:
    'pas dappel, pas dappels, ne mappelez pas, ne mappelez plus, ne pas mappeler, ne pas appeler, ne plus mappeler, ne pas téléphoner, pas de démarchage, pas de mails, aucun appel',
  other: 'ils, personne, vos commerciaux, votre commercial, vous, on',
  cond: 'si, pourquoi, lorsque, quand, afin de savoir',
  soft: 'merci, bonjour, svp, sil vous plaît, cordialement, bonsoir, merci de',
  gap: 'un, une, votre, vos, de, du, dun, dune, des, le, la, les, sur, plus dinformations sur, informations, voir, sur vos, une idée, rapidement, précis, personnalisée, envoyer, menvoyer, nous envoyer, me faire parvenir',
  whatIs: 'quel est, quels sont, quelle est, quelles sont, quel, quels',
  for: 'pour',
  joint: 'et, mais, car, parce que, cependant, juste',
  idle: `réduire, baisser, maîtriser, optimiser, augmenter, merci pour, hier, déjà, reçu, avons eu, ai eu, stage de fin, merci beaucoup pour, super, bravo, félicitations, appelons ça`,
  print: `livre blanc, rapport, étude, article, mémoire, citation, enregistrement, vidéo, replay`,
  existing: 'ce, cette, ces, mon, notre, belle',
  asking:
    'est ce que, est ce, peut on, existe t il, comment, quel, quelle, quels, quelles, où, quand, combien, proposez vous, avez vous, votre logiciel, votre solution, gérez vous, je me demande',
  does: `sintègre, intégrer, intègre, intégration, intégrations, connecter, connecteur, importer, exporter, compatible, hébergé, hébergées, hébergée, prend en charge, fonctionne avec, disponible en, gère, gérer, conforme, rgpd, interfacer`,
  product:
    'votre logiciel, votre solution, votre produit, votre outil, votre plateforme, le logiciel, la solution, loutil, la plateforme, une api, fonctionnalité, fonctionnalités, licence, licences, utilisateurs, données, module, modules, version dessai',
  pitch: `nous proposons, nous offrons, notre agence, nos services, je représente, votre site, de votre site, pour votre entreprise, nous aidons les entreprises, je vous propose, nous sommes une agence, nous réalisons, je suis freelance`,
  goods:
    'référencement, référencement naturel, création de sites, création de site, liens, fichier de prospection, base de données de contacts, développement web, génération de leads, prêt, crédit, nettoyage, visibilité, traduction, rédaction',
  vendor:
    'article invité, articles invités, article sponsorisé, articles sponsorisés, première page de google, sur google, échange de liens, en tombant sur votre site, visité votre site, visibilité de votre site, netlinking',
  job: 'mon cv, ma candidature, candidature spontanée, candidature au poste, recherche un stage, recherche dun stage, lettre de motivation, offre demploi, recrutez vous, alternance, recherche un emploi, offre de stage, un stage, postuler',
  support: `me connecter, à me connecter, mot de passe, mot de passe oublié, ma facture, notre facture, facture est erronée, ma commande, notre commande, message derreur, une erreur, mon compte, résilier, résiliation, remboursement, ne fonctionne plus, numéro de commande, mon abonnement`,
  lure: 'prêt rapide, voyance, sexe, pari sportif',
  money: 'gagner, gagnez, argent, gratuit, bonus',
};

/** Words in messages in Spanish. */
export const SPANISH: Lexicon<MessageWord> = {
  know: `quisiera saber, me gustaría saber, quiero saber, nos gustaría saber, quisiéramos saber, quisiera conocer, me gustaría conocer`,
  want: `quisiera, quisiéramos, me gustaría, nos gustaría, quiero, queremos, necesito, necesitamos, deseo, deseamos, solicito, solicitamos, solicitar, pueden, podrían, puede, podría, podrías, puedes, me pueden, nos pueden, envíenme, envíeme, envíenos,
    enviarme, enviarnos, enviar, busco, buscamos, interesado en, interesada en, interesados en, me interesa, nos interesa, favor de, es posible, recibir, obtener, requiero, requerimos, mandar`,
  demo: 'demo, demostración, presentación',
  quote: 'presupuesto, cotización, cotizar, propuesta, propuesta económica, presupuestos, proforma',
  price: 'precio, precios, tarifa, tarifas, costo, costos, coste, costes, lista de precios',
  meeting: 'reunión, cita, llamada, videollamada, una llamada',
  speak: `hablar con, hablar, platicar, que me contacten, que me llamen, que nos llamen, que me contacte, que me llame, charlar`,
  arrange: 'agendar, concertar, programar, reservar, organizar, ver, coordinar, tener, fijar',
  askPrice:
    'cuánto cuesta, cuánto cuestan, cuánto vale, cuál es el precio, cuáles son los precios, qué precio tiene, qué costo tiene, qué coste tiene, cuánto costaría, cuál es el costo, cuál sería el costo, cuáles son sus precios, qué precio, cuánto sale',
  askDemo:
    'mostrarnos, mostrarme, enseñarnos, enseñarme, nos muestren, me muestren, demo por favor, ver cómo funciona',
  askContact: `llámenme, llámeme, llámame, llámennos, llámenos, contáctenme, contácteme, contáctame, contáctenos, contáctennos, me llamen, me llame, nos llamen, contactarme, contactarnos, llamarme, llamarnos, pónganse en contacto, póngase en contacto,
    se comuniquen conmigo, comuníquense conmigo, comunicarse conmigo, devuélvanme la llamada, me contacten, me contacte, nos contacten, que me llamen`,
  invite: 'no dude en, no duden en, no dudes en',
  reach:
    'contactar, contacten, contacte, contacto, contacten más, molestar, molesten, me contacten, contactarme, contactes, contactado, publicidad',
  ring: 'llamar, llamen, llame, llames, llamadas, escribir, escriban, correos, me llamen, me llame, nos llamen, llamarme, que me llamen, llamada',
  reached: `ser contactado, ser contactada, ser llamado, recibir llamadas, recibir correos`,
  me: 'nos',
  neg: 'no, nunca, jamás, dejen de, deje de, ya no, no más, no quiero, no deseo',
  not: 'sin, ningún, ninguna, nada, nadie, en lugar de, tampoco',
  leave:
    'darme de baja, dar de baja, denme de baja, quiero darme de baja, elimínenme, borrar mis datos, eliminar mis datos, borren mis datos, eliminen mis datos, quítenme de, de su lista, no me contacten, no me contacte, no contactar, déjenme en paz, sin contacto, no quiero ser contactado',
  leaveRing:
    'no me llamen, no me llame, no llamar, no llamen, sin llamadas, no quiero llamadas, no quiero que me llamen, no me escriban, no deseo llamadas, no deseo recibir llamadas',
  other: 'ustedes, ellos, nadie, sus vendedores, su equipo',
  cond: 'por qué, cuando',
  soft: 'por favor, hola, buenos días, buenas tardes, buenas, gracias, saludos, favor, estimados',
  gap: 'el, los, una, un, su, sus, de, del, las, la, más, información, sobre, acerca de, ver, hacer, pedir, conocer, saber, enviar un, mandar un, agendar una',
  whatIs: 'cuál es, cuáles son, qué',
  for: 'para',
  joint: 'y, pero, porque, aunque, pues, solo, sólo',
  idle: `reducir, bajar, controlar, optimizar, aumentar, gracias por, muchas gracias por, ayer, tuvimos, recibí, ya tengo, felicidades, llamamos a esto, excelente`,
  print: `guía, informe, libro blanco, plantilla, artículo, tesis, cita textual, grabación`,
  existing: 'este, esta, ese, esa, mi, nuestro, nuestra',
  asking:
    'tiene, tienen, es posible, cómo, qué, cuál, cuáles, dónde, cuándo, existe, ofrecen, ofrece, se puede, funciona',
  does: 'se integra, integra, integrarse, integración, integraciones, conectar, conecta, importar, exportar, compatible, alojado, alojados, funciona con, soporta, disponible en, cumple con, se conecta',
  product:
    'su software, su producto, su herramienta, su plataforma, su solución, su sistema, el software, la herramienta, la plataforma, el sistema, la solución, una api, funcionalidad, funcionalidades, licencia, licencias, usuarios, datos, prueba gratuita, módulo, módulos',
  pitch:
    'ofrecemos, nuestra agencia, nuestros servicios, represento a, su página web, su sitio web, para su empresa, ayudamos a empresas, somos una agencia, le ofrezco, les ofrecemos, vendemos',
  goods:
    'posicionamiento, posicionamiento web, posicionamiento seo, diseño web, base de datos de empresas, bases de datos, desarrollo de software, enlaces, generación de leads, préstamo, préstamos, marketing digital, redes sociales, traducciones',
  vendor:
    'artículo de invitado, post patrocinado, primera página de google, en google, intercambio de enlaces, visité su página, visitando su página, encontré su página, artículo patrocinado',
  job: 'mi currículum, mi curriculum, mi cv, mi hoja de vida, hoja de vida, busco trabajo, busco empleo, vacante, vacantes, prácticas profesionales, solicitud de empleo, están contratando, bolsa de trabajo, hacer prácticas',
  support:
    'iniciar sesión, mi contraseña, olvidé mi contraseña, restablecer mi contraseña, mi factura, nuestra factura, factura incorrecta, factura está mal, mi pedido, nuestro pedido, mensaje de error, un error, mi cuenta, cancelar mi suscripción, reembolso, no puedo entrar, no puedo acceder, dejó de funcionar',
  lure: 'criptomonedas, apuestas, préstamo rápido, sexo',
  money: 'ganar, gana, dinero, gratis, bono',
};

/** Words in messages in Portuguese. */
export const PORTUGUESE: Lexicon<MessageWord> = {
  know: `gostaria de saber, gostaríamos de saber, quero saber, queria saber, gostaria de conhecer`,
  want: `gostaria, gostaria de, gostaríamos, gostaríamos de, quero, queremos, preciso, precisamos, desejo, desejamos, solicito, solicitar, podem, poderiam, pode, poderia, vocês podem, enviem, me enviem, me enviar, nos enviar, busco, procuro, procuramos,
    tenho interesse em, temos interesse em, interesse em, interessado em, interessada em, receber, obter, favor enviar, é possível, mandar`,
  demo: 'demonstração, apresentação',
  quote: 'orçamento, cotação, proposta, proposta comercial, orçamentos',
  price: 'preço, preços, valores, valor, custo, custos, tabela de preços, planos',
  meeting: 'reunião, ligação, chamada, conversa, videochamada, uma ligação',
  speak: `falar com, falar, conversar, conversar com`,
  arrange: 'agendar, marcar, ver, organizar, ter, fazer',
  askPrice:
    'quanto custa, quanto custam, qual o preço, qual é o preço, qual o valor, qual é o valor, quais os preços, quais são os preços, quais os valores, qual o custo, qual seria o custo, quanto custaria, quanto fica, quanto sai',
  askDemo:
    'nos mostrar, me mostrar, mostrar como funciona, mostrar nos, ver como funciona, demo por favor',
  askContact: `me ligar, me liguem, me ligue, nos ligar, liguem para mim, ligue para mim, entrem em contato, entre em contato, entrar em contato, entrem em contacto, entrar em contacto, entre em contacto, me contatar, me contate, me contatem, contactem me,
    me chamem, me chame, retornem, retorno por favor, aguardo contato, aguardo retorno, aguardo o contato, contacte me, ligue me, liguem me`,
  invite: 'não hesite em, não hesitem em, fique à vontade, fiquem à vontade',
  reach:
    'contatar, contactar, contatem, contactem, contate, contato, contacto, incomodar, incomodem, me contatem, me contate',
  ring: 'ligar, liguem, ligue, ligações, ligação, telefonar, emails, me liguem, me ligue, me ligar, mensagens, mandem',
  reached: `ser contatado, ser contactado, ser contatada, receber ligações, receber emails, receber e-mails`,
  neg: 'não, nunca, jamais, parem de, pare de, não mais, não quero, não desejo',
  not: 'sem, nenhum, nenhuma, nada, ninguém, nem',
  leave:
    'me descadastrar, descadastrem, me remover, removam me, me removam, excluir meus dados, apagar meus dados, da sua lista, da lista, cancelar inscrição, não me contatem, não me contactem, não entrem em contato, não quero ser contactado, não quero ser contatado, me deixem em paz',
  leaveRing: 'não me liguem, não me ligue, não ligar, não liguem, sem ligações, não quero ligações',
  other: 'vocês, eles, ninguém, seus vendedores',
  cond: 'caso, por que',
  soft: 'olá, oi, bom dia, boa tarde, boa noite, obrigado, obrigada, por gentileza, favor',
  gap: 'uma, um, o, os, as, a, do, da, de, dos, seu, seus, mais, informações, sobre, ver, assistir, fazer, saber, conhecer, enviar, comigo, conosco',
  whatIs: 'qual, quais, qual é, quais são',
  for: 'para',
  joint: 'e, mas, porque, pois, porém, apenas, só',
  idle: `reduzir, diminuir, controlar, otimizar, aumentar, obrigado pela, obrigado pelo, obrigada pela, obrigada pelo, ontem, tivemos, recebi, já tenho, parabéns`,
  print: `guia, relatório, planilha, artigo, tese, tcc, gravação`,
  existing: 'este, esta, esse, essa, meu, minha, nosso',
  asking:
    'tem, têm, é possível, como, qual, quais, onde, quando, existe, oferecem, vocês oferecem, será que, funciona, o sistema, a ferramenta',
  does: 'integra, integra se, integrar, integração, integrações, conecta, conectar, importar, exportar, compatível, hospedado, hospedados, funciona com, suporta, disponível em, lgpd',
  product:
    'seu software, seu produto, sua ferramenta, sua plataforma, seu sistema, o software, a ferramenta, a plataforma, o sistema, uma api, funcionalidade, funcionalidades, licença, licenças, usuários, dados, teste grátis, módulo',
  pitch:
    'oferecemos, nossa agência, nossos serviços, represento, seu site, para sua empresa, ajudamos empresas, somos uma agência, ofereço, vendemos',
  goods:
    'serviços de seo, criação de sites, criação de site, marketing digital, desenvolvimento de software, lista de emails, base de contatos, empréstimo, empréstimos, tráfego pago, gestão de tráfego, redes sociais, geração de leads',
  vendor:
    'guest post, primeira página do google, no google, troca de links, visitei seu site, publieditorial, encontrei seu site, artigo patrocinado',
  job: 'meu currículo, meu curriculo, meu cv, currículo em anexo, vaga de emprego, vagas abertas, procuro emprego, estágio, trabalhar com vocês, trabalhar na empresa, vaga de, estão contratando',
  support:
    'fazer login, minha senha, esqueci minha senha, redefinir senha, minha fatura, nossa fatura, fatura errada, boleto, meu pedido, nosso pedido, mensagem de erro, um erro, minha conta, cancelar minha assinatura, reembolso, não consigo acessar, não consigo entrar, parou de funcionar, nota fiscal',
  lure: 'criptomoedas, apostas, aposta',
  money: 'ganhe, ganhar, dinheiro, grátis, bônus',
};

/** Words in messages in Italian. */
export const ITALIAN: Lexicon<MessageWord> = {
  know: `vorrei sapere, vorremmo sapere, vorrei conoscere`,
  want: `vorrei, vorremmo, desidero, desideriamo, avrei bisogno di, avremmo bisogno di, ho bisogno di, abbiamo bisogno di, mi serve, ci serve, potete, potreste, può, potrebbe, puoi, inviatemi, inviateci, inviarmi, inviarci, mandarmi, richiedo, richiediamo, richiedere,
    cerco, cerchiamo, interessato a, interessata a, interessati a, mi interessa, ci interessa, è possibile, ricevere, ottenere, avere, gradirei, possiamo, voglio`,
  demo: 'dimostrazione, presentazione',
  quote: 'preventivo, quotazione, offerta, preventivi, proposta commerciale',
  price: 'prezzo, prezzi, costo, costi, tariffe, listino, listino prezzi, tariffa',
  meeting: 'appuntamento, riunione, chiamata, incontro, una chiamata, una call, videochiamata',
  speak: `parlare con, parlare, confrontarmi con`,
  arrange: 'fissare, prenotare, organizzare, programmare, pianificare, vedere, concordare',
  askPrice:
    'quanto costa, quanto costano, qual è il prezzo, quali sono i prezzi, qual è il costo, quanto verrebbe, quali sono i costi, quanto costerebbe, che prezzo ha',
  askDemo:
    'mostrarci, mostrarmi, farci vedere, farmi vedere, vedere come funziona, demo per favore, mostrateci',
  askContact:
    'richiamarmi, richiamatemi, richiamarci, richiamateci, contattarmi, contattatemi, contattarci, contattateci, chiamarmi, chiamatemi, ricontattarmi, ricontattatemi, essere ricontattato, mettetevi in contatto, chiamateci, ricontattateci, ricontattarci',
  invite: 'non esiti a, non esitate a, non esitare a',
  reach:
    'contattare, contattatemi, contattarmi, contattateci, contattate, contatto, disturbare, disturbate, ricontattatemi, pubblicità',
  ring: 'chiamare, chiamatemi, chiamate, chiamata, telefonare, telefonate, telefonatemi, scrivetemi, email, richiamatemi, chiamarmi',
  reached: `essere contattato, essere contattata, essere chiamato, essere chiamata, ricevere chiamate, ricevere telefonate, ricevere email, essere ricontattato, essere contattati, essere richiamato`,
  me: 'mi, ci',
  neg: 'non, mai, mai più, smettete di, basta, niente, nessuna, non voglio, non desidero',
  not: 'senza, nessun, nessuno, invece di',
  leave:
    'cancellatemi, cancellate i miei dati, cancellare i miei dati, disiscrivermi, disiscrivetemi, rimuovetemi, dalla lista, dalla vostra lista, non contattatemi, non contattarmi, non voglio essere contattato, non desidero essere contattato, lasciatemi in pace, nessun contatto',
  leaveRing:
    'non chiamatemi, non chiamare, niente chiamate, nessuna chiamata, niente telefonate, non telefonate, non chiamarmi, non voglio essere chiamato',
  other: 'loro, nessuno, i vostri commerciali, voi',
  cond: 'perché, quando, qualora',
  soft: 'per favore, buongiorno, buonasera, salve, grazie, cortesemente, gentilmente, ciao, per cortesia',
  gap: 'una, un, il, la, i, le, vostra, vostro, vostri, di, del, della, dei, sui, sul, maggiori, informazioni, vedere, avere una, fare, sapere, conoscere, inviare',
  whatIs: 'qual è, quali sono, quali',
  for: 'per',
  joint: 'ma, perciò, però, quindi, solo',
  idle: `ridurre, abbassare, controllare, ottimizzare, aumentare, grazie per, grazie della, ieri, abbiamo avuto, ho ricevuto, complimenti`,
  print: `guida, rapporto, articolo, tesi, citazione, registrazione`,
  existing: 'questo, questa, quel, quella, mio, nostro',
  asking:
    'si può, è possibile, come, quale, quali, dove, quando, esiste, avete, offrite, ha, funziona, il sistema, il software',
  does: 'si integra, integra, integrarsi, integrazione, integrazioni, collegare, si collega, importare, esportare, compatibile, ospitati, funziona con, supporta, disponibile in, conforme',
  product:
    'vostro software, vostro prodotto, vostra piattaforma, vostro sistema, vostra soluzione, il software, la piattaforma, il sistema, lo strumento, una api, funzionalità, licenza, licenze, utenti, dati, prova gratuita, modulo, moduli',
  pitch:
    'offriamo, la nostra agenzia, i nostri servizi, rappresento, vostro sito, vostro sito web, per la vostra azienda, aiutiamo le aziende, siamo unagenzia, proponiamo, vendiamo',
  goods:
    'servizi seo, posizionamento, realizzazione siti, siti web, sviluppo software, database aziende, prestito, prestiti, marketing digitale, lead generation, social media, traduzioni',
  vendor:
    'guest post, prima pagina di google, su google, scambio link, visitato il vostro sito, articolo sponsorizzato, visitando il vostro sito',
  job: 'mio curriculum, mio cv, curriculum vitae, in allegato il mio cv, candidatura, candidarmi, posizioni aperte, cerco lavoro, tirocinio, uno stage, state assumendo, offerta di lavoro',
  support:
    'ad accedere, accedere al mio, mia password, password dimenticata, reimpostare la password, mia fattura, nostra fattura, fattura errata, fattura è sbagliata, mio ordine, nostro ordine, messaggio di errore, un errore, mio account, annullare il mio abbonamento, rimborso, non funziona più, disdire',
  lure: 'criptovalute, scommesse',
  money: 'guadagnare, guadagna, soldi, gratis',
};
