import { getRequestListener } from '@hono/node-server'
import { createSeatsClient } from '@seats/core'
import { startEmulator, type Emulator, type Seed } from '@seats/emulator'
import { createSeatsHandler, memoryStore, type SeatsHandler } from '@seats/server'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Plugin } from 'vite'
import { sourceCondition } from '../../vitest.config.base.ts'
import type { PartRequest } from './src/serveParts.ts'
import type { RenderRequest } from './src/serveRenders.ts'

const grantedOperations = [
  'listSeats',
  'assignSeat',
  'revokeSeat',
  'resendInvitation',
  'getClaimInfo',
  'claimSeat',
  'getSeatPermissions',
  'getMySeats',
  'getSeatAccess',
] as const

/**
 * On the origin of the test page, serves the backend of an app: `@seats/server` in front of an emulator. The emulator
 * listens on a port of its own. A story creates its own organization with `POST /_organization`.
 */
export function backend(root: string, execArgv: string[]): Plugin {
  let renderer: ChildProcess | undefined
  let partRenderer: ChildProcess | undefined
  let emulatorStart: Promise<Emulator> | undefined
  const handlers = new Map<string, SeatsHandler>()

  async function answer(request: Request): Promise<Response> {
    const emulator = await (emulatorStart ??= startEmulator({ port: 0, seed: { organizations: [] } }))
    const url = new URL(request.url)
    if (url.pathname.startsWith('/_emulator/')) {
      const body = request.method === 'GET' ? undefined : await request.text()
      const { method } = request
      return fetch(emulator.url + url.pathname + url.search, { method, ...(body !== undefined && { body }) })
    }
    if (url.pathname === '/_organization')
      return createOrganization(emulator, await request.json(), url.searchParams.get('cannot'))
    if (url.pathname === '/_render') return render(await request.json(), emulator.url)
    if (url.pathname === '/_render/part') return renderPart(await request.json())
    const handler = handlers.get(url.pathname.split('/')[2] ?? '')
    return handler === undefined ? new Response(null, { status: 404 }) : handler(request)
  }

  async function createOrganization(
    emulator: Emulator,
    seed: Seed,
    refusedOperation: string | null,
  ): Promise<Response> {
    const seeded = await fetch(`${emulator.url}/_emulator/seed`, { method: 'POST', body: JSON.stringify(seed) })
    if (!seeded.ok) return seeded
    const { refs } = (await seeded.json()) as { refs: Record<string, string> }
    for (const { slug, tokens = [], subscriptions = [] } of seed.organizations ?? []) {
      const sources = subscriptions.map(({ ref }) => ({ subscription_id: refs[`${slug}/${ref}`] ?? '' }))
      const client = createSeatsClient({ accessToken: tokens[0]?.token ?? '', baseURL: emulator.url })
      const authorize = () => ({
        sources,
        operations: grantedOperations.filter((operation) => operation !== refusedOperation),
        immediateClaim: true,
        seatCount: 'change' as const,
        // The signed-in user of a page in a story.
        occupant: { email: 'me@example.com' },
      })
      // By default, all handlers of a process share their rate limits, for example the limit of four claim streams in
      // 75 seconds.
      const store = memoryStore()
      handlers.set(slug, createSeatsHandler({ client, authorize, store, basePath: `/api/${slug}` }))
    }
    return Response.json({ refs, emulator: emulator.url })
  }

  async function render({ slug, source }: RenderRequest, emulator: string): Promise<Response> {
    renderer ??= fork(`${root}/test/serverRenderProcess.ts`, {
      execArgv: ['--conditions', sourceCondition, ...execArgv],
    })
    return renderIn(renderer, { slug, source, emulator } satisfies RenderRequest)
  }

  /** Renders a component in a process whose time zone is not that of the browser. */
  async function renderPart(request: PartRequest): Promise<Response> {
    partRenderer ??= fork(`${root}/../conformance/src/serveParts.ts`, [root], {
      execArgv: ['--conditions', sourceCondition],
      env: { ...process.env, TZ: 'America/New_York' },
    })
    return renderIn(partRenderer, request)
  }

  async function renderIn(child: ChildProcess, request: object): Promise<Response> {
    const message = once(child, 'message')
    child.send(request)
    const [{ rendered, error }] = await message
    return rendered ? Response.json(rendered) : Response.json({ error }, { status: 500 })
  }

  return {
    name: 'seats-backend',
    configureServer(server) {
      const listener = getRequestListener(answer)
      server.middlewares.use((request, response, next) => {
        if (/^\/(api|_emulator|_organization|_render)\b/.test(request.url ?? '')) void listener(request, response)
        else next()
      })
    },
    async closeBundle() {
      await (await emulatorStart)?.close()
      emulatorStart = undefined
      renderer?.disconnect()
      renderer = undefined
      partRenderer?.disconnect()
      partRenderer = undefined
    },
  }
}
