import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { describe, expect, test } from 'vitest'
import { expectedLines } from '../../../integration/test/core/runtimes/expectedLines.ts'
import { Consumer } from '../consumer.ts'
import { startDevServer } from '../startDevServer.ts'

const secret = 'whsec_c2VjcmV0'
const script = new URL('../../../integration/test/core/runtimes/useAllOfCore.ts', import.meta.url)

/** The code of the app's server. `polar` is the address of Polar. */
const app = `
import { createSeatsClient } from '@seats/core'
import { createSeatsHandler, createSeatsWebhookHandler } from '@seats/server'
import { useAllOfCore } from './useAllOfCore.js'

export function createApp(polar, subscription_id) {
  const source = { subscription_id }
  const client = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: polar })
  const seats = createSeatsHandler({ client, basePath: '/api/seats', authorize: () => ({ sources: [source] }) })
  const webhooks = createSeatsWebhookHandler({ secret: '${secret}' })
  const invitationTo = async (to) => {
    const { emails } = await (await fetch(polar + '/_emulator/outbox?to=' + to)).json()
    return emails[0].invitation_token
  }
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/lines') return Response.json(await useAllOfCore(polar, source, invitationTo))
    if (pathname === '/hooks/polar') return webhooks(request)
    return seats(request)
  }
}
`

interface Runtime {
  packages: string[]
  /** Returns the files of the program that serves the app. */
  files: (polar: string, subscription: string) => Record<string, string>
  /** A command that is run once before the program is started. */
  prepare?: [string, ...string[]]
  /** The command that starts the program in the consumer's folder. */
  command: string
}

const serve = (line: string) => (polar: string, subscription: string) => ({
  'serve.js': `import { createApp } from './app.js'\nconst fetch = createApp('${polar}', '${subscription}')\n${line}\n`,
})

/** The runtimes come from npm packages, which exist for Linux on x64 only. */
const runtimes: Record<string, Runtime> = {
  Bun: {
    packages: ['@oven/bun-linux-x64@1'],
    files: serve(
      `const { url } = Bun.serve({ port: 0, hostname: '127.0.0.1', idleTimeout: 30, fetch })\nconsole.log(String(url))`,
    ),
    command: 'node_modules/@oven/bun-linux-x64/bin/bun serve.js',
  },
  Deno: {
    packages: ['@deno/linux-x64-glibc@2'],
    files: serve(`Deno.serve({ port: 0, hostname: '127.0.0.1' }, fetch)`),
    command: 'node_modules/@deno/linux-x64-glibc/deno run --no-lock --allow-net --allow-read --allow-env serve.js',
  },
  workerd: {
    packages: ['@cloudflare/workerd-linux-64@1', 'esbuild@0.28'],
    files: (polar, subscription) => ({
      'worker.js': `import { createApp } from './app.js'
let app
export default { fetch: (request) => (app ??= createApp('${polar}', '${subscription}'))(request) }`,
      'config.capnp': `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "app", worker = (
      modules = [(name = "worker.js", esModule = embed "bundle.js")],
      compatibilityDate = "2026-06-01",
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "app")],
);`,
    }),
    prepare: ['esbuild', 'worker.js', '--bundle', '--format=esm', '--conditions=workerd,worker', '--outfile=bundle.js'],
    // workerd prints the port of the socket as JSON. The command turns the port into an address.
    command: `node_modules/@cloudflare/workerd-linux-64/bin/workerd serve --control-fd=1 config.capnp |
      sed -u 's|.*"port":\\([0-9]*\\).*|http://127.0.0.1:\\1|'`,
  },
}

describe.each(Object.entries(runtimes))('%s', (_, { packages, files, prepare, command }) => {
  test('runs core and the server, and its events reach an open page', async () => {
    const consumer = new Consumer()
    consumer.install('@seats/core', '@seats/server', '@seats/emulator', ...packages)
    consumer.write('useAllOfCore.js', stripTypeScriptTypes(readFileSync(script, 'utf8')))
    consumer.write('app.js', app)
    const { url: polar } = await startDevServer('node_modules/.bin/seats-emulator --port 0', consumer.folder)
    const subscription = await subscriptionOf(polar)
    for (const [file, code] of Object.entries(files(polar, subscription))) consumer.write(file, code)
    if (prepare) consumer.run(prepare[0], prepare.slice(1))
    const { url } = await startDevServer(command, consumer.folder)

    expect(await (await fetch(`${url}/lines`)).json()).toEqual(expectedLines)

    const stream = await fetch(`${url}/api/seats/v1/customer-seats/events?subscription_id=${subscription}`)
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
    await reader?.read()
    expect((await sendWebhook(`${url}/hooks/polar`, subscription)).status).toBe(200)
    expect((await reader?.read())?.value).toContain('event: changed')
    await reader?.cancel()
    const roster = await (await fetch(`${url}/api/seats/v1/customer-seats?subscription_id=${subscription}`)).json()
    expect(roster).toMatchObject({ total_seats: 10 })
  })
})

/** Returns the id of the subscription in the emulator's default seed. */
async function subscriptionOf(polar: string): Promise<string> {
  const headers = { authorization: 'Bearer polar_oat_acme' }
  const { items } = (await (await fetch(`${polar}/v1/subscriptions/`, { headers })).json()) as {
    items: { id: string; seats: number }[]
  }
  return items.find(({ seats }) => seats === 10)?.id ?? ''
}

/** Sends a webhook that is signed with the secret, as Polar does: https://polar.sh/docs/integrate/webhooks/delivery */
function sendWebhook(url: string, subscription: string): Promise<Response> {
  const body = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: subscription } })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signature = createHmac('sha256', key).update(`1.${timestamp}.${body}`).digest('base64')
  const headers = { 'webhook-id': '1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
  return fetch(url, { method: 'POST', headers, body })
}
