import { posix } from 'node:path'
import { defineConfig, type OxlintOverride } from 'oxlint'

/** Returns a rule for files that must not import from some paths. */
const noImports = (files: string, group: string[], message: string): OxlintOverride => ({
  files: [files],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] },
})

/**
 * Returns a rule for each folder. A folder may import from itself and from the folders before it, types included. This
 * also holds for the folders inside it: `messages` may import from `messages/types`, but not from `messages/fr`.
 *
 * @param root The folder that contains `folders`.
 * @param folders From the lowest floor to the highest, as paths from `root`.
 */
function floors(root: string, folders: string[]): OxlintOverride[] {
  return folders.map((folder, index) => {
    const allowed = folders.slice(0, index)
    const higherInside = folders.slice(index + 1).filter((higher) => higher.startsWith(`${folder}/`))
    const group = [
      '../**',
      ...allowed.map((lower) => `!${posix.relative(folder, lower)}/*.ts`),
      ...higherInside.map((higher) => `./${posix.relative(folder, higher)}/**`),
    ]
    const message =
      index === 0
        ? `${folder} is the lowest floor. It may import only from itself.`
        : `${folder} may import only from lower floors: ${allowed.join(', ')}.`
    return noImports(`${root}/${folder}/*`, group, message)
  })
}

/**
 * Returns the rules for a package of hooks and components. The hooks are the lower floor. The components import them from
 * `exports/index.ts`, as an app does, so that an app can copy the folder `ui`.
 */
function adapterFloors(root: string): OxlintOverride[] {
  const hooksMessage = 'A hook may import only from the hooks and from internal.'
  const componentsMessage =
    'A component may import only from ui and from exports/index.ts, so that an app can copy the folder.'
  return [
    noImports(`${root}/*`, ['./ui/**', './exports/**'], hooksMessage),
    noImports(`${root}/internal/*`, ['../ui/**', '../exports/**'], hooksMessage),
    noImports(`${root}/ui/*`, ['../**', '!../exports/index.ts'], componentsMessage),
    noImports(`${root}/ui/internal/*`, ['../../**', '!../../exports/index.ts'], componentsMessage),
  ]
}

const coreFloors = [
  'internal/runtime',
  'schemas',
  'errors',
  'options',
  'internal/input',
  'internal/wire',
  'roster',
  'seatCount',
  'csv',
  'messages/types',
  'messages/format',
  'messages',
  'messages/de/informal',
  'messages/de',
  'messages/en',
  'messages/es',
  'messages/fr',
  'messages/ja',
  'operations',
  'client',
  'workflows/run',
  'workflows/seat',
  'workflows/bulk',
  'workflows/plan',
  'workflows/claim',
  'workflows/count',
  'workflows/members',
  'workflows/user',
  'query/cache',
  'query/roster',
  'query/live',
  'query/bulk',
  'query/claim',
  'query/options',
  'ui/people',
  'ui/stores',
  'ui/words',
  'ui/dialogs',
  'ui/bulk',
  'ui/claim',
  'ui/count',
  'ui/invite',
  'ui/members',
  'ui/roster',
  'ui/rows',
]

const serverFloors = [
  'internal',
  'contract',
  'http',
  'store',
  'occupants',
  'rosterIndex',
  'events',
  'lapses',
  'mirror',
  'recovery',
  'gate',
  'webhooks',
  'handler/access',
  'handler/routes',
  'handler/audit',
  'handler/polar',
  'handler/flow',
  'handler/operations',
  'testing',
]

const emulatorFloors = [
  'internal',
  'clock',
  'validation/python/text',
  'validation/python/json',
  'validation/python/email',
  'validation/python/pydantic',
  'validation/bodies',
  'billing',
  'webhooks/contract',
  'storage/database',
  'storage/people',
  'storage/seats',
  'storage/billing',
  'storage/benefits',
  'storage/webhooks',
  'http/path',
  'faults',
  'webhooks/delivery',
  'domain/context',
  'domain/views',
  'domain/people',
  'domain/sessions',
  'domain/seats',
  'benefits',
  'subscriptions/state',
  'subscriptions/bodies',
  'subscriptions/charges',
  'subscriptions/views',
  'subscriptions/messages',
  'subscriptions/entitlement',
  'subscriptions/status',
  'subscriptions/renewal',
  'subscriptions/changes',
  'subscriptions/calls',
  'members',
  'organizations',
  'lifecycle',
  'seed/schema',
  'seed/apply',
  'http/answers',
  'http/input',
  'http/layers',
  'http/routes',
  'http/api',
  'openapi',
  'emulation',
  'control',
  'start',
  'playwright',
  'cli',
]

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'react', 'vue', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  rules: {
    'typescript/no-explicit-any': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/consistent-type-imports': 'error',
    'import/no-cycle': 'error',
    'no-console': 'error',
    'react/react-in-jsx-scope': 'off',
    'no-shadow': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'no-underscore-dangle': ['error', { allow: ['_data'] }],
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'import/no-named-as-default-member': 'off',
    'import/no-unassigned-import': ['error', { allow: ['**/*.css'] }],
  },
  ignorePatterns: ['**/dist'],
  overrides: [
    { files: ['scripts/**', '**/cli.ts', 'apps/*/server/**', 'apps/bench/**'], rules: { 'no-console': 'off' } },
    // Forbids circles of type imports too. The rule allows them by default.
    {
      files: ['packages/*/src/**'],
      rules: { 'import/no-cycle': ['error', { ignoreTypes: false }] },
    },
    ...floors('packages/core/src', coreFloors),
    ...floors('packages/server/src', serverFloors),
    ...floors('packages/emulator/src', emulatorFloors),
    ...adapterFloors('packages/react/src'),
    ...adapterFloors('packages/vue/src'),
  ],
})
