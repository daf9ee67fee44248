import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { MemberSession, Session } from '../src/shared/session.ts'
import type { Backend } from './backend.ts'
import { people } from './people.ts'

/** The product's own routes, which are not part of Seats: the sign-in, and the owner's session at Polar. */
export function demoRoutes({ emulator, signIn, sourceOf, openMemberSession }: Backend): Hono {
  const routes = new Hono()
  routes.use(csrf())

  routes.get('/session', (c) => {
    const person = signIn.findPerson(c.req.raw)
    if (!person) return c.text('Nobody is signed in.', 401)
    return c.json<Session>({
      person: publicPerson(person),
      people: people.map(publicPerson),
      product: 'Lumen Team',
      source: sourceOf(person),
      polar: emulator.url,
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

  // The session ends within an hour, and allows only the calls that Polar's own portal allows this owner.
  routes.post('/member-session', async (c) => {
    const person = signIn.findPerson(c.req.raw)
    if (person?.role !== 'owner') return c.text('You may not manage members.', 403)
    c.header('cache-control', 'no-store')
    return c.json<MemberSession>({ token: await openMemberSession(person) })
  })

  return routes
}

const publicPerson = ({ id, name, email, role, company }: Session['person']) => ({ id, name, email, role, company })
