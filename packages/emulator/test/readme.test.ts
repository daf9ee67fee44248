import { execFile } from 'node:child_process'
import { chmodSync, copyFileSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parseSeed } from '../src/seed/schema/parseSeed.ts'
import { faultSchema } from '../src/faults/faultSchema.ts'
import { parse } from '../src/internal/parse.ts'
import { apiCalls } from './support/api.ts'
import { startTestEmulator, temporaryDirectory } from './support/storages.ts'

const readFile = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8')
const paths = [
  'README.md',
  ...['guides/test-on-the-emulator', 'guides/seed-the-emulator', 'reference/emulator-control'].map(
    (page) => `../../apps/docs/${page}.md`,
  ),
]
const text = paths.map((path) => readFile(`../${path}`)).join('\n')
const readCodeBlocks = (language: string) =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code = '']) => code)

test('the five commands in the README lead to a claimed seat', async () => {
  const { url } = await startTestEmulator('in memory', { port: 0 })
  const lines = readCodeBlocks('sh')[1]?.trim().split('\n') ?? []
  expect(lines).toHaveLength(5)
  const directory = temporaryDirectory()
  copyFileSync(new URL('support/curl.mjs', import.meta.url), join(directory, 'curl'))
  chmodSync(join(directory, 'curl'), 0o755)
  const script = lines.join('; echo; ').replaceAll('http://127.0.0.1:4010', url)
  const { stdout } = await promisify(execFile)('sh', ['-c', script], {
    env: { ...process.env, PATH: [process.env['PATH'], directory].join(delimiter) },
  })
  const answers = stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
  expect(answers).toMatchObject([
    { status: 'pending', email: 'bob@example.com' },
    { can_claim: true, organization_slug: 'acme' },
    { seat: { status: 'claimed' }, customer_session_token: expect.stringMatching(/^polar_mst_/) },
  ])
})

test('the tests in the README and in the pages about the emulator are copies of tests that run', () => {
  expect(readCodeBlocks('ts')).toEqual([
    readFile('example.test.ts'),
    readFile('example.test.ts'),
    readFile('../../integration/test/sdk/readmeExample.test.ts'),
    readFile('webhookExample.test.ts'),
  ])
})

test('the seed and the fault in the pages are valid', () => {
  const [seed = '', ...otherBlocks] = readCodeBlocks('json')
  const faults = otherBlocks.filter((block) => block.includes('"fault"'))
  expect(faults).toHaveLength(1)
  expect(() => parseSeed(JSON.parse(seed))).not.toThrow()
  for (const fault of faults) expect(parse(faultSchema, JSON.parse(fault), '')).toHaveProperty('data')
})

const controlPaths = [
  ['requests', 'requests'],
  ['deliveries', 'deliveries'],
  ['endpoints', 'endpoints'],
  ['emails', 'outbox'],
] as const

test('the examples of the control API have the same fields as real answers', async () => {
  const emulator = await startTestEmulator('in memory', {
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          subscriptions: [{ ref: 'sub' }],
          webhooks: [{ handler: () => new Response() }],
        },
      ],
    },
  })
  await apiCalls(emulator).assign({ email: 'bob@example.com' })
  await emulator.delivered()
  const examples = readCodeBlocks('json')
    .map((block) => JSON.parse(block) as Record<string, object[]>)
    .flatMap((example) => controlPaths.filter(([name]) => name in example).map(([, path]) => ({ path, example })))
  expect(examples).toHaveLength(4)
  for (const { path, example } of examples) {
    const response = await emulator.fetch(`${emulator.url}/_emulator/${path}`)
    const answer = (await response.json()) as Record<string, object[]>
    const fields = (list: Record<string, object[]>) =>
      Object.entries(list).map(([name, [first = {}]]) => [name, Object.keys(first)])
    expect(fields(example)).toEqual(fields(answer))
  }
})
