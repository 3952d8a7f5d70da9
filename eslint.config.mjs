import js from '@eslint/js';
import { config as uiExtensions } from '@hubspot/eslint-config-ui-extensions';
import prettier from 'eslint-config-prettier';
import jest from 'eslint-plugin-jest';
import jsdoc from 'eslint-plugin-jsdoc';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const namedExportsOnly = {
  selector: 'ExportDefaultDeclaration',
  message: 'Use a named export.',
};
const handoffNames = {
  selector: 'Literal[value=/^(contact\\.)?handoff_[a-z]/]',
  message: 'Take the name from src/domain/property-names.ts: each property of ours has one home.',
};
const noAmbientClock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Take `now: Instant` as a parameter.',
};
const noMachineDate = {
  selector: ":matches(NewExpression[arguments.length=0], CallExpression)[callee.name='Date']",
  message: 'A test must pass on any day: give its parts a clock, such as `clockFrom(at(…))`.',
};

export default defineConfig(
  globalIgnores(['dist', 'coverage', '.data']),
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': ['error', namedExportsOnly, handoffNames],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // An unset HubSpot property is `''`, and `||` is how that falls through to the next value.
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      // Express tells an error handler by its four parameters, used or not.
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    extends: [
      jsdoc.configs['flat/contents-typescript-error'],
      jsdoc.configs['flat/logical-typescript-error'],
    ],
    rules: {
      // Docstrings are read in the source: `<contactId>` needs no escaping there.
      'jsdoc/text-escaping': 'off',
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          contexts: [
            'ExportNamedDeclaration > FunctionDeclaration',
            'ExportNamedDeclaration > TSTypeAliasDeclaration',
            'ExportNamedDeclaration > TSInterfaceDeclaration',
          ],
        },
      ],
    },
  },
  {
    // The same result on any day. Comes before the rules of the domain, which are stricter.
    files: ['**/*.test.{ts,tsx}', 'src/testing/**/*.ts', 'app-extensions/testing/**/*.{ts,tsx}'],
    // For the tests that start a whole process: the file says which.
    ignores: ['src/testing/machine-clock.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: noMachineDate.message },
      ],
      'no-restricted-syntax': ['error', namedExportsOnly, noMachineDate],
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'process',
        'console',
        'setTimeout',
        'setInterval',
        'performance',
        'crypto',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take `now: Instant` as a parameter.' },
        { object: 'Math', property: 'random', message: 'Take a seeded source as a parameter.' },
      ],
      'no-restricted-syntax': ['error', namedExportsOnly, noAmbientClock, handoffNames],
    },
  },
  {
    // The home of the names; and leads as data, which say what HubSpot says.
    files: [
      'src/domain/property-names.ts',
      'src/domain/**/*.test.ts',
      'src/domain/qualification/golden/golden-leads.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', namedExportsOnly, noAmbientClock] },
  },
  {
    files: ['app-extensions/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    extends: [uiExtensions],
  },
  {
    files: ['app-extensions/**/*.tsx', 'src/portal/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
  },
  { files: ['**/*.test.{ts,tsx}'], extends: [jest.configs['flat/recommended']] },
  { files: ['*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.{mjs,cjs,js}'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        require: 'readonly',
        URL: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  prettier,
);
