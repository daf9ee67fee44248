import { randomBytes } from 'node:crypto'
import { createSeatsClient, type SeatsClient, type SeatSource } from '@seats/core'
import { startEmulator, type Emulator } from '@seats/emulator'
import { createSeatsHandler, type SeatsHandler } from '@seats/server'
import { rights } from './people.ts'
import { createSeed, historyStart, seedHistory } from './seed.ts'
import { createSignIn, type SignedIn, type SignIn } from './signIn.ts'

export interface Backend {
  emulator: Emulator
  /** Holds the organization's token: it stays on this side. */
  client: SeatsClient
  signIn: SignIn
  seats: SeatsHandler
  sourceOf(person: SignedIn): SeatSource
}

/** What a product has behind its team page, with the emulator where Polar would be. */
export async function startBackend(): Promise<Backend> {
  const accessToken = `polar_oat_${randomBytes(24).toString('base64url')}`
  const now = Date.now()
  const emulator = await startEmulator({ seed: createSeed(accessToken), port: 0, now: now - historyStart })
  const client = createSeatsClient({ accessToken, baseURL: emulator.url, now: emulator.now })
  await seedHistory(emulator, client, now)

  const signIn = createSignIn()
  const sourceOf = (person: SignedIn) => ({ subscription_id: emulator.ref(person.source) })
  const seats = createSeatsHandler({
    client,
    basePath: '/api/seats',
    authorize: (request) => {
      const person = signIn.who(request)
      return person ? { actor: person.id, sources: [sourceOf(person)], ...rights[person.role] } : null
    },
  })
  return { emulator, client, signIn, seats, sourceOf }
}
