/** Tests import the packages of the workspace from source, so that no build is needed before a test. */
export const sourceCondition = '@seats/source'

const conditions = [sourceCondition, 'node', 'import', 'module', 'default']

/** For tests that run in Node. */
export const nodeProject = {
  resolve: { conditions: [sourceCondition] },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  // Test files of one worker share their modules, because loading them for each file takes longer than running most
  // files. The time limits are long, because the machine may be busy. A test that waits for something that never
  // happens still fails.
  test: { isolate: false, testTimeout: 60_000, expect: { poll: { timeout: 10_000 } } },
}
