import { randomBytes } from 'node:crypto'
import { createSeatsClient, type SeatsClient, type SeatSource } from '@seats/core'
import { startEmulator, type Emulator } from '@seats/emulator'
import { createSeatsHandler, createSeatsWebhookHandler, memoryStore, type SeatsHandler } from '@seats/server'
import { ofetch } from 'ofetch'
import { control } from './control.ts'
import { grantOf, people } from './people.ts'
import { createRequestLog, type RequestLog } from './requestLog.ts'
import { createSeed, seedHistory } from './seed.ts'
import { createTeamRecovery, type TeamRecovery } from './createTeamRecovery.ts'
import { createSignIn, type DemoPerson, type SignIn } from './signIn.ts'

export interface Backend {
  emulator: Emulator
  /** A client with the organization's token, which never leaves the server. */
  client: SeatsClient
  signIn: SignIn
  log: RequestLog
  seats: SeatsHandler
  webhooks: (request: Request) => Promise<Response>
  /** Gives the people of a team their seats back after a failed payment has succeeded. */
  team: TeamRecovery
  sourceOf(person: DemoPerson): SeatSource
  /** Opens a session of this person at Polar. Some calls need such a session. Resolves with its token. */
  openMemberSession(person: DemoPerson): Promise<string>
  /** Resets all data of the demo. Webhooks go to `siteUrl`, or to the one of the previous call if it is left out. */
  resetData(siteUrl?: string): Promise<void>
}

/**
 * Starts the backend of a team page, with the emulator in place of Polar.
 *
 * @param now The time of the emulator in milliseconds. By default the real time.
 * @param extraPeople The number of people to add to the demo's first team.
 */
export async function startBackend(now?: number, extraPeople = 0): Promise<Backend> {
  const accessToken = `polar_oat_${randomBytes(24).toString('base64url')}`
  const webhookSecret = `whsec_${randomBytes(24).toString('base64')}`
  const log = createRequestLog()
  const emulator = await startEmulator({ seed: {}, port: 0 })
  const client = createSeatsClient({ accessToken, baseURL: emulator.url, fetch: log.fetch, now: emulator.now })

  const signIn = createSignIn()
  const sourceOf = (person: DemoPerson) => ({ subscription_id: emulator.ref(person.source) })
  const store = memoryStore()
  const seats = createSeatsHandler({
    client,
    basePath: '/api/seats',
    authorize: (request) => {
      const person = signIn.findPerson(request)
      return person ? grantOf(person, sourceOf(person)) : null
    },
    // The limit is higher than the default, because one visitor has two panels and several tabs open.
    ratePerMinute: { actor: 600 },
    store,
  })
  const team = createTeamRecovery(client, store)
  const handleWebhook = createSeatsWebhookHandler({
    secret: webhookSecret,
    store,
    recovery: team.recovery,
    onLapse: team.onLapse,
    on: { 'subscription.updated': ({ data }) => team.onSubscription(data) },
  })
  // A webhook must be answered within ten seconds, and seating a large team takes longer. So the answer does not wait for
  // the recovery.
  let recoveryWork = Promise.resolve()
  async function webhooks(request: Request) {
    const response = await handleWebhook(request)
    recoveryWork = recoveryWork.then(() => team.run()).catch((error: unknown) => console.error(error))
    return response
  }

  let siteUrl: string
  async function resetData(url = siteUrl) {
    siteUrl = url
    const startMs = now ?? Date.now()
    await seedHistory(emulator, client, createSeed(accessToken, startMs, extraPeople), startMs)
    if (now === undefined) await control(emulator, 'POST', '/clock', { real: true })
    const events = [
      'customer_seat.assigned',
      'customer_seat.claimed',
      'customer_seat.revoked',
      'member.updated',
      'member.deleted',
      'customer.deleted',
      'subscription.updated',
    ]
    const endpoint = { url: `${url}/api/webhooks/polar`, secret: webhookSecret, events }
    await control(emulator, 'POST', '/seed', { organizations: [{ slug: 'lumen', webhooks: [endpoint] }] })
    await team.restart(people.map(sourceOf))
  }

  async function openMemberSession({ customer, member }: DemoPerson) {
    const { token } = await ofetch<{ token: string }>(`${emulator.url}/v1/customer-sessions/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}` },
      body: { customer_id: emulator.ref(customer), member_id: emulator.ref(member) },
    })
    return token
  }

  return { emulator, client, signIn, log, seats, webhooks, team, sourceOf, openMemberSession, resetData }
}
