import {
  ensureRevoked,
  isInvitationExpired,
  reinviteSeat,
  summarizeRoster,
  type CustomerSeat,
  type RosterRecipient,
  type SeatsClient,
} from '@seats/core'
import { beforeEach, describe, expect, test } from 'vitest'
import { createInterruptedClient, throwNetworkError } from '../../createInterruptedClient.ts'
import { errorOf, newestInvitationToken, startServers } from '../../startServers.ts'

const servers = await startServers()
const { emulator } = servers
let polar: SeatsClient

beforeEach(() => {
  emulator.reset()
  polar = servers.organizationClient()
  servers.sent.length = 0
})

const assignSeat = (name: string, options: object = {}) =>
  polar.assignSeat({ ...servers.source, email: `${name}@example.com`, ...options })
const sentCalls = (method: string) => servers.sent.filter((line) => line.startsWith(method))

/** Lists the occupants, for example `bob pending`, with their metadata. */
const readTeam = async () =>
  (await servers.readRoster()).seats
    .filter(({ status }) => status !== 'revoked')
    .map(({ email, status, seat_metadata }) =>
      [email?.split('@')[0], status, ...Object.values(seat_metadata ?? {})].join(' '),
    )
    .toSorted()

/** Returns a function that gives the seat's row to another person. */
const giveRowTo =
  (seat: CustomerSeat, name = 'eve', options: object = {}) =>
  async () => {
    await polar.revokeSeat(seat.id)
    const newSeat = await assignSeat(name, options)
    expect(newSeat.id).toBe(seat.id)
  }
