import { LIFECYCLE_STAGES } from '../records/lifecycle.ts';
import type { ObjectTypeName } from '../store/object-types.ts';
import { COMPANY_SPECS } from './company-property-specs.ts';
import { CONTACT_SPECS } from './contact-property-specs.ts';
import { ACTIVITY_SPECS } from './activity-property-specs.ts';
import type { PropertySpec } from './property-spec.ts';

/** Groups per object type, name and label; the first is the default. */
export const STANDARD_GROUPS: Readonly<
  Record<ObjectTypeName, readonly (readonly [name: string, label: string])[]>
> = {
  contacts: [
    ['contactinformation', 'Contact information'],
    ['analyticsinformation', 'Web analytics history'],
    ['conversioninformation', 'Conversion information'],
    ['emailinformation', 'Email information'],
    ['sales_properties', 'Sales properties'],
    ['contactlcs', 'Contact life cycle stage'],
  ],
  companies: [
    ['companyinformation', 'Company information'],
    ['company_activity', 'Company activity'],
    ['companylcs', 'Company life cycle stage'],
  ],
  deals: [['dealinformation', 'Deal information']],
  tasks: [['task', 'Task information']],
  notes: [['note', 'Note information']],
  calls: [['call', 'Call information']],
  emails: [['email', 'Email information']],
  meetings: [['meeting', 'Meeting information']],
  communications: [['communication', 'Communication information']],
  users: [['userinformation', 'User information']],
};

/** Labels of the standard lifecycle stages. */
export const LIFECYCLE_LABELS: Readonly<Record<(typeof LIFECYCLE_STAGES)[number], string>> = {
  subscriber: 'Subscriber',
  lead: 'Lead',
  marketingqualifiedlead: 'Marketing Qualified Lead',
  salesqualifiedlead: 'Sales Qualified Lead',
  opportunity: 'Opportunity',
  customer: 'Customer',
  evangelist: 'Evangelist',
  other: 'Other',
};

/** The standard properties of an object type. */
export function standardSpecs(type: ObjectTypeName): readonly PropertySpec[] {
  switch (type) {
    case 'contacts':
      return [...SYSTEM_SPECS, ...CONTACT_SPECS, ...stageSpecs('contactlcs')];
    case 'companies':
      return [...SYSTEM_SPECS, ...COMPANY_SPECS, ...stageSpecs('companylcs')];
    case 'deals':
    case 'tasks':
    case 'notes':
    case 'calls':
    case 'emails':
    case 'meetings':
    case 'communications':
    case 'users':
      return [...SYSTEM_SPECS, ...ACTIVITY_SPECS[type]];
  }
}

const SYSTEM_SPECS: readonly PropertySpec[] = [
  { name: 'hs_object_id', label: 'Record ID', type: 'number', readOnly: true },
  { name: 'createdate', label: 'Create Date', type: 'datetime' },
  { name: 'hs_createdate', label: 'Object create date/time', type: 'datetime' },
  {
    name: 'lastmodifieddate',
    label: 'Last Modified Date',
    type: 'datetime',
    readOnly: true,
  },
  {
    name: 'hs_lastmodifieddate',
    label: 'Object last modified date/time',
    type: 'datetime',
    readOnly: true,
  },
  { name: 'hs_object_source', label: 'Record source', readOnly: true, hidden: true },
  { name: 'hs_object_source_id', label: 'Record source ID', readOnly: true, hidden: true },
  { name: 'hs_object_source_label', label: 'Record source', readOnly: true },
  { name: 'hs_pipeline', label: 'Pipeline', hidden: true },
  { name: 'hs_merged_object_ids', label: 'Merged record IDs', readOnly: true },
  { name: 'hubspot_owner_id', label: 'Owner', type: 'enumeration', owner: true },
  {
    name: 'hubspot_owner_assigneddate',
    label: 'Owner assigned date',
    type: 'datetime',
    readOnly: true,
  },
];

function stageSpecs(group: string): readonly PropertySpec[] {
  return [
    {
      name: 'lifecyclestage',
      label: 'Lifecycle Stage',
      description: 'How far the relationship has come; set forward by marketing and sales.',
      type: 'enumeration',
      fieldType: 'radio',
      options: LIFECYCLE_LABELS,
    },
    {
      name: 'hs_v2_time_in_current_stage',
      label: 'Date entered current stage',
      type: 'datetime',
      group,
      readOnly: true,
    },
    ...LIFECYCLE_STAGES.flatMap((stage): PropertySpec[] => {
      const label = LIFECYCLE_LABELS[stage];
      const stamp = { group, readOnly: true };
      return [
        {
          ...stamp,
          name: `hs_v2_date_entered_${stage}`,
          label: `Date entered '${label}'`,
          type: 'datetime',
        },
        {
          ...stamp,
          name: `hs_v2_date_exited_${stage}`,
          label: `Date exited '${label}'`,
          type: 'datetime',
        },
        {
          ...stamp,
          name: `hs_v2_latest_time_in_${stage}`,
          label: `Latest time in '${label}'`,
          type: 'number',
        },
        {
          ...stamp,
          name: `hs_v2_cumulative_time_in_${stage}`,
          label: `Cumulative time in '${label}'`,
          type: 'number',
        },
        {
          ...stamp,
          name: `hs_lifecyclestage_${stage}_date`,
          label: `Became a ${label} date`,
          type: 'datetime',
        },
      ];
    }),
  ];
}
