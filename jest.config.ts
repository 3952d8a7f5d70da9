import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/app-extensions', '<rootDir>/scripts', '<rootDir>/serverless'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2023',
          // Node wants `with { type: 'json' }` to be there still.
          experimental: { keepImportAttributes: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  // In processes of its own, so that what one file leaves in a process does not reach all others.
  maxWorkers: 2,
  // Browser and PGlite start-up are slow on two cores; no test waits for wall time on purpose.
  testTimeout: 60_000,
};

export default config;
