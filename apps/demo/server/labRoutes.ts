import { Hono, type Context } from 'hono'
import { csrf } from 'hono/csrf'
import type { Lab } from '../src/shared/lab.ts'
import type { Backend } from './backend.ts'
import { control } from './control.ts'

/** The lab's routes. They read the emulator and call its control API. */
export function labRoutes({ emulator, log, resetData, signIn, sourceOf, team }: Backend): Hono {
  const routes = new Hono()
  const faultLabels: string[] = []
  routes.use(csrf())

  routes.get('/lab', (c) => {
    const person = signIn.findPerson(c.req.raw)
    const source = person && sourceOf(person)
    return c.json<Lab>({
      now: new Date(emulator.now()).toISOString(),
      emails: emulator.outbox().map(({ id, to, subject, text, claim_url, invitation_token, sent_at }) => {
        // The links of Polar's emails open Polar's portal. These open the demo's claim page.
        const link = `/claim?token=${invitation_token}`
        return { id, to, subject, link, sent_at, text: text.replace(claim_url, new URL(link, c.req.url).href) }
      }),
      deliveries: emulator
        .deliveries()
        .slice(0, 60)
        .map(({ id, type, status, attempts, last_code }) => ({ id, type, status, attempts, last_code })),
      requests: log.entries(),
      faults: faultLabels,
      subscription: source ? team.statusOf(source) : null,
      team: source ? team.newsOf(source) : null,
    })
  })

  const forward = async (c: Context, method: string, path: string, body?: Record<string, unknown>) => {
    const response = await control(emulator, method, path, body)
    return c.json({}, response.ok ? 200 : 422)
  }
  routes.post('/clock', async (c) => forward(c, 'POST', '/clock', await c.req.json()))
  routes.post('/deliveries/:id/redeliver', (c) => forward(c, 'POST', `/deliveries/${c.req.param('id')}/redeliver`))
  routes.post('/faults', async (c) => {
    const { label, ...fault } = await c.req.json<{ label: unknown }>()
    const answer = await forward(c, 'POST', '/faults', fault)
    if (answer.ok) faultLabels.push(String(label))
    return answer
  })
  routes.post('/faults/clear', (c) => {
    faultLabels.length = 0
    return forward(c, 'DELETE', '/faults')
  })
  routes.post('/payment', async (c) => {
    const { event } = await c.req.json<{ event: unknown }>()
    const person = signIn.findPerson(c.req.raw)
    if (!person || (event !== 'payment_failed' && event !== 'payment_recovered')) return c.json({}, 422)
    const id = sourceOf(person).subscription_id
    return forward(c, 'POST', `/subscriptions/${id}/lifecycle`, { event })
  })
  routes.post('/reset', async (c) => {
    faultLabels.length = 0
    await resetData()
    return c.json({})
  })
  return routes
}
