const TESTS = '\\.test\\.tsx?$';
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import only ${allowed}`,
  from: { path: from, pathNot: TESTS },
  to: { pathNot: allowed },
});

const never = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TESTS },
  to: { path: to },
});

/** The direction of design §3: domain <- contract <- application <- adapters <- entry. */
export default {
  forbidden: [
    only(
      'domain-is-pure',
      '^src/domain/',
      '^(src/domain/|node_modules/(zod|date-fns|@date-fns/tz)/)',
    ),
    only('contract-is-portable', '^src/contract/', '^(src/(contract|domain)/|node_modules/zod/)'),
    only(
      'application-sees-ports-not-adapters',
      '^src/application/',
      '^src/(application|domain|contract)/',
    ),
    only(
      'card-sees-contract-only',
      '^app-extensions/',
      '^(app-extensions/|src/contract/|node_modules/(react|@types/react|@hubspot/ui-extensions)/)',
    ),
    only('serverless-sees-entry-only', '^serverless/', '^(serverless/|src/(entry|contract)/)'),
    {
      name: 'adapters-do-not-reach-up',
      severity: 'error',
      from: { path: '^src/adapters/' },
      to: { path: '^(src/(entry|portal)/|app-extensions/|serverless/)' },
    },
    {
      name: 'adapters-do-not-see-each-other',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/', pathNot: TESTS },
      to: { path: '^src/adapters/([^/]+)/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'only-the-local-commands-start-the-portal',
      severity: 'error',
      from: { path: '^src/', pathNot: `(${TESTS}|^src/(portal|testing)/|^src/entry/cli/)` },
      to: { path: '^src/portal/' },
    },
    {
      name: 'portal-stands-apart-from-the-app',
      comment: 'The portal stands in for HubSpot: what it judges must not be what it is made of.',
      severity: 'error',
      from: { path: '^src/portal/', pathNot: TESTS },
      to: {
        path: '^src/',
        pathNot:
          '^src/(portal|testing|contract)/|^src/domain/(instant|result|property-names)\\.ts$',
      },
    },
    {
      name: 'portal-has-one-door',
      comment: 'Tests come in by the door too; those of the portal itself are inside.',
      severity: 'error',
      from: { path: '^src/(?!portal/)' },
      to: { path: '^src/portal/(?!index\\.ts$)' },
    },
    // Part of portal-stands-apart, said by its own name: the signer must not come from the verifier that it judges.
    never('portal-shares-no-adapter', '^src/portal/', '^src/adapters/'),
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: `(${TESTS}|^src/(testing|portal)/|^bench/)` },
      to: { path: '^src/testing/' },
    },
    never('source-runs-no-scripts', '^src/', '^scripts/'),
    never('policy-knows-no-qualification', '^src/domain/policy/', '^src/domain/qualification/'),
    never('policy-knows-no-handoff', '^src/domain/policy/', '^src/domain/handoff/'),
    never('sla-knows-time-only', '^src/domain/sla/', '^src/domain/(qualification|handoff|policy)/'),
    never('qualification-knows-no-handoff', '^src/domain/qualification/', '^src/domain/handoff/'),
    never('card-knows-no-work', '^src/application/card/', '^src/application/work/'),
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-dev-deps-in-product',
      severity: 'error',
      from: {
        path: '^(src|serverless|app-extensions)/',
        pathNot: `(${TESTS}|^src/(testing|portal)/)`,
      },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
