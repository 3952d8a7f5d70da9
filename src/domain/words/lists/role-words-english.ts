import type { RoleWords } from './role-kind.ts';

/** Titles in English, which also stand in titles of every other language. */
export const ENGLISH_ROLES: RoleWords = {
  chief: `ceo, cfo, coo, cto, cio, cmo, cro, chro, ciso, cdo, cso, cco, clo, cpo, cxo, cino, c level, chief executive, chief exec,
    founder, co founder, cofounder, owner, co owner, business owner, owner operator, proprietor, entrepreneur, president, chairman,
    chairwoman, chairperson, chair of the board, managing director, executive chairman, company director, general manager, gm,
    board member, member of the board, board of directors, member of the executive board, secretary general, general secretary,
    country manager, mayor, rector, dean, provost, school principal, headmaster, headmistress, governor, minister`,
  decides: `director, executive director, deputy director, vice president, vice chairman, vp, svp, evp, avp, gvp, rvp, partner,
    managing partner, head of, deputy head, department head, division head, group head, country head, regional head, global head,
    principal partner, general partner, non executive director, general counsel`,
  leads: `manager, assistant general manager, assistant principal, mgr, supervisor, team leader, team lead, teamlead, leader, superintendent, foreman, forewoman, forelady,
    chief of staff, product owner, process owner, treasurer, editor in chief, company secretary, financial controller,
    controller in chief, charge nurse, store keeper in charge, head chef, executive chef, tribe lead, tech lead, squad lead, comptroller, commander, captain`,
  first: `lead, head, chief`,
  works: `analyst, engineer, developer, programmer, architect, specialist, expert, consultant, advisor, adviser, coordinator,
    co ordinator, administrator, admin, officer, representative, rep, agent, associate, accountant, bookkeeper, auditor, buyer,
    planner, scheduler, technician, mechanic, electrician, operator, driver, designer, artist, art director, copywriter, writer,
    editor, journalist, photographer, scientist, researcher, research fellow, fellow, lecturer, professor, teacher, tutor, trainer,
    instructor, coach, scrum master, business partner, hr partner, people partner, talent partner, acquisition partner,
    account executive, sales executive, marketing executive, advertising executive, recruitment executive, hr executive,
    business development executive, customer service executive, support executive, operations executive, purchase executive,
    purchasing executive, procurement executive, logistics executive, finance executive, accounts executive, media executive,
    nurse, doctor, physician, surgeon, dentist, pharmacist, therapist, psychologist, paralegal, lawyer, attorney, solicitor,
    barrister, legal counsel, counsel, counselor, counsellor, recruiter, sourcer, generalist, controller, underwriter, broker,
    trader, actuary, economist, statistician, surveyor, estimator, inspector, tester, data owner, system owner, service owner,
    application owner, platform owner, salesperson, salesman, saleswoman, sdr, bdr, seller, telemarketer, marketer, strategist,
    evangelist, librarian, translator, interpreter, chemist, biologist, physicist, machinist, welder, carpenter, plumber, fitter,
    assembler, picker, packer, worker, labourer, laborer, warehouseman, forklift driver, cleaner, guard, cook, sous chef, pastry chef, private chef, personal chef, line chef, baker, waiter,
    waitress, bartender, barista, cashier, receptionist, webmaster, sysadmin, dba, devops, swe, sre, merchandiser, dispatcher,
    expediter, forwarder, postdoc, technologist, sales assistant, shop assistant, research assistant, teaching assistant,
    marketing assistant, account assistant, hr assistant, legal assistant, dental assistant, medical assistant, nursing assistant,
    warehouse assistant, finance assistant, accounts assistant, purchasing assistant, logistics assistant, production assistant,
    office assistant, data assistant, project assistant, graduate engineer, crew member, team member, staff member, employee,
    contributor, facilitator, moderator, mediator, curator, handler, loader, installer`,
  aide: `assistant, executive assistant, personal assistant, administrative assistant, management assistant, virtual assistant,
    executive secretary, secretary, clerk, pa, ea, typist, aide, right hand`,
  learner: `student, intern, internship, trainee, apprentice, graduate trainee, recent graduate, fresh graduate, undergraduate,
    graduate student, phd candidate, mba candidate, doctoral candidate, candidate, applicant, co op student, working student,
    student assistant, student worker, pupil, student body president, school leaver, fresher`,
  away: `retired, retiree, pensioner, unemployed, out of work, between jobs, job seeker, jobseeker, job seeking, seeking work,
    seeking employment, seeking opportunities, seeking new opportunities, seeking a job, looking for work, looking for a job,
    looking for opportunities, looking for new opportunities, open to work, actively looking, redundant, on sabbatical`,
  nothing: `lead generation, lead gen, lead management, lead qualification, lead nurturing, lead time, lead scoring, head office,
    head hunter, headcount, chief minister, partner success, partner marketing, partner sales, partner development,
    partner program, partner programs, partner programme, partner relations, partner enablement, partner channel, partner network,
    partner operations, partner support, partner management, partner account, partner alliances, partner ecosystem,
    partner solutions, partner onboarding, partner growth, partner experience, partner engagement, channel partner, sales partner,
    reseller partner, technology partner, delivery partner, implementation partner, training partner, solution partner,
    solutions partner, strategic partner, agency partner, home owner, pet owner, dog owner, owner relations, owner services,
    manager self service, student record, candidate experience, founder relations, chef`,
};

/** Titles about those who learn are told by the word behind: "student affairs". Here it is the subject, not the person. */
export const LEARNERS_AS_SUBJECT: ReadonlySet<string> = new Set(
  `affairs program programs programme programmes program's scheme schemes recruitment recruiting relations services service success
   support life experience engagement housing accommodation admissions loans loan finance financial funding accounts records
   outreach union learning wellbeing welfare wellness health conduct retention enrollment enrolment placement placements
   development employment insurance athlete athletics activities advising advisory counseling counselling care transportation
   travel communications community communities programm programmes programmleitung hiring onboarding member members`.split(
    /\s+/,
  ),
);

/** Who looks after those who learn: a "student advisor" is none, a "student nurse" is one. */
export const CARETAKERS: ReadonlySet<string> = new Set(
  'sourcer advisor adviser counselor counsellor coordinator recruiter officer specialist administrator trainer mentor coach'.split(
    ' ',
  ),
);

/** What somebody was or will be says nothing of what they are. */
export const NOT_NOW: ReadonlySet<string> = new Set(
  `former formerly ex past previously previous aspiring future incoming ehemalig ehemaliger ehemalige ehem angehender angehende
   ancien ancienne futur future antiguo antigua antigo antiga voormalig tidigare tidligere byly`.split(
    /\s+/,
  ),
);
