import type { RoleWords } from './role-kind.ts';

/** Titles in French. */
export const FRENCH_ROLES: RoleWords = {
  chief: `pdg, p d g, président directeur général, présidente directrice générale, dg, dga, directeur général, directrice générale,
    directeur général adjoint, président, présidente, gérant, gérante, co gérant, fondateur, fondatrice, co fondateur, cofondateur,
    cofondatrice, co fondatrice, propriétaire, chef d entreprise, dirigeant, dirigeante, chef de l entreprise, entrepreneur,
    administrateur délégué, administratrice déléguée, membre du comité de direction, membre du directoire, maire, artisan, patron, patronne`,
  decides: `directeur, directrice, daf, dsi, drh, dosi, dircom, directeur adjoint, directrice adjointe, vice président,
    vice présidente, associé, associée, associé gérant, directeur d usine, proviseur, secrétaire général, secrétaire générale`,
  leads: `responsable, chef de, chef du, chef des, chef d, cheffe de, cheffe du, cheffe d, cheffe des, chef comptable, chef adjoint, manageur, encadrant, contremaître,
    superviseur, superviseure, resp, raf, rssi, chargé d affaires principal, gestionnaire principal, cadre dirigeant, manageuse, rédacteur en chef`,
  works: `chargé de, chargée de, chargé d, chargée d, ingénieur, ingénieure, technicien, technicienne, acheteur, acheteuse, comptable,
    analyste, consultante, conseiller, conseillère, développeur, développeuse, coordinateur, coordinatrice, coordonnateur,
    coordonnatrice, gestionnaire, approvisionneur, approvisionneuse, vendeur, vendeuse, technico commercial, technico commerciale,
    attaché commercial, attachée commerciale, ingénieur commercial, juriste, avocat, avocate, formateur, formatrice, enseignant,
    enseignante, infirmier, infirmière, médecin, opérateur, opératrice, ouvrier, ouvrière, employé, employée, magasinier, magasinière,
    chauffeur, logisticien, logisticienne, contrôleur de gestion, contrôleuse de gestion, auditeur, auditrice, rédacteur, rédactrice,
    graphiste, architecte, spécialiste, préparateur, agent, chercheur, chercheuse, chef de partie, chef de cuisine, cuisinier, cuisinière`,
  aide: `assistante, assistant de direction, assistante de direction, secrétaire, secrétaire de direction, adjoint, adjointe,
    bras droit, collaborateur, collaboratrice, attaché de direction, attachée de direction`,
  learner: `stagiaire, en stage, étudiant, étudiante, alternant, alternante, en alternance, apprenti, apprentie, doctorant, doctorante, élève ingénieur,
    lycéen, lycéenne, jeune diplômé, jeune diplômée, volontaire international, candidat, candidate`,
  away: `retraité, retraitée, à la retraite, sans emploi, demandeur d emploi, demandeuse d emploi, chômeur, chômeuse, au chômage,
    en recherche d emploi, à la recherche d un emploi, en recherche active, à la recherche d opportunités`,
};

/** Titles in Spanish. */
export const SPANISH_ROLES: RoleWords = {
  chief: `consejero delegado, consejera delegada, director general, directora general, director gerente, directora gerente, gerente general,
    dueño, dueña, propietario, propietaria, fundador, fundadora, cofundador, cofundadora, co fundador, presidente ejecutivo, presidenta,
    presidente, empresario, empresaria, administrador único, administradora única, socio fundador, socio director, emprendedor,
    emprendedora, director ejecutivo, directora ejecutiva, alcalde, alcaldesa, gerencia general, dirección general, apoderado, representante legal`,
  decides: `directora, director, socio, socia, vicepresidente, vicepresidenta, subdirector, subdirectora, subgerente general`,
  leads: `gerente, gerenta, subgerente, jefe, jefa, encargado, encargada, coordinador, coordinadora, supervisora, líder, gerencia, jefatura,
    director de cuentas, directora de cuentas, director de proyecto, capataz`,
  works: `analista, ingeniero, ingeniera, técnico, técnica, comprador, compradora, contable, contador, contadora, vendedor, vendedora,
    asesor, asesora, consultor, consultora, especialista, desarrollador, desarrolladora, programador, programadora, ejecutivo de ventas,
    ejecutiva de ventas, ejecutivo comercial, ejecutiva comercial, ejecutivo de cuentas, ejecutiva de cuentas, administrativo,
    administrativa, operario, operaria, comercial de, agente comercial, abogado, abogada, profesor, profesora, docente, médico, médica,
    enfermero, enfermera, diseñador, diseñadora, arquitecto, arquitecta, investigador, investigadora, planificador, planificadora,
    almacenero, chofer, operador, operadora, administrador de sistemas, administradora de sistemas, jefe de cocina, reclutador, reclutadora, empleado, empleada`,
  aide: `asistente, auxiliar, secretaria, secretario, ayudante, adjunto, adjunta`,
  learner: `becario, becaria, estudiante, practicante, pasante, aprendiz, en prácticas, doctorando, doctoranda, alumno, alumna, recién graduado, egresado, egresada`,
  away: `jubilado, jubilada, desempleado, desempleada, en paro, parado, parada, en búsqueda de empleo, en búsqueda activa, busco empleo,
    en busca de empleo, buscando empleo, pensionista`,
};

