import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { example, examples, examplesIn } from './readme.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Where the examples find what they import, and git does not look. */
const directory = here('../../dist/examples')

const auth = `export async function findUser(request: Request) {
  return request.headers.has('cookie') ? { id: '', managesTeam: true, subscriptionId: '' } : undefined
}
`

test('every example of the README and of the source compiles', () => {
  const source = globSync('**/*.ts', { cwd: here('../../../server/src') })
    .map((file) => readFileSync(join(here('../../../server/src'), file), 'utf8'))
    .flatMap(examplesIn)
  expect([examples.length, source.length]).toEqual([11, 4])
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  writeFileSync(join(directory, 'auth.ts'), auth)
  writeFileSync(join(directory, 'seats.ts'), example('seats.ts'))
  for (const [index, code] of [...examples, ...source].entries()) {
    writeFileSync(join(directory, `example-${index + 1}.ts`), `${code}export {}\n`)
  }
  writeFileSync(
    join(directory, 'tsconfig.json'),
    JSON.stringify({ extends: here('../../tsconfig.json'), include: ['*.ts'], exclude: [] }),
  )
  const tsc = here('../../node_modules/typescript/bin/tsc')
  expect(spawnSync(process.execPath, [tsc, '-p', directory], { encoding: 'utf8' }).stdout).toBe('')
}, 60_000)

test.for(['hono.ts', 'express.ts', 'node.ts'])('%s is short', (file) => {
  const lines = example(file)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('//'))
  expect(lines.length).toBeLessThan(10)
})
