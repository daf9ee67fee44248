import { Hono } from 'hono'
import * as z from 'zod/mini'
import { seats } from '../storage/seats/seats.ts'
import { setSeatCount } from '../subscriptions/changes/setSeatCount.ts'
import { sources } from '../storage/seats/sources.ts'
import { PolarError } from '../domain/context/PolarError.ts'
import { SeedError } from '../seed/schema/SeedError.ts'
import { faultSchema } from '../faults/faultSchema.ts'
import type { Emulation } from '../emulation/Emulation.ts'
import { checkCaller } from './checkCaller.ts'
import { LifecycleEventNotAllowed } from '../lifecycle/applyLifecycleEvent.ts'
import { lifecycleSchema } from '../lifecycle/lifecycleRules.ts'
import { clockSchema, moveClock } from './moveClock.ts'
import { InputError } from '../emulation/InputError.ts'
import { parseInput } from '../emulation/parseInput.ts'

interface Route {
  method: string
  path: string
}

/** Creates the control API, by which tests seed the emulator, see its data, move its clock and inject faults. */
export function createControlApi(emulation: Emulation, routes: readonly Route[]): Hono {
  const controlApi = new Hono().basePath('/_emulator')

  controlApi.use((c, next) => {
    checkCaller(c.req.raw, emulation.url)
    return next()
  })
  controlApi.get('/health', (c) => c.json({ status: 'ok' }))
  controlApi.post('/seed', async (c) => c.json({ refs: emulation.seed(await readJson(c.req.raw)) }))
  controlApi.post('/reset', async (c) => c.json({ refs: emulation.reset(await readJson(c.req.raw)) }))
  controlApi.get('/outbox', (c) => c.json({ emails: emulation.outbox(c.req.query('to')) }))
  controlApi.post('/clock', async (c) => {
    const move = parseInput(clockSchema, await readJson(c.req.raw))
    emulation.moveClock((clock) => moveClock(clock, move))
    return c.json({ now: new Date(emulation.now()).toISOString() })
  })
  controlApi.patch('/subscriptions/:id', async (c) =>
    c.json(setSeats('subscription', c.req.param('id'), await readJson(c.req.raw))),
  )
  controlApi.patch('/orders/:id', async (c) => c.json(setSeats('order', c.req.param('id'), await readJson(c.req.raw))))
  controlApi.post('/subscriptions/:id/lifecycle', async (c) => {
    const { event } = parseInput(lifecycleSchema, await readJson(c.req.raw))
    return c.json(emulation.lifecycle(c.req.param('id'), event))
  })
  controlApi.post('/faults', async (c) =>
    c.json(emulation.faults.inject(parseInput(faultSchema, await readJson(c.req.raw)))),
  )
  controlApi.delete('/faults', (c) => {
    emulation.faults.clear()
    return c.body(null, 204)
  })
  controlApi.post('/seats/:id/race', (c) => c.json(startRace(c.req.param('id'))))
  controlApi.post('/deliveries/:id/redeliver', async (c) => {
    const delivery = await emulation.redeliver(c.req.param('id'))
    if (!delivery) throw new InputError(404, [{ path: 'id', message: 'There is no such delivery.' }])
    return c.json(delivery)
  })
  controlApi.get('/requests', (c) => c.json({ requests: emulation.requests.all() }))
  controlApi.get('/openapi.json', async (c) => {
    // Imported at the first call, so that emulators start faster.
    const { createDocument } = await import('../openapi/createDocument.ts')
    return c.json(createDocument(routes))
  })
  controlApi.get('/endpoints', (c) => c.json({ endpoints: emulation.endpoints() }))
  controlApi.post('/endpoints/:id/enable', (c) => {
    const endpoint = emulation.enableEndpoint(c.req.param('id'))
    if (!endpoint) throw new InputError(404, [{ path: 'id', message: 'There is no such endpoint.' }])
    return c.json(endpoint)
  })
  controlApi.get('/deliveries', (c) => c.json({ deliveries: emulation.deliveries() }))

  controlApi.notFound((c) => c.json({ error: 'NotFound', detail: `There is no ${c.req.method} ${c.req.path}.` }, 404))
  controlApi.onError((error, c) => {
    if (error instanceof SeedError) return c.json({ error: error.name, problems: error.problems }, 422)
    if (error instanceof PolarError) {
      return c.json({ error: 'InputError', problems: [{ path: 'seats', message: error.message }] }, 422)
    }
    if (error instanceof LifecycleEventNotAllowed) {
      return c.json({ error: error.name, detail: error.message, possible: error.possible }, 409)
    }
    if (error instanceof InputError) return c.json({ error: error.name, problems: error.problems }, error.status)
    throw error
  })
  return controlApi

  function startRace(id: string) {
    const { database, context } = emulation
    const seat = seats.byId(database, id)
    if (!seat) throw new InputError(404, [{ path: 'id', message: 'There is no such seat.' }])
    if (seat.status !== 'pending') throw new InputError(422, [{ path: 'id', message: 'The seat is not pending.' }])
    context.races.start(seat)
    return { id }
  }

  function setSeats(kind: 'subscription' | 'order', id: string, input: unknown) {
    const { database } = emulation
    const { seats: seatCount } = parseInput(seatsSchema, input)
    return database.transaction(() => {
      const source = sources.byId(database, id)
      if (source?.kind !== kind) throw new InputError(404, [{ path: 'id', message: `There is no such ${kind}.` }])
      if (seatCount < source.assigned) {
        throw new InputError(422, [
          { path: 'seats', message: `${source.assigned} seats are assigned: revoke some first.` },
        ])
      }
      if (kind === 'subscription') setSeatCount(emulation.context, id, seatCount)
      else sources.setSeats(database, id, seatCount)
      return { id, seats: seatCount }
    })
  }
}

const seatsSchema = z.strictObject({ seats: z.int().check(z.minimum(0), z.maximum(1_000_000)) })

/** Returns the parsed body, or undefined if the body is empty. @throws InputError if the body is not JSON. */
async function readJson(request: Request): Promise<unknown> {
  const text = await request.text()
  if (text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new InputError(400, [{ path: '(body)', message: 'The body is not JSON.' }])
  }
}
