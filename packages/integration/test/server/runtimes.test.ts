import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { EdgeVM } from '@edge-runtime/vm'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const pathTo = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const id = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'

/** A program that lists seats, tries a change that is refused, reads a claim, opens a stream, and sends a webhook. */
const program = `
  import { createSeatsClient } from '@seats/core'
  import { createSeatsHandler, createSeatsWebhookHandler } from '@seats/server'
  import { Webhook } from 'standardwebhooks'

  export async function run() {
    const roster = { seats: [], available_seats: 3, total_seats: 3 }
    const client = createSeatsClient({ accessToken: 'polar_oat_x', fetch: async () => Response.json(roster) })
    const source = { subscription_id: '${id}' }
    const seats = createSeatsHandler({
      client,
      basePath: '/api/seats',
      authorize: () => ({ sources: [source] }),
      allowedOrigins: ['https://admin.example.com'],
      clientAddress: () => '2001:db8::1',
    })
    const webhooks = createSeatsWebhookHandler({ secret: 'whsec_c2VjcmV0' })
    const url = 'https://app.example.com/api/seats/v1/customer-seats'
    const list = await (await seats(new Request(url + '?subscription_id=${id}'))).json()
    const origin = 'https://evil.example.com'
    const refused = await seats(new Request(url + '/${id}', { method: 'DELETE', headers: { origin } }))
    const claim = await (await seats(new Request(url + '/claim/x'))).json()
    const stream = (await seats(new Request(url + '/events?subscription_id=${id}'))).body.getReader()
    await stream.read()
    const body = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: '${id}' } })
    const now = new Date()
    const headers = {
      'webhook-id': '1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook('whsec_c2VjcmV0').sign('1', now, body),
    }
    const hook = await webhooks(new Request(url, { method: 'POST', headers, body }))
    const event = new TextDecoder().decode((await stream.read()).value)
    seats.close()
    const { done } = await stream.read()
    return JSON.stringify({ list: list.total_seats, refused: refused.status, claim: claim.error, hook: hook.status, event, done })
  }
`
const expectedResult = JSON.stringify({
  list: 3,
  refused: 403,
  claim: 'InvalidResponse',
  hook: 200,
  event: `event: changed\ndata: {"subscription_id":"${id}"}\n\n`,
  done: true,
})

/** Bundles everything into one file. Fails on an import of Node's modules, because the platform `neutral` has none. */
async function bundle(format: 'iife' | 'esm'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: pathTo('.'), loader: 'ts' },
    bundle: true,
    write: false,
    format,
    globalName: 'program',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@seats/source', 'import'],
    target: 'es2022',
  })
  return outputFiles[0]?.text ?? ''
}

test('both handlers run in an edge runtime without Node’s globals and modules', async () => {
  const vm = new EdgeVM()
  vm.evaluate(await bundle('iife'))
  const answer: unknown = await vm.evaluate('program.run()')
  expect(answer).toBe(expectedResult)
})

const nodeOf = (name: string) => pathTo(`../../node_modules/${name}/bin/node`)

// These Node versions are optional dependencies, which exist only for Linux on x64.
test.skipIf(!existsSync(nodeOf('node-20'))).for(['node-20', 'node-22', 'node-24'])(
  'both handlers run in %s',
  async (name) => {
    const node = nodeOf(name)
    mkdirSync(pathTo('../../dist/runtimes'), { recursive: true })
    const file = pathTo('../../dist/runtimes/program.mjs')
    writeFileSync(file, await bundle('esm'))
    const script = `import { run } from ${JSON.stringify(file)}; console.log(await run())`
    expect(execFileSync(node, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim()).toBe(expectedResult)
  },
)
