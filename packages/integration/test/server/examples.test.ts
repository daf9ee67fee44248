import { join } from 'node:path'
import { compileExamples } from '@seats/conformance/examples'
import { expect, test } from 'vitest'
import { guideExample } from './guideExample.ts'

const packageFolder = join(import.meta.dirname, '../..')

const auth = `export async function findUser(request: Request) {
  return request.headers.has('cookie') ? { id: '', managesTeam: true, subscriptionId: '' } : undefined
}
`

test('every example of the README and of the source compiles', { timeout: 120_000 }, () => {
  const options = { from: packageFolder, tsconfig: join(packageFolder, 'tsconfig.json'), files: { 'auth.ts': auth } }
  const { counts, compilerOutput } = compileExamples(join(packageFolder, '../server'), options)
  expect(compilerOutput).toBe('')
  expect(counts).toEqual({ readme: 2, rootReadme: 0, source: 10 })
})

test.for(['hono.ts', 'express.ts', 'node.ts'])('the example %s is short', (file) => {
  const lines = guideExample(file)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('//'))
  expect(lines.length).toBeLessThan(10)
})
