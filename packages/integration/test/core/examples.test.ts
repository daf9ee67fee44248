import { fileURLToPath } from 'node:url'
import { compileExamples } from '@seats/conformance/examples'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../core', import.meta.url))

test('every example of the READMEs and of the source compiles', { timeout: 60_000 }, () => {
  const { readme, rootReadme, source, compilerOutput } = compileExamples(root)
  expect(compilerOutput).toBe('')
  expect(rootReadme).toBe(1)
  expect(readme).toBe(1)
  expect(source).toBeGreaterThanOrEqual(25)
})