const buySeats = (seats: number) =>
  emulator.fetch(`${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seats }),
  })
/** Returns a function in which the revoke takes effect, its answer is lost, and the caller aborts. */
const loseAnswerAndAbort = (seat: CustomerSeat, controller: AbortController) => async () => {
  await polar.revokeSeat(seat.id)
  loseRequestAndAbort(controller)()
}
const loseRequestAndAbort = (controller: AbortController) => () => {
  controller.abort()
  throwNetworkError()
}
const claim = (name: string) =>
  polar.claimSeat({ invitation_token: newestInvitationToken(emulator, `${name}@example.com`) })

describe('ensureRevoked', () => {
  const revoke = (client: SeatsClient, seat: CustomerSeat, signal?: AbortSignal) =>
    ensureRevoked(client, { source: servers.source, seat }, { signal })

  test('revokes the seat once, and changes nothing the second time', async () => {
    const seat = await assignSeat('bob')
    expect(await revoke(polar, seat)).toMatchObject({ revoked: true, seat: { id: seat.id, status: 'revoked' } })
    expect(await revoke(polar, seat)).toMatchObject({ revoked: false, seat: { status: 'revoked' } })
    expect(sentCalls('DELETE')).toHaveLength(1)
  })

  test('revokes a seat that the same person has claimed in the meantime', async () => {
    const seat = await assignSeat('bob')
    await claim('bob')
    expect(await revoke(polar, seat)).toMatchObject({ revoked: true })
    expect(await readTeam()).toEqual([])
  })

  test('returns no seat if the seat is not on the source', async () => {
    const seat = await assignSeat('bob')
    const otherSource = { order_id: emulator.ref('acme/ord') }
    expect(await ensureRevoked(polar, { source: otherSource, seat })).toEqual({ seat: undefined, revoked: false })
    expect(await readTeam()).toEqual(['bob pending'])
  })

  test('does not revoke a row that has a new occupant', async () => {
    const seat = await assignSeat('bob')
    await giveRowTo(seat)()
    servers.sent.length = 0
    expect(await revoke(polar, seat)).toMatchObject({ revoked: false, seat: { id: seat.id, email: 'eve@example.com' } })
    expect(await readTeam()).toEqual(['eve pending'])
    expect(sentCalls('DELETE')).toEqual([])
  })

  test.each([
    ['pending', { metadata: { team: 'x' } }, 'eve pending x'],
    ['claimed', { metadata: { team: 'x' }, immediate_claim: true }, 'eve claimed x'],
  ])('gives the seat back to an occupant who got it just before the revoke: %s', async (_status, options, expected) => {
    const seat = await assignSeat('bob', { metadata: { team: 'old' } })
    const client = createInterruptedClient(servers, { DELETE: [giveRowTo(seat, 'eve', options)] })
    expect(await revoke(client, seat)).toMatchObject({ revoked: false, seat: { email: 'eve@example.com' } })
    expect(await readTeam()).toEqual([expected])
  })

  test('throws an error with the person who lost a seat and could not get it back', async () => {
    const seat = await assignSeat('bob')
    await buySeats(1)
    const client = createInterruptedClient(servers, {
      DELETE: [giveRowTo(seat, 'eve', { metadata: { team: 'x' } })],
      POST: [async () => void (await assignSeat('zoe'))],
    })
    const error = await errorOf(revoke(client, seat))
    expect(error).toMatchObject({ code: 'SeatNotAvailable', detail: expect.stringMatching(/^Someone who got/) })
    expect(error.recipient).toEqual({ email: 'eve@example.com', metadata: { team: 'x' }, immediate_claim: false })
  })

  test('finds the outcome of a lost answer by a read, not by another revoke', async () => {
    const seat = await assignSeat('bob')
    emulator.inject({
      fault: { kind: 'drop_after' },
      match: { method: 'DELETE', path: '/v1/customer-seats' },
      times: 1,
    })
    expect(await revoke(polar, seat)).toMatchObject({ revoked: true, seat: { status: 'revoked' } })
    expect(sentCalls('DELETE')).toHaveLength(1)
  })

  test('revokes again if the earlier calls did nothing', async () => {
    const seat = await assignSeat('bob')
    emulator.inject({
      fault: { kind: 'drop_before' },
      match: { method: 'DELETE', path: '/v1/customer-seats' },
      times: 2,
    })
    expect(await revoke(polar, seat)).toMatchObject({ revoked: true })
    expect(sentCalls('DELETE')).toHaveLength(3)
  })

  test('does not revoke the next occupant after a lost answer', async () => {
    const seat = await assignSeat('bob')
    emulator.inject({
      fault: { kind: 'drop_after' },
      match: { method: 'DELETE', path: '/v1/customer-seats' },
      times: 1,
    })
    const client = createInterruptedClient(servers, { GET: [undefined, async () => void (await assignSeat('eve'))] })
    expect(await revoke(client, seat)).toMatchObject({ revoked: true, seat: { email: 'eve@example.com' } })
    expect(await readTeam()).toEqual(['eve pending'])
    expect(sentCalls('DELETE')).toHaveLength(1)
  })

  test('throws an ambiguous error if the roster cannot be read after a lost answer', async () => {
    const seat = await assignSeat('bob')
    emulator.inject({ fault: { kind: 'drop_before' }, match: { method: 'DELETE', path: '/v1/customer-seats' } })
    const clientWithFailingReads = createInterruptedClient(servers, {
      GET: [undefined, throwNetworkError, throwNetworkError, throwNetworkError],
    })
    expect(await errorOf(revoke(clientWithFailingReads, seat))).toMatchObject({
      operation: 'revokeSeat',
      isAmbiguous: true,
    })
  })

  test('after an abort no call is sent, and a revoke under way runs to its end', async () => {
    const seat = await assignSeat('bob')
    const reason = new Error('left')
    const abortAtRead = new AbortController()
    const clientAbortedAtRead = createInterruptedClient(servers, { GET: [() => abortAtRead.abort(reason)] })
    await expect(revoke(clientAbortedAtRead, seat, abortAtRead.signal)).rejects.toBe(reason)
    expect(await readTeam()).toEqual(['bob pending'])
    const abortAtRevoke = new AbortController()
    const abortedClient = createInterruptedClient(servers, { DELETE: [() => abortAtRevoke.abort(reason)] })
    expect(await revoke(abortedClient, seat, abortAtRevoke.signal)).toMatchObject({ revoked: true })
  })

  test('after an abort the lost answer is still settled, and nothing more is revoked', async () => {
    const [bob, eve] = [await assignSeat('bob'), await assignSeat('eve')]
    const controller = new AbortController()
    const client = createInterruptedClient(servers, { DELETE: [loseAnswerAndAbort(bob, controller)] })
    expect(await revoke(client, bob, controller.signal)).toMatchObject({ revoked: true, seat: { status: 'revoked' } })
    servers.sent.length = 0
    const evesController = new AbortController()
    const clientOfEve = createInterruptedClient(servers, { DELETE: [loseRequestAndAbort(evesController)] })
    const error = await errorOf(revoke(clientOfEve, eve, evesController.signal))
    expect(error).toMatchObject({ operation: 'revokeSeat', isAmbiguous: true, recipient: undefined })
    expect(sentCalls('DELETE')).toHaveLength(1)
  })
})

describe('a lost answer to a revoke', () => {
  /**
   * Returns a function in which another person gets the row just before the revoke. The revoke takes the row from that
   * person, and the answer is lost.
   */
  const revokeNextOccupantAndLoseAnswer = (seat: CustomerSeat, options: object) => async () => {
    await giveRowTo(seat, 'eve', options)()
    await polar.revokeSeat(seat.id)
    throwNetworkError()
  }

  test.each([
    ['invited', {}],
    ['seated at once', { immediate_claim: true }],
  ])('leads to an ambiguous error if a person who was just %s may have lost the seat', async (_title, options) => {
    const seat = await assignSeat('bob')
    const error = await errorOf(
      ensureRevoked(createInterruptedClient(servers, { DELETE: [revokeNextOccupantAndLoseAnswer(seat, options)] }), {
        source: servers.source,
        seat,
      }),
    )
    expect(error).toMatchObject({ code: 'SeatOccupantChanged', isAmbiguous: true, recipient: undefined })
    const secondSeat = await assignSeat('bob')
    const client = createInterruptedClient(servers, { DELETE: [revokeNextOccupantAndLoseAnswer(secondSeat, options)] })
    expect(await errorOf(reinviteSeat(client, { source: servers.source, seat: secondSeat }))).toMatchObject({
      code: 'SeatOccupantChanged',
      isAmbiguous: true,
    })
  })

  test('gives the seat back to a person who claimed just before the renewal', async () => {
    const seat = await assignSeat('bob', { metadata: { team: 'x' } })
    const claimAndLoseAnswer = async () => {
      await claim('bob')
      await polar.revokeSeat(seat.id)
      throwNetworkError()
    }
    const client = createInterruptedClient(servers, { DELETE: [claimAndLoseAnswer] })
    expect(await errorOf(reinviteSeat(client, { source: servers.source, seat }))).toMatchObject({
      code: 'SeatNotPending',
    })
    expect(await readTeam()).toEqual(['bob claimed x'])
  })
})

describe('a claimed seat without an occupant', () => {
  const startRace = (seat: CustomerSeat) =>
    emulator.fetch(`${emulator.url}/_emulator/seats/${seat.id}/race`, { method: 'POST' })
  /** Returns a function that lets a claim of this seat run at the same time as the next revoke of the seat. */
  const claimDuringRevoke = (seat: CustomerSeat) => async () => {
    await startRace(seat)
    await claim('bob')
  }
  const countFreeSeats = async () => (await servers.readRoster()).available_seats

  test.each(['answered', 'lost'])(
    'is revoked if a claim overlapped its revoke, and the answer is %s',
    async (answer) => {
      const seat = await assignSeat('bob')
      if (answer === 'lost') {
        const match = { method: 'DELETE' as const, path: '/v1/customer-seats' }
        emulator.inject({ fault: { kind: 'drop_after' }, match, times: 1 })
      }
      const client = createInterruptedClient(servers, { DELETE: [claimDuringRevoke(seat)] })
      expect(await ensureRevoked(client, { source: servers.source, seat })).toMatchObject({
        revoked: true,
        seat: { id: seat.id, status: 'revoked' },
      })
      expect(await countFreeSeats()).toBe(10)
    },
  )

  test('is revoked if the given row still names the occupant, and if it names nobody', async () => {
    for (const namesOccupant of [true, false]) {
      const seat = await assignSeat('bob')
      await claimDuringRevoke(seat)()
      await polar.revokeSeat(seat.id)
      const [row] = (await servers.readRoster()).seats
      expect(row).toMatchObject({ id: seat.id, status: 'claimed', customer_email: null })
      expect(summarizeRoster(await servers.readRoster())).toMatchObject({ nobody: 1, claimed: 1, used: 1 })
      const passedSeat = namesOccupant ? seat : row
      if (passedSeat === undefined) throw new Error('The seat is not on the roster')
      expect(await ensureRevoked(polar, { source: servers.source, seat: passedSeat })).toMatchObject({ revoked: true })
      expect(await countFreeSeats()).toBe(10)
      expect(summarizeRoster(await servers.readRoster())).toMatchObject({ nobody: 0 })
    }
  })

  test('is not revoked if somebody has it now', async () => {
    const seat = await assignSeat('bob')
    await claimDuringRevoke(seat)()
    await polar.revokeSeat(seat.id)
    const [row] = (await servers.readRoster()).seats
    if (row === undefined) throw new Error('The seat is not on the roster')
    await polar.revokeSeat(row.id)
    await assignSeat('eve')
    expect(await ensureRevoked(polar, { source: servers.source, seat: row })).toMatchObject({ revoked: false })
    expect(await readTeam()).toEqual(['eve pending'])
  })

  test('is revoked by a renewal that a claim overlapped', async () => {
    const seat = await assignSeat('bob')
    const client = createInterruptedClient(servers, { DELETE: [claimDuringRevoke(seat)] })
    expect(await reinviteSeat(client, { source: servers.source, seat })).toMatchObject({ status: 'pending' })
    expect(await readTeam()).toEqual(['bob pending'])
    expect(await countFreeSeats()).toBe(9)
  })
})

describe('ensureRevoked with a recipient', () => {
  const revoke = (recipient: RosterRecipient) => ensureRevoked(polar, { source: servers.source, recipient })

  test('revokes the seat of that person, by any identifier that a roster has', async () => {
    for (const name of ['email', 'member_id'] as const) {
      const seat = await assignSeat('bob')
      const recipient = name === 'email' ? { email: 'BOB@example.com' } : { member_id: seat.member_id ?? '' }
      expect(await revoke(recipient)).toMatchObject({ revoked: true, seat: { id: seat.id, status: 'revoked' } })
      expect(await revoke(recipient)).toEqual({ revoked: false, seat: undefined })
    }
  })

  test('rejects a customer id, because a roster does not have it', async () => {
    const recipient = { customer_id: emulator.ref('acme/jane') } as unknown as RosterRecipient
    expect(await errorOf(revoke(recipient))).toMatchObject({ code: 'ConfigurationError' })
  })
})

describe('reinviteSeat after another call has assigned the person a seat', () => {
  test('returns their seat, although no seat is free', async () => {
    const seat = await assignSeat('bob')
    await buySeats(1)
    const client = createInterruptedClient(servers, { POST: [() => assignSeat('bob')] })
    expect(await reinviteSeat(client, { source: servers.source, seat })).toMatchObject({ email: 'bob@example.com' })
    expect(await readTeam()).toEqual(['bob pending'])
  })
})

describe('reinviteSeat', () => {
  const reinvite = (client: SeatsClient, seat: CustomerSeat, signal?: AbortSignal) =>
    reinviteSeat(client, { source: servers.source, seat }, { signal })

  test('renews an invitation that has expired: a new link, the same metadata', async () => {
    const seat = await assignSeat('bob', { metadata: { team: 'x' } })
    const oldToken = newestInvitationToken(emulator)
    emulator.advance(25 * 3600)
    expect(isInvitationExpired(seat, { now: emulator.now() })).toBe(true)
    const renewed = await reinvite(polar, seat)
    expect(renewed).toMatchObject({ status: 'pending', email: 'bob@example.com', seat_metadata: { team: 'x' } })
    expect(isInvitationExpired(renewed, { now: emulator.now() })).toBe(false)
    expect(await errorOf(polar.getClaimInfo(oldToken))).toMatchObject({ status: 404 })
    expect(await polar.claimSeat({ invitation_token: newestInvitationToken(emulator) })).toMatchObject({
      seat: { status: 'claimed' },
    })
    expect(await readTeam()).toEqual(['bob claimed x'])
  })

  test('changes nothing if the seat is claimed, revoked, another person’s, or was never pending', async () => {
    const seat = await assignSeat('bob')
    const expectRefusal = async (passedSeat: CustomerSeat) => {
      servers.sent.length = 0
      expect(await errorOf(reinvite(polar, passedSeat))).toMatchObject({ code: 'SeatNotPending', recipient: undefined })
      expect(sentCalls('DELETE')).toEqual([])
    }
    await giveRowTo(seat)()
    await expectRefusal(seat)
    expect(await readTeam()).toEqual(['eve pending'])
    const [eve] = (await servers.readRoster()).seats
    if (eve === undefined) throw new Error('Eve has lost her seat')
    await claim('eve')
    await expectRefusal(eve)
    expect(await readTeam()).toEqual(['eve claimed'])
    await expectRefusal({ ...eve, status: 'claimed' })
    await polar.revokeSeat(eve.id)
    await expectRefusal(eve)
  })

  test('gives the seat back to a person who claimed just before the revoke', async () => {
    const seat = await assignSeat('bob', { metadata: { team: 'x' } })
    const client = createInterruptedClient(servers, { DELETE: [() => claim('bob')] })
    expect(await errorOf(reinvite(client, seat))).toMatchObject({ code: 'SeatNotPending' })
    expect(await readTeam()).toEqual(['bob claimed x'])
  })

  test('gives the seat back to a person who got it just before the revoke', async () => {
    const seat = await assignSeat('bob')
    const client = createInterruptedClient(servers, { DELETE: [giveRowTo(seat, 'eve', { metadata: { team: 'x' } })] })
    expect(await errorOf(reinvite(client, seat))).toMatchObject({ code: 'SeatNotPending' })
    expect(await readTeam()).toEqual(['eve pending x'])
  })

  test.each(['drop_after', 'drop_before', 'garbage'] as const)(
    'continues after a revoke with a lost answer: %s',
    async (kind) => {
      const seat = await assignSeat('bob', { metadata: { team: 'x' } })
      emulator.inject({ fault: { kind }, match: { method: 'DELETE', path: '/v1/customer-seats' }, times: 1 })
      expect(await reinvite(polar, seat)).toMatchObject({ status: 'pending', email: 'bob@example.com' })
      expect(await readTeam()).toEqual(['bob pending x'])
    },
  )

  test('uses another row if the row gets a new occupant after a lost answer', async () => {
    const seat = await assignSeat('bob')
    emulator.inject({
      fault: { kind: 'drop_after' },
      match: { method: 'DELETE', path: '/v1/customer-seats' },
      times: 1,
    })
    const client = createInterruptedClient(servers, { GET: [undefined, async () => void (await assignSeat('eve'))] })
    const renewed = await reinvite(client, seat)
    expect(renewed.id).not.toBe(seat.id)
    expect(await readTeam()).toEqual(['bob pending', 'eve pending'])
  })

  test('finds the outcome of an assign with a lost answer', async () => {
    const seat = await assignSeat('bob')
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST', path: '/v1/customer-seats' }, times: 1 })
    expect(await reinvite(polar, seat)).toMatchObject({ email: 'bob@example.com' })
    expect(await readTeam()).toEqual(['bob pending'])
  })

  test('throws an error with the person who has no seat if the assign fails', async () => {
    const seat = await assignSeat('bob', { metadata: { team: 'x' } })
    await buySeats(1)
    const client = createInterruptedClient(servers, { POST: [async () => void (await assignSeat('zoe'))] })
    const error = await errorOf(reinvite(client, seat))
    expect(error).toMatchObject({
      code: 'SeatNotAvailable',
      detail: expect.stringMatching(/^The old invitation is revoked/),
    })
    expect(JSON.parse(JSON.stringify(error)).recipient).toEqual({ email: 'bob@example.com', metadata: { team: 'x' } })
    await buySeats(2)
    if (error.recipient) await polar.assignSeat({ ...servers.source, ...error.recipient })
    expect(await readTeam()).toEqual(['bob pending x', 'zoe pending'])
  })

  test('completes both calls if it is aborted between them', async () => {
    const seat = await assignSeat('bob')
    const controller = new AbortController()
    const client = createInterruptedClient(servers, { DELETE: [() => controller.abort()] })
    expect(await reinvite(client, seat, controller.signal)).toMatchObject({ email: 'bob@example.com' })
  })

  test('completes both calls if it is aborted after a revoke with a lost answer', async () => {
    const seat = await assignSeat('bob', { metadata: { team: 'x' } })
    const controller = new AbortController()
    const client = createInterruptedClient(servers, { DELETE: [loseAnswerAndAbort(seat, controller)] })
    expect(await reinvite(client, seat, controller.signal)).toMatchObject({ email: 'bob@example.com' })
    expect(await readTeam()).toEqual(['bob pending x'])
  })

  test.each(['waits', 'aborts'])(
    'throws an error with the person who may have no seat if the caller %s',
    async (callerAction) => {
      const seat = await assignSeat('bob', { metadata: { team: 'x' } })
      const controller = new AbortController()
      const client = createInterruptedClient(servers, {
        DELETE: [loseAnswerAndAbort(seat, callerAction === 'aborts' ? controller : new AbortController())],
        GET: [undefined, throwNetworkError, throwNetworkError, throwNetworkError],
      })
      const error = await errorOf(reinvite(client, seat, controller.signal))
      expect(error).toMatchObject({
        operation: 'revokeSeat',
        isAmbiguous: true,
        detail: expect.stringMatching(/^The old invitation may be revoked/),
        recipient: { email: 'bob@example.com', metadata: { team: 'x' } },
      })
      expect(await readTeam()).toEqual([])
    },
  )

  test('does not repeat a revoke after an abort, and the error names the person', async () => {
    const seat = await assignSeat('bob')
    const controller = new AbortController()
    const client = createInterruptedClient(servers, { DELETE: [loseRequestAndAbort(controller)] })
    const error = await errorOf(reinvite(client, seat, controller.signal))
    expect(error).toMatchObject({ isAmbiguous: true, recipient: { email: 'bob@example.com' } })
    expect(sentCalls('DELETE')).toHaveLength(1)
    expect(await readTeam()).toEqual(['bob pending'])
  })
})