/** Titles in Portuguese. */
export const PORTUGUESE_ROLES: RoleWords = {
  chief: `diretor geral, diretora geral, diretor executivo, diretora executiva, diretor presidente,
    proprietário, proprietária, dono, dona, sócio proprietário, sócia proprietária, sócio administrador, sócio gerente, sócio diretor,
    sócio fundador, sócia fundadora, sócia administradora, empresário, empresária, gerente geral, presidente do conselho, prefeito, empreendedor, empreendedora`,
  decides: `diretor, diretora, sócio, sócia, vice presidente, superintendente, diretor adjunto, director adjunto`,
  leads: `chefe, responsável, encarregado, encarregada, coordenador, coordenadora, gestor, gestora, administrador, administradora, líder de equipe, líder de equipa,
    supervisor, gerência`,
  works: `engenheiro, engenheira, contabilista, desenvolvedor, desenvolvedora, consultora, vendedora, técnico de, advogado, advogada, professora,
    executivo de vendas, executiva de vendas, executivo de contas, executiva de contas, comercial externo, motorista, operador, projetista,
    enfermeira, enfermeiro, pesquisador, pesquisadora, almoxarife, representante comercial, funcionário, funcionária`,
  aide: `assistente, secretária, secretário`,
  learner: `estagiário, estagiária, estudante, jovem aprendiz, aluno, aluna, bolsista, mestrando, mestranda, recém formado`,
  away: `aposentado, aposentada, reformado, reformada, desempregado, desempregada, em busca de emprego, em busca de recolocação,
    à procura de emprego, em transição de carreira`,
};

/** Titles in Italian. */
export const ITALIAN_ROLES: RoleWords = {
  chief: `amministratore delegato, amministratrice delegata, amministratore unico, amministratrice unica, amministratore, amministratrice, titolare, direttore generale,
    direttrice generale, fondatore, fondatrice, co fondatore, cofondatore, cofondatrice, proprietario, proprietaria, presidente, imprenditore,
    imprenditrice, legale rappresentante, consigliere delegato, sindaco, socio titolare, direzione generale`,
  decides: `direttore, direttrice, dirigente, vicepresidente, vice presidente, vicedirettore, procuratore, condirettore`,
  leads: `responsabile, capo, capo reparto, caporeparto, capoarea, capo area, caposquadra, capoturno, capo progetto, capoprogetto, quadro, coordinatore, coordinatrice, referente, preposto`,
  works: `impiegato, impiegata, addetto, addetta, tecnico, tecnica, ingegnere, consulente, venditore, venditrice, contabile, ragioniere, ragioniera,
    sviluppatore, sviluppatrice, programmatore, programmatrice, specialista, commercialista, agente di commercio, operaio, operaia, avvocato,
    progettista, magazziniere, insegnante, medico, infermiere, infermiera, disegnatore, architetto, ricercatore, ricercatrice, buyer, capo cuoco,
    controllore di gestione, dipendente, autista, amministratore di sistema, geometra, acquisitore`,
  aide: `assistente di direzione, assistente alla direzione, segretaria, segretario, collaboratore, collaboratrice, segreteria`,
  learner: `tirocinante, stagista, apprendista, studente, studentessa, praticante, dottorando, dottoranda, neolaureato, neolaureata, laureando, laureanda`,
  away: `pensionato, pensionata, in pensione, disoccupato, disoccupata, in cerca di lavoro, in cerca di occupazione, inoccupato`,
};
