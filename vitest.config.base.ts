/** Workspace packages run from source: no build before a test. */
export const sourceCondition = '@seats/source'

const conditions = [sourceCondition, 'node', 'import', 'module', 'default']

/** For tests that run in Node. */
export const nodeProject = {
  resolve: { conditions: [sourceCondition] },
  ssr: { resolve: { conditions, externalConditions: conditions } },
}
