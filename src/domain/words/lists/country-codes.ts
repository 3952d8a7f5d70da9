/** The part of the world in which sales teams count a country. */
export type SalesRegion = 'EMEA' | 'AMER' | 'APAC';

/** A country or territory of ISO 3166-1. */
export interface CountryCode {
  /** Two letters, such as `DE`. */
  readonly alpha2: string;
  /** Three letters, such as `DEU`. */
  readonly alpha3: string;
  /** Null where nobody lives whom a team could call. */
  readonly region: SalesRegion | null;
}

/**
 * Continents follow the geoscheme of the United Nations (M49); its Western Asia and Iran are the Middle East of EMEA.
 * Kosovo has codes for users of the standard only (`XK`, `XKX`), which CRMs and CLDR know.
 */
const CODES: readonly (readonly [SalesRegion | null, string])[] = [
  // Europe.
  [
    'EMEA',
    `AD:AND AL:ALB AT:AUT AX:ALA BA:BIH BE:BEL BG:BGR BY:BLR CH:CHE CZ:CZE DE:DEU DK:DNK EE:EST ES:ESP FI:FIN FO:FRO
     FR:FRA GB:GBR GG:GGY GI:GIB GR:GRC HR:HRV HU:HUN IE:IRL IM:IMN IS:ISL IT:ITA JE:JEY LI:LIE LT:LTU LU:LUX LV:LVA
     MC:MCO MD:MDA ME:MNE MK:MKD MT:MLT NL:NLD NO:NOR PL:POL PT:PRT RO:ROU RS:SRB RU:RUS SE:SWE SI:SVN SJ:SJM SK:SVK
     SM:SMR UA:UKR VA:VAT XK:XKX`,
  ],
  // The Middle East.
  [
    'EMEA',
    `AE:ARE AM:ARM AZ:AZE BH:BHR CY:CYP GE:GEO IL:ISR IQ:IRQ IR:IRN JO:JOR KW:KWT LB:LBN OM:OMN PS:PSE QA:QAT SA:SAU
     SY:SYR TR:TUR YE:YEM`,
  ],
  // Africa.
  [
    'EMEA',
    `AO:AGO BF:BFA BI:BDI BJ:BEN BW:BWA CD:COD CF:CAF CG:COG CI:CIV CM:CMR CV:CPV DJ:DJI DZ:DZA EG:EGY EH:ESH ER:ERI
     ET:ETH GA:GAB GH:GHA GM:GMB GN:GIN GQ:GNQ GW:GNB IO:IOT KE:KEN KM:COM LR:LBR LS:LSO LY:LBY MA:MAR MG:MDG ML:MLI
     MR:MRT MU:MUS MW:MWI MZ:MOZ NA:NAM NE:NER NG:NGA RE:REU RW:RWA SC:SYC SD:SDN SH:SHN SL:SLE SN:SEN SO:SOM SS:SSD
     ST:STP SZ:SWZ TD:TCD TF:ATF TG:TGO TN:TUN TZ:TZA UG:UGA YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE`,
  ],
  [
    'AMER',
    `AG:ATG AI:AIA AR:ARG AW:ABW BB:BRB BL:BLM BM:BMU BO:BOL BQ:BES BR:BRA BS:BHS BV:BVT BZ:BLZ CA:CAN CL:CHL CO:COL
     CR:CRI CU:CUB CW:CUW DM:DMA DO:DOM EC:ECU FK:FLK GD:GRD GF:GUF GL:GRL GP:GLP GS:SGS GT:GTM GY:GUY HN:HND HT:HTI
     JM:JAM KN:KNA KY:CYM LC:LCA MF:MAF MQ:MTQ MS:MSR MX:MEX NI:NIC PA:PAN PE:PER PM:SPM PR:PRI PY:PRY SR:SUR SV:SLV
     SX:SXM TC:TCA TT:TTO US:USA UY:URY VC:VCT VE:VEN VG:VGB VI:VIR`,
  ],
  [
    'APAC',
    `AF:AFG AS:ASM AU:AUS BD:BGD BN:BRN BT:BTN CC:CCK CK:COK CN:CHN CX:CXR FJ:FJI FM:FSM GU:GUM HK:HKG HM:HMD ID:IDN
     IN:IND JP:JPN KG:KGZ KH:KHM KI:KIR KP:PRK KR:KOR KZ:KAZ LA:LAO LK:LKA MH:MHL MM:MMR MN:MNG MO:MAC MP:MNP MV:MDV
     MY:MYS NC:NCL NF:NFK NP:NPL NR:NRU NU:NIU NZ:NZL PF:PYF PG:PNG PH:PHL PK:PAK PN:PCN PW:PLW SB:SLB SG:SGP TH:THA
     TJ:TJK TK:TKL TL:TLS TM:TKM TO:TON TV:TUV TW:TWN UM:UMI UZ:UZB VN:VNM VU:VUT WF:WLF WS:WSM`,
  ],
  [null, 'AQ:ATA'],
];

/** Every country and territory of ISO 3166-1, and Kosovo. */
export const COUNTRY_CODES: readonly CountryCode[] = CODES.flatMap(([region, codes]) =>
  codes.split(/\s+/).map((pair) => {
    const [alpha2 = '', alpha3 = ''] = pair.split(':');
    return { alpha2, alpha3, region };
  }),
);
