import { describe, expect, test } from '@jest/globals';

import { roleOf } from './role-of.ts';

/** Titles as people and marketers write them, by what they say. */
const TITLES: readonly (readonly [seniority: string | null, titles: string])[] = [
  [
    'decides',
    `CEO; Chief Executive Officer; COO; Chief Operating Officer; Chief Information Security Officer;
     Chief Sales & Marketing Officer; CFO & Co-Founder; Founder; Co-Founder & CTO; Owner; Business Owner;
     President; Vice President; VP Ops; VP of Sales, EMEA; SVP Engineering; Managing Director;
     Managing Partner; Partner; Partner, Tax; Senior Partner; Head of Planning; Head of Internships;
     Head Operations; Director of Student Affairs; Director, Student Services; Director Student Affairs;
     Sales Director; Executive Director; Associate Director; Department Head; General Manager; General Counsel;
     Board Member; Member of the Board, CFO; Interim CFO; Fractional CMO; Group CFO; Founder | Student;
     Student & Founder; Geschäftsführer; Geschäftsführer/in; Geschaeftsfuehrer; Geschäftsführerin;
     Geschäftsführender Gesellschafter; Mitglied der Geschäftsleitung; Geschäftsleitung; Vorstand;
     Finanzvorstand; Vorstandsvorsitzender; Prokurist; Inhaber; Inhaberin; Kaufmännischer Direktor;
     Vertriebsdirektor; PDG; DG; DAF; DSI; Président Directeur Général; Directeur des opérations;
     Directrice commerciale; Directeur d'usine; Directeur adjoint; Gérant; Director/a de Compras;
     Directora General; Director Comercial; Consejero Delegado; Dueño; Socio fundador; Gerente General;
     Diretor; Diretora Financeira; Sócio-proprietário; Amministratore delegato; Direttore Generale; Titolare;
     Directeur; Algemeen directeur; Eigenaar; VD; Verkställande direktör; Daglig leder;
     Administrerende direktør; Toimitusjohtaja; Prezes Zarządu; Dyrektor ds. Operacyjnych; Jednatel;
     Genel Müdür; Генеральный директор; المدير العام; مدير عام; 总经理; 运营总监; 代表取締役; 대표이사; Marketing Director;
     Sales & Marketing Director; Director of Sales & Marketing; M&A Director; Global Head, Procurement;
     SVP, Chief Information Officer; Executive Vice President & CFO; President & CEO; Owner/Operator;
     Owner / Founder; Non-Executive Director; Creative Director; Head of Controlling; Student Union President;
     Dean of Students; Director of Apprenticeships; Student Housing Director; Head of Purchasing / Prokurist;
     Director, Office of the CEO; Secretary General; CTO/CIO; CTO & Co-founder at Acme;
     Chief Happiness Officer; Deputy Head of Operations; Director (Operations); Ops Director;
     Vorsitzender der Geschäftsführung; Alleingeschäftsführer; Head of Einkauf; Bürgermeister;
     Directeur Général Adjoint; Directeur Supply Chain; Directrice des Ressources Humaines; Chef d'entreprise;
     Secrétaire Général; Subdirector de Compras; Socio Director; Propietaria; Director de Sistemas;
     Sócio Administrador; Direttore acquisti; Socio; Directeur-eigenaar; DGA; Właściciel; Dyrektor finansowy;
     Ředitel; مدير تنفيذي; 副总经理; 财务总监; 社長; Head; Studentenwerk Geschäftsführer;
     Executive Director, Student Life; VP, Assistant General Counsel; Vice-President Finance; Vicepresidente;
     Presidente; Director Gerente; Co-Founder and former CEO; Director of Retired Programs`,
  ],
  [
    'leads',
    `Assistant Director; Assistant Vice President; Assistant Manager; Intern Program Manager;
     Student Recruitment Manager; Student Success Manager; Internship Program Manager; Partner Manager;
     Partner Success Manager; Product Owner; Product Manager; Senior Product Manager; Account Manager;
     Key Account Manager; Team Lead; Team Lead Customer Success; Tech Lead; Lead Engineer; Lead Buyer;
     Engineering Lead; Chief of Staff; Chief Engineer; Head Chef; Head Nurse; Supply Chain Manager;
     Operations Manager; Warehouse Supervisor; Shift Supervisor; Project Manager; Plant Manager; IT Manager;
     Leiter Einkauf; Leiterin Einkauf; Leiter/in Einkauf; Leiter*in Personal; Leitung Finanzen; Einkaufsleiter;
     Einkaufsleitung; Vertriebsleiterin; Produktionsleiter; Werksleiter; Bereichsleiter;
     Abteilungsleiter Logistik; IT-Leiter; Teamleiter Innendienst; Projektleiter;
     Stellvertretender Leiter Produktion; Leiter der Assistenz; Leiter Ausbildung; Responsable achats;
     Responsable de l'approvisionnement; Chef de projet; Chef d'équipe; Gerente; Gerente de Logística;
     Jefe de planta; Jefa de Compras; Jefe/a de almacén; Responsable de Recursos Humanos;
     Coordenador de Logística; Gerente de Compras; Responsabile acquisti; Responsabile dell'ufficio acquisti;
     Capo reparto; Hoofd inkoop; Bedrijfsleider; Teamleider Magazijn; Försäljningschef; Inköpschef; Salgssjef;
     Myyntipäällikkö; Kierownik Logistyki; Satın Alma Müdürü; مدير العمليات; 采购经理; 営業部長; 영업팀장;
     Digital Marketing Manager; Sales and Operations Manager; E-Commerce Manager; Store Manager;
     Office Manager; Community Manager; Financial Controller; Apprenticeship Manager;
     Apprentice Programme Lead; Early Careers & Intern Recruitment Lead; Student & Faculty Services Manager;
     Job Seeker Support Manager; Candidate Experience Manager; Customer Success Manager;
     Channel Partner Manager; Technology Partner Lead; CEO Office Manager; Company Secretary;
     Manager, Deloitte; Owner Relations Manager; Chief Accountant; Chief Architect; Sr. Mgr. Supply Chain;
     Logistics Supervisor; Team Leader; Group Leader R&D; Technischer Leiter; Kaufmännische Leitung;
     Leiter Business Development; Fachbereichsleiter; Gruppenleiterin; Teamlead Vertrieb;
     Key Account Managerin; Werkleiter; Meister Fertigung; Leiter IT; IT Leiter; Ausbildungsleiter;
     Leiter Werkstudentenprogramm; Responsable logistique; Responsable Informatique; Chef de produit;
     Cheffe de projet digital; Responsable des stagiaires; Gerente de Operaciones; Encargado de almacén;
     Coordinadora de Logística; Responsable de TI; Supervisor de produção; Responsabile commerciale;
     Responsabile Risorse Umane; Operations manager; Hoofd Financiën; IT-chef; Produktionschef; Ekonomichef;
     Teamleder; Afdelingsleder; Vedoucí nákupu; مدير المشتريات; 销售经理; 課長; 購買部長; Head Coach; Lead; Chief;
     Manager; Sales Lead - Intern Programs; Manager of Interns; Intern Manager;
     Internal Communications Manager; International Sales Manager; Supply Chain Manager and CEO Assistant;
     Assistant Store Manager; Assistant General Manager; Team Manager Student Support; Engineer, Team Lead;
     Production Manager @ BMW`,
  ],
  [
    'works',
    `Coordinator; Project Coordinator; Business Partner HR; HR Business Partner; Scrum Master;
     Lead Generation Specialist; Leadership coach; Executive Assistant; Executive Assistant to the CEO;
     Assistant to the CEO; Assistant to the CEO and CFO; CEO Assistant;
     Personal Assistant to Managing Director; Office of the CFO analyst; Analyst, Office of the CFO; Analyst;
     Business Analyst; Software Engineer; Senior Software Engineer II; Data Scientist; Buyer;
     Account Executive; Sales Representative; Consultant; Student Advisor; Student Services Coordinator;
     Student Affairs Officer; Intern Coordinator; Internship Coordinator; Partner Engineer;
     Accounts Payable Clerk; GL Accountant; Compliance Officer; Sr Director Analyst; Sachbearbeiter Einkauf;
     Sachbearbeiterin; Assistent der Geschäftsführung; Assistentin der Geschäftsleitung;
     Assistenz Geschäftsführung; Vorstandsassistentin; Referent des Vorstands; Mitarbeiter Vertrieb intern;
     Einkäufer; Entwicklungsingenieur; Softwareentwickler; Projektassistent; Flugbegleiter; Chargé de mission;
     Assistante de direction; Assistant du directeur commercial; Adjoint au directeur; Acheteur;
     Contrôleur de gestion; Ingénieur commercial; Asistente de Dirección; Analista de datos;
     Ingeniero de software; Comprador; Analista Financeiro; Impiegato; Addetto logistica; Medewerker Inkoop;
     Commercieel medewerker intern; Inkoper; Specjalista ds. zakupów; مهندس; 工程师; エンジニア; Board Advisor;
     Art Director; Solutions Architect; Principal Consultant; Managing Consultant; Controller;
     University Recruiter; Student and Alumni Affairs Coordinator; Student Finance Analyst;
     Student Loans Officer; Retirement Plan Specialist; Retired Members Officer;
     Business Development Representative; Sales Development Representative (SDR); Purchasing Agent;
     Purchasing Officer; Procurement Specialist; Secretary; Vice President's Assistant; Director's Assistant;
     PA to CEO; EA to CFO; EA; Software Engineer at Founders Inc; Consultant at Smith & Partner;
     Data Protection Officer; Strategischer Einkäufer; Technischer Einkäufer; IT-Administrator;
     Personalreferentin; Vertriebsmitarbeiter; Geschäftsführungsassistentin; Sekretariat der Geschäftsleitung;
     Wissenschaftlicher Mitarbeiter; Assistant chef de projet; Chargée de communication; Technico-commercial;
     Administrativo; Auxiliar administrativo; Ejecutivo de ventas; Asistente del Director General;
     Comprador Pleno; Assistente administrativo; Engenheiro de Produção; Impiegata amministrativa;
     Assistente di direzione; Buyer senior; Supply chain planner; Directiesecretaresse; Inköpare;
     Główny księgowy; محاسب; Principal Software Engineer; Teacher; Nurse Practitioner; Internal Auditor;
     Assistant Buyer; Assistant Professor; Assistant Controller; Assistant Managing Director`,
  ],
  [
    'excluded',
    `Intern; Intern to the CEO; Marketing Intern; Product Manager Intern; Product Manager (Intern);
     Software Engineer - Intern; Summer Intern at Google; Student; Student at TU Berlin; PhD Student;
     MBA Candidate; Student Assistant; Intern Software Engineer; Student Nurse; Trainee; Management Trainee;
     Trainee Manager; Apprentice Electrician; Graduate Trainee; Retired; Retired CEO; CEO (retired);
     Unemployed; Job Seeker; Looking for new opportunities; Applicant; Student | Intern at BMW; Werkstudent;
     Werkstudent Marketing; Praktikant; Praktikant Projektleitung; Marketing Manager (Werkstudentin); Azubi;
     Auszubildende zur Industriekauffrau; Masterstudent; Rentner; Arbeitssuchend; Stagiaire;
     Stagiaire chef de projet; Alternante marketing; Étudiant; Retraité; En recherche d'emploi; Becario;
     Estudiante; Jubilado; Estagiário; Estagiária de Marketing; Tirocinante; Studente; Stagiair; طالب; 学生; 학생;
     Student Ambassador; Working Student HR; Dualer Student Wirtschaftsinformatik; Studentische Hilfskraft;
     Azubi zum Fachinformatiker; Étudiante en master; Apprenti ingénieur; Consultant en recherche d'emploi;
     Estudiante de ingeniería; En búsqueda activa de empleo; Jovem Aprendiz; Student bedrijfskunde; Studerande;
     インターン; Formerly CEO at X, now retired; Retired from IBM`,
  ],
  [
    null,
    `Former CEO; Ex-CEO; Aspiring Product Manager; Intern Product Manager; Student Affairs; Office of the CEO;
     CEO Office; Ninja; Wizard of Light Bulb Moments; Mr.; Operations; Partner Marketing; Vertrieb Halbleiter;
     Self-employed; Freelancer; Dr.; Principal; Dir. of Ops; Systemadministrator; Fachinformatiker;
     Attachée de presse; Commercial; Libero professionista; Meewerkstage; مسؤول; Housewife; asdf; test; -; n/a;
     Other; Executive; Senior Executive; Volunteer; Contractor; Influencer; Head hunter; Chef; Sales;
     Purchasing; Einkauf; IT; Internist`,
  ],
];

