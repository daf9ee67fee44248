/** Workspace packages run from source: no build before a test. */
export const sourceCondition = '@seats/source'

/** For tests that run in Node. */
export const nodeProject = {
  resolve: { conditions: [sourceCondition] },
  ssr: { resolve: { conditions: [sourceCondition, 'node', 'import', 'module', 'default'], externalConditions: [sourceCondition, 'node', 'import', 'module', 'default'] } },
} as const
