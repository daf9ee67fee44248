import { fileURLToPath } from 'node:url'
import { compileExamples } from '@seats/conformance/examples'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../core', import.meta.url))

test('every example of the root README, of core’s README and of core’s source compiles', { timeout: 120_000 }, () => {
  const { counts, compilerOutput } = compileExamples(root)
  expect(compilerOutput).toBe('')
  expect(counts.rootReadme).toBe(1)
  expect(counts.readme).toBe(1)
  expect(counts.source).toBeGreaterThanOrEqual(25)
})
