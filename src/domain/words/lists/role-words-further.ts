import type { RoleWords } from './role-kind.ts';

/** Titles in Polish, Czech, Slovak, Hungarian, Romanian, Turkish and Russian: the usual ones only. */
export const EASTERN_ROLES: RoleWords = {
  chief: `prezes, prezes zarządu, członek zarządu, wiceprezes, właściciel, właścicielka, współwłaściciel, założyciel, dyrektor generalny,
    dyrektor zarządzający, jednatel, jednatelka, majitel, majitelka, generální ředitel, zakladatel, konateľ, konateľka, majiteľ,
    generálny riaditeľ, ügyvezető, ügyvezető igazgató, vezérigazgató, tulajdonos, alapító, administrator unic, director general,
    asociat, fondator, proprietar, genel müdür, kurucu, kurucu ortak, şirket sahibi, yönetim kurulu başkanı, yönetim kurulu üyesi,
    генеральный директор, владелец, основатель, президент, учредитель`,
  decides: `dyrektor, dyrektorka, ředitel, ředitelka, riaditeľ, riaditeľka, igazgató, direktör, директор, коммерческий директор, prokurent`,
  leads: `kierownik, kierowniczka, menedżer, menadżer, lider zespołu, vedoucí, vedúci, vedúca, manažer, manažerka, manažér, vezető,
    csoportvezető, osztályvezető, șef, müdür, müdürü, yönetici, yöneticisi, takım lideri, руководитель, менеджер, начальник`,
  works: `specjalista, specjalistka, inżynier, programista, programistka, analityk, księgowa, księgowy, handlowiec, doradca, konsultant,
    technik, inženýr, specialista, specialistka, nákupčí, účetní, obchodník, mérnök, fejlesztő, szakértő, elemző, könyvelő,
    inginer, contabil, programator, auditor intern, mühendis, mühendisi, uzman, uzmanı, danışman, muhasebeci, инженер, специалист, аналитик,
    разработчик, бухгалтер, программист, консультант`,
  aide: `asystent, asystentka, sekretarka, asistentka, asistent, referentka, asszisztens, asistent manager, asistan, ассистент, помощник, секретарь`,
  learner: `stażysta, stażystka, praktykant, praktykantka, student, studentka, brigádník, praktikant, stážista, gyakornok, hallgató,
    stajyer, öğrenci, студент, студентка, стажер, стажёр`,
  away: `emeryt, emerytka, bezrobotny, bezrobotna, důchodce, nezaměstnaný, nyugdíjas, álláskereső, pensionar, emekli, işsiz, пенсионер`,
};

/** Titles in Arabic, Chinese, Japanese and Korean: the usual ones only. */
export const ASIAN_ROLES: RoleWords = {
  chief: `الرئيس التنفيذي, رئيس تنفيذي, المدير العام, مدير عام, المدير التنفيذي, مدير تنفيذي, مؤسس, المؤسس, شريك مؤسس, مالك, المالك, صاحب شركة, رئيس مجلس الإدارة,
    总经理, 首席执行官, 董事长, 总裁, 创始人, 联合创始人, 董事, 首席财务官, 首席技术官, 首席运营官, 老板, 總經理, 執行長, 董事長, 創辦人,
    代表取締役, 代表取締役社長, 取締役, 社長, 会長, 最高経営責任者, 執行役員, 대표이사, 대표, 사장, 회장, 창업자`,
  decides: `نائب الرئيس, مدير إدارة, 副总裁, 副总经理, 总监, 總監, 副總, 合伙人, 本部長, 事業部長, 이사, 상무, 전무, 본부장, 부사장`,
  leads: `مدير, المدير, مديرة, مشرف, رئيس قسم, قائد فريق, 经理, 主管, 部门经理, 經理, 组长, 部長, 次長, 課長, 係長, 室長, 所長, 店長, マネージャー, マネジャー, リーダー,
    팀장, 부장, 차장, 과장, 매니저, 파트장, 실장`,
  works: `مهندس, مهندسة, محاسب, محاسبة, محلل, مبرمج, مطور, أخصائي, مندوب مبيعات, مستشار, 工程师, 工程師, 会计, 專員, 专员, 采购员, 销售, 分析师, 顾问, 程序员, 开发, 设计师, 医生, 律师,
    エンジニア, 担当, 主任, コンサルタント, 会社員, 営業, 開発者, デザイナー, 社員, 대리, 사원, 엔지니어, 개발자, 컨설턴트, 주임, 연구원, 디자이너`,
  aide: `مساعد, مساعدة, سكرتير, سكرتيرة, 助理, 秘书, 秘書, 비서`,
  learner: `طالب, طالبة, متدرب, متدربة, 学生, 學生, 实习生, 實習生, インターン, 大学生, 研修生, 학생, 인턴, 대학생`,
  away: `متقاعد, عاطل عن العمل, باحث عن عمل, 退休, 待业, 退職, 無職, 求職中, 구직중, 은퇴`,
};
