import { importRules, upwardsOnly } from './scripts/import-rules.mjs';

/** Rules that need a reason have it beside them; who may import whom is one table in `scripts/import-rules.mjs`. */
export default {
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'promise', 'vitest'],
  options: {
    typeAware: true,
    denyWarnings: true,
    reportUnusedDisableDirectives: 'error',
  },
  categories: {
    correctness: 'error',
    suspicious: 'error',
    perf: 'error',
  },
  env: {
    builtin: true,
    node: true,
    browser: true,
  },
  ignorePatterns: ['dist', 'data', 'drizzle', 'test-results', 'playwright-report', 'coverage', '.bench-*'],
  rules: {
    ...upwardsOnly,
    'import/no-cycle': [
      'error',
      {
        ignoreTypes: false,
      },
    ],
    'import/no-unassigned-import': [
      'error',
      {
        allow: ['**/*.css', 'react'],
      },
    ],
    'max-lines': [
      'error',
      {
        max: 250,
      },
    ],
    'max-lines-per-function': [
      'error',
      {
        max: 50,
      },
    ],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'no-console': [
      'error',
      {
        allow: ['error'],
      },
    ],
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, properties: false } }],
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/no-unsafe-type-assertion': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    'react/rules-of-hooks': 'error',
    'react/exhaustive-deps': 'error',
    // Off: JSX needs no React in scope; order often wants one await after another; the rest argue with taste.
    'react/react-in-jsx-scope': 'off',
    'no-await-in-loop': 'off',
    'no-underscore-dangle': 'off',
    'typescript/consistent-return': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/no-unnecessary-type-parameters': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'oxc/no-map-spread': 'off',
    'import/no-named-as-default-member': 'off',
    'react/no-array-index-key': 'off',
    'unicorn/prefer-set-has': 'off',
    'unicorn/no-array-reverse': 'off',
    'vitest/require-to-throw-message': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/no-conditional-tests': 'off',
    'unicorn/no-array-sort': 'off',
    'promise/no-multiple-resolved': 'off',
    // PostgreSQL answers counts as strings, which the types do not tell.
    'typescript/no-unnecessary-type-conversion': 'off',
    // The two below take a callback that reads a ref later, and a trigger that an effect does not read, for mistakes.
    'react/exhaustive-effect-dependencies': 'off',
    'react/refs': 'off',
    'react/immutability': 'off',
    'react/incompatible-library': 'off',
    'react/purity': 'off',
    'react/set-state-in-effect': 'off',
    'react/no-object-type-as-default-prop': 'off',
    'react/no-unstable-nested-components': ['error', { allowAsProps: true }],
  },
  overrides: [
    ...importRules,
    // The page has no Node: what the types of its packages bring in is not there.
    {
      files: ['client/**'],
      rules: {
        'no-restricted-globals': [
          'error',
          'Buffer',
          'process',
          'global',
          'require',
          'setImmediate',
          '__dirname',
          '__filename',
        ],
      },
    },
    {
      files: ['{bench,scripts}/**', 'server/main.ts', 'server/seed.ts'],
      rules: {
        'no-console': 'off',
      },
    },
    // Plain JavaScript that runs before anything is installed: what it reads as JSON has no type.
    {
      files: ['**/*.mjs'],
      rules: {
        'typescript/no-unsafe-argument': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-call': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-unsafe-type-assertion': 'off',
      },
    },
    {
      files: ['scripts/quiet-console.ts'],
      rules: {
        'vitest/no-standalone-expect': 'off',
      },
    },
    // A test goes through one story from start to end, of any layers it needs, and may know more of a value than its type.
    {
      files: ['**/*.test.{ts,tsx}', 'server/features/*/fixture.ts', '{server,client}/testing/**', 'e2e/**'],
      rules: {
        ...upwardsOnly,
        'max-lines-per-function': 'off',
        'typescript/no-unsafe-assignment': 'off',
        'typescript/no-unsafe-member-access': 'off',
        'typescript/no-unsafe-return': 'off',
        'typescript/no-unsafe-type-assertion': 'off',
      },
    },
  ],
};