describe('roleOf', () => {
  test.each(
    TITLES.flatMap(([seniority, titles]) =>
      titles.split(';').map((title) => [title.trim(), seniority]),
    ),
  )('reads %j as %s', (title, seniority) => {
    expect(roleOf(title ?? '')?.seniority ?? null).toBe(seniority);
  });

  test.each([
    ['COO', 'operations'],
    ['VP Ops', 'operations'],
    ['مدير العمليات', 'operations'],
    ['Directeur des opérations', 'operations'],
    ['Bedrijfsleider', 'operations'],
    ['CFO', 'finance'],
    ['DAF', 'finance'],
    ['Leitung Finanzen', 'finance'],
    ['Finanzvorstand', 'finance'],
    ['Diretora Financeira', 'finance'],
    ['Kaufmännischer Direktor', 'finance'],
    ['CIO', 'it'],
    ['IT Manager', 'it'],
    ['IT-Leiter', 'it'],
    ['DSI', 'it'],
    ['Director of IT Operations', 'it'],
    ['Sales Director', 'sales'],
    ['Sales Operations Manager', 'sales'],
    ['Vertriebsleiterin', 'sales'],
    ['Försäljningschef', 'sales'],
    ['営業部長', 'sales'],
    ['영업팀장', 'sales'],
    ['CMO', 'marketing'],
    ['Product Marketing Manager', 'marketing'],
    ['Marketing Intern', 'marketing'],
    ['Business Partner HR', 'hr'],
    ['Leiter*in Personal', 'hr'],
    ['HR Development Manager', 'hr'],
    ['Directrice des Ressources Humaines', 'hr'],
    ['Leiterin Einkauf', 'purchasing'],
    ['Einkaufsleiter', 'purchasing'],
    ['Director/a de Compras', 'purchasing'],
    ['Responsabile acquisti', 'purchasing'],
    ['Hoofd inkoop', 'purchasing'],
    ['采购经理', 'purchasing'],
    ['Supply Chain Manager', 'logistics'],
    ['Gerente de Logística', 'logistics'],
    ['Teamleider Magazijn', 'logistics'],
    ['Plant Manager', 'production'],
    ['Werksleiter', 'production'],
    ['Jefe de planta', 'production'],
    ['Product Owner', 'product'],
    ['General Counsel', 'legal'],
    ['Compliance Officer', 'legal'],
    ['CTO', 'engineering'],
    ['Lead Engineer', 'engineering'],
    ['CEO', 'general'],
    ['Geschäftsführer', 'general'],
    ['Owner', 'general'],
    ['President of Sales', 'sales'],
    ['Director', null],
    ['Vice President', null],
    ['Head of Planning', null],
    ['Director of Student Affairs', null],
    ['Executive Assistant to the CEO', null],
    ['Werkstudent', null],
  ])('places %j in %s', (title, department) => {
    expect(roleOf(title)?.department).toBe(department);
  });

  test.each(['', '   ', '???', 'x'.repeat(5000), 'of of of of'])('knows nothing of %j', (title) => {
    expect(roleOf(title)).toBeNull();
  });

  test('reads a title however it is typed', () => {
    for (const title of [
      'LEITER EINKAUF',
      'leiter einkauf',
      ' Leiter  Einkauf ',
      'Leiter (Einkauf)',
      'Leiter, Einkauf',
    ]) {
      expect(roleOf(title)).toEqual({ seniority: 'leads', department: 'purchasing' });
    }
  });
});
