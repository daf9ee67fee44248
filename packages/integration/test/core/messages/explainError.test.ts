import { isSeatsError, issueCode, type SeatsClient } from '@seats/core'
import { de, deInformal, en, es, explainError, fr, ja } from '@seats/core/messages'
import { beforeEach, describe, expect, test } from 'vitest'
import { errorOf, newestInvitationToken, startServers } from '../startServers.ts'

const servers = await startServers()
const { emulator } = servers
const unknownId = '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f'

beforeEach(() => emulator.reset())

const modes: [string, () => SeatsClient][] = [
  ['an access token', () => servers.organizationClient()],
  ['a session token', () => servers.portalClient()],
  ['no token, through @seats/server', () => servers.tokenlessClient()],
]

const catalogues = { en, de, deInformal, fr, es, ja }

describe.each(modes)('with %s', (_mode, create) => {
  test.each<[string, (client: SeatsClient) => Promise<unknown>, string]>([
    [
      'an assign to a person who already has a seat',
      async (client) => {
        await client.assignSeat({ ...servers.source, email: 'bob@example.com' })
        return client.assignSeat({ ...servers.source, email: 'bob@example.com' })
      },
      'bob@example.com already has a seat or an open invitation.',
    ],
    [
      'an unknown invitation token',
      (client) => client.getClaimInfo('unknown'),
      'It has expired, has already been used, or has been withdrawn.',
    ],
    [
      'an invitation that was already used',
      async (client) => {
        await client.assignSeat({ ...servers.source, email: 'bob@example.com' })
        const token = newestInvitationToken(emulator)
        await client.claimSeat({ invitation_token: token })
        return client.claimSeat({ invitation_token: token })
      },
      'It has expired, has already been used, or has been withdrawn.',
    ],
    [
      'a seat that does not exist',
      (client) => client.revokeSeat(unknownId, { occupant: { email: 'bob@example.com' } }),
      'This seat no longer exists. The list is up to date again.',
    ],
    [
      'an order that does not exist',
      (client) => client.listSeats({ order_id: unknownId }),
      'This subscription no longer exists.',
    ],
    [
      'an address at a domain without mail',
      (client) => client.assignSeat({ ...servers.source, email: 'bob@nowhere.test' }),
      'Nobody can get mail at this address. Check the part after the @.',
    ],
    [
      'an address that only Polar refuses',
      (client) => client.assignSeat({ ...servers.source, email: 'bob..b@example.com' }),
      'This is not an email address. It should look like ada@example.com.',
    ],
  ])('explainError explains the error for %s', async (_title, call, sentence) => {
    const error = await errorOf(call(create()))
    expect(explainError(error, en)).toBe(sentence)
    expect(explainError(JSON.parse(JSON.stringify(error)), en)).toBe(sentence)
    expect(isSeatsError(error) && error.issues.map(issueCode)).not.toContain('invalid')
    for (const [name, catalogue] of Object.entries(catalogues)) {
      const translation = explainError(error, catalogue)
      expect(translation, name).not.toMatch(/undefined|[\da-f]{8}-[\da-f]{4}/)
      expect(translation === sentence, name).toBe(name === 'en')
    }
  })
})
