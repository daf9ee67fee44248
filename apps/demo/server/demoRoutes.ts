import type { Grant } from '@seats/server'
import { Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { InboxEmail } from '../src/shared/inbox.ts'
import type { Session } from '../src/shared/session.ts'
import type { Backend } from './backend.ts'
import { control } from './control.ts'
import { people, rights } from './people.ts'

/** What the demo needs around Seats: a sign-in to switch, the emails that were sent, more seats. */
export function demoRoutes({ emulator, client, signIn, sourceOf }: Backend): Hono {
  const routes = new Hono()
  routes.use(csrf())

  routes.get('/session', (c) => {
    const person = signIn.who(c.req.raw)
    if (!person) return c.text('Nobody is signed in.', 401)
    const { operations, immediateClaim = false }: Partial<Grant> = rights[person.role]
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

  // Polar sends these by email; their links lead to Polar's own portal. Here they lead to the demo's claim page.
  routes.get('/inbox', (c) =>
    c.json<{ emails: InboxEmail[] }>({
      emails: emulator.outbox().map(({ id, to, subject, text, claim_url, invitation_token, sent_at }) => {
        const link = `/claim?token=${invitation_token}`
        return { id, to, subject, link, sent_at, text: text.replace(claim_url, new URL(link, c.req.url).href) }
      }),
    }),
  )

  // Where a product would lead to Polar's checkout.
  routes.post('/subscription', async (c) => {
    const person = signIn.who(c.req.raw)
    if (!person || person.role === 'member') return c.text('You may not buy seats.', 403)
    const source = sourceOf(person)
    const { total_seats } = await client.listSeats(source)
    await control(emulator, 'PATCH', `/subscriptions/${source.subscription_id}`, { seats: total_seats + 5 })
    return c.json({ seats: total_seats + 5 })
  })

  return routes
}

const publicPerson = ({ id, name, email, role, company }: Session['person']) => ({ id, name, email, role, company })
