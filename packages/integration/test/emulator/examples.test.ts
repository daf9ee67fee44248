import { fileURLToPath } from 'node:url'
import { compileExamples } from '@seats/conformance/examples'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../emulator', import.meta.url))

const startApp = `import type { Emulator } from '@seats/emulator'

export declare function startApp(emulator: Emulator): Promise<{ url: string; close: () => void }>
`

test('every example of the README and of the source compiles', { timeout: 120_000 }, () => {
  const { counts, compilerOutput } = compileExamples(root, {
    tsconfig: `${root}/tsconfig.json`,
    files: { 'startApp.ts': startApp },
  })
  expect(compilerOutput).toBe('')
  expect(counts).toEqual({ readme: 1, rootReadme: 0, source: 2 })
})
