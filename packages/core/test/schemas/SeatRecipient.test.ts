import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'

/** A folder that git ignores, and from which `@seats/core` can be imported. */
const folder = fileURLToPath(new URL('../../dist/test-types', import.meta.url))
const compiler = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')))
const options =
  '--ignoreConfig --noEmit --strict --target es2024 --module nodenext --skipLibCheck --pretty false --types node ' +
  '--allowImportingTsExtensions --customConditions @seats/source'

/** Compiles expressions that use core's types. Returns, for each expression, the lines of its errors. */
async function compile(expressions: string[]): Promise<string[][]> {
  const firstLines = [
    "import type { SeatInvitee, SeatRecipient, SeatsClient } from '@seats/core'",
    'declare const client: SeatsClient',
    "const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }",
  ]
  await mkdir(folder, { recursive: true })
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const code = [...firstLines, ...expressions.map((expression) => `export const _ = () => (${expression})`)]
  const numberedLines = code.map((line, index) => line.replace('const _', `const result${index}`))
  await writeFile(`${folder}/code.ts`, numberedLines.join('\n'))
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, [compiler, ...options.split(' '), 'code.ts'], { cwd: folder }, (_error, stdout) =>
      resolve(stdout),
    )
  })
  // The first line of an error begins with its place in the code. Its other lines are indented.
  const errors = output.split(/\n(?=\S)/).map((error) => error.trimEnd().split('\n'))
  return expressions.map((_, index) =>
    errors.filter(([first]) => first?.startsWith(`code.ts(${firstLines.length + index + 1},`)).flat(),
  )
}

const invalidExpressions = [
  ['{ email: "a@b.c", member_id: "m" } satisfies SeatRecipient', 'SeatRecipient', 'member_id'],
  ['{ email: "a@b.c", customer_id: "c", metadata: {} } satisfies SeatInvitee', 'SeatInvitee', 'customer_id'],
  ['client.assignSeat({ ...source, email: "a@b.c", member_id: "m" })', 'SeatAssign', 'member_id'],
  ['client.assignSeat({ ...source, customer_id: "c", member_id: "m" })', 'SeatAssign', 'member_id'],
  ['client.listSeats({ ...source, order_id: "o" })', 'SeatSource', 'order_id'],
] as const

const validExpressions = [
  '{ email: "a@b.c" } satisfies SeatRecipient',
  '{ email: "a@b.c", external_member_id: "usr_1", metadata: {} } satisfies SeatInvitee',
  'client.assignSeat({ ...source, member_id: "m" })',
]

test(
  'the compiler’s error for a second identifier or source is short, and names the type and the field',
  { timeout: 60_000 },
  async () => {
    const errors = await compile([...validExpressions, ...invalidExpressions.map(([expression]) => expression)])
    expect(errors.slice(0, validExpressions.length)).toEqual([[], [], []])
    for (const [index, [expression, type, field]] of invalidExpressions.entries()) {
      const [firstLine, ...reasons] = errors[validExpressions.length + index] ?? []
      // The error has the name of the type, and not the union of all ways to name a person.
      expect(firstLine, expression).toMatch(new RegExp(`: error TS\\d+: .* '${type}'\\.$`))
      expect(firstLine?.length, expression).toBeLessThan(250)
      expect(reasons.map((reason) => reason.trim())).toEqual([
        `Types of property '${field}' are incompatible.`,
        `Type 'string' is not assignable to type 'undefined'.`,
      ])
    }
  },
)
