/** What a form submission says about the person's intent. */
export type ConversionKind =
  | 'demo'
  | 'contact_sales'
  | 'pricing'
  | 'trial'
  | 'calculator'
  | 'comparison'
  | 'webinar'
  | 'case_study'
  | 'guide'
  | 'newsletter';

/** One form on one page, with the name HubSpot gives a submission of it: `<Form name>: <Page title>`. */
export interface Conversion {
  readonly kind: ConversionKind;
  readonly name: string;
  /** Path of the page on the company's site. */
  readonly path: string;
}

/** The made-up company's own site. */
export const SITE = 'https://www.fernline.example';

/** Every conversion that seeded contacts have; policies may match on the part before the colon. */
export const CONVERSIONS: readonly Conversion[] = [
  { kind: 'demo', name: 'Demo request: Book a demo', path: '/demo' },
  { kind: 'demo', name: 'Demo request: Product tour', path: '/product/tour' },
  { kind: 'contact_sales', name: 'Contact sales: Talk to sales', path: '/contact-sales' },
  { kind: 'pricing', name: 'Pricing inquiry: Pricing', path: '/pricing' },
  { kind: 'trial', name: 'Free trial: Start your trial', path: '/trial' },
  { kind: 'calculator', name: 'ROI calculator: Calculate your savings', path: '/roi-calculator' },
  {
    kind: 'comparison',
    name: 'Comparison guide: Fernline compared',
    path: '/compare/guide',
  },
  {
    kind: 'webinar',
    name: 'Webinar registration: Forecasting without spreadsheets',
    path: '/webinars/forecasting',
  },
  {
    kind: 'webinar',
    name: 'Webinar registration: Inventory planning for mid-market teams',
    path: '/webinars/inventory-planning',
  },
  {
    kind: 'case_study',
    name: 'Case study download: How a regional bank cut planning time',
    path: '/customers/regional-bank',
  },
  {
    kind: 'case_study',
    name: 'Case study download: A logistics group plans in days',
    path: '/customers/logistics-group',
  },
  { kind: 'guide', name: 'Guide download: The planning handbook', path: '/guides/planning' },
  { kind: 'newsletter', name: 'Newsletter sign-up: Blog', path: '/blog' },
];

/** The conversions of a kind. */
export function conversionsOf(kind: ConversionKind): readonly Conversion[] {
  return CONVERSIONS.filter((conversion) => conversion.kind === kind);
}
