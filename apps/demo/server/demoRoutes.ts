import type { SeatsGrant } from '@seats/server'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { Session } from '../src/shared/session.ts'
import type { Backend } from './backend.ts'
import { people, rights } from './people.ts'

/** The product's own routes, beside Seats: signing in, and buying more seats. */
export function demoRoutes({ emulator, signIn, sourceOf, buySeats }: Backend): Hono {
  const routes = new Hono()
  routes.use(csrf())

  routes.get('/session', (c) => {
    const person = signIn.findPerson(c.req.raw)
    if (!person) return c.text('Nobody is signed in.', 401)
    const { operations, immediateClaim = false }: Partial<SeatsGrant> = rights[person.role]
    return c.json<Session>({
      person: publicPerson(person),
      people: people.map(publicPerson),
      product: 'Lumen Team',
      source: sourceOf(person),
      may: { change: operations === undefined, claimAtOnce: immediateClaim },
      now: new Date(emulator.now()).toISOString(),
    })
  })

  routes.post('/session', async (c) => {
    const body: unknown = await c.req.json()
    const person = people.find(({ id }) => id === (body as { person?: unknown } | null)?.person)
    if (!person) return c.text('There is no such person.', 422)
    c.header('set-cookie', signIn.start(person))
    return c.json({})
  })

  // A real product would open Polar's checkout here.
  routes.post('/subscription', async (c) => {
    const person = signIn.findPerson(c.req.raw)
    if (!person || person.role === 'member') return c.text('You may not buy seats.', 403)
    await buySeats(person, 5)
    return c.json({})
  })

  return routes
}

const publicPerson = ({ id, name, email, role, company }: Session['person']) => ({ id, name, email, role, company })
