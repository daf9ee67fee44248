import type { SeatsClient, SeatsError } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../Driver.ts'
import { click, holdTime, linesOf, says, saysInTime, show } from '../page.ts'
import { team, type Team } from '../team.ts'
import { World } from '../World.ts'

const invite =
  (email: string) =>
  ({ assign }: Team) =>
    assign.mutate({ email })

export function changeStories(driver: Driver): void {
  describe('useAssignSeat', () => {
    test('shows the new seat before the answer, then the seat of the answer, with one request', async () => {
      const world = await World.create({ seats: 2 })
      const component = team({ actions: { invite: invite('ada@example.com') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '2 free')
      const call = world.hold('POST')
      click(page, 'invite')
      await says(page, '1 free', 'ada@example.com pending…')
      call.release()
      await says(page, '1 free', 'ada@example.com pending')
      expect(world.calls).toEqual(['GET', 'POST'])
    })

    test('hides a refused seat, keeps the error, and reads the roster again', async () => {
      const world = await World.create({ seats: 2, roster: ['ada@example.com'] })
      const component = team({ actions: { invite: invite('grace@example.com') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '1 free', 'ada@example.com pending')
      await world.client().assignSeat({ ...world.source, email: 'lin@example.com' })
      world.calls.length = 0
      const call = world.hold('POST')
      click(page, 'invite')
      await says(page, '0 free', 'ada@example.com pending', 'grace@example.com pending…')
      call.release()
      await says(page, '0 free', 'ada@example.com pending', 'lin@example.com pending', 'assign: SeatNotAvailable')
      expect(world.calls).toEqual(['POST', 'GET'])
    })

    test('refuses a text that is not an address, without a request', async () => {
      const world = await World.create()
      const component = team({ actions: { invite: invite('ada at example') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '5 free')
      click(page, 'invite')
      await says(page, '5 free', 'assign: RequestValidationError')
      expect(world.calls).toEqual(['GET'])
    })

    test.each(['drop_after', 'garbage'])(
      'succeeds if only its answer is lost, which one read tells: %s',
      async (kind) => {
        const world = await World.create()
        const seen: string[] = []
        const component = team({
          actions: { invite: invite('ada@example.com') },
          assign: { onSuccess: ({ customer_email, status }) => seen.push(`${customer_email} ${status}`) },
        })
        const page = show(driver, { component, client: world.client(), input: world.source })
        await says(page, '5 free')
        await world.fail('POST', { kind })
        click(page, 'invite')
        await says(page, '4 free', 'ada@example.com pending')
        expect(seen).toEqual(['ada@example.com pending'])
        expect(world.calls).toEqual(['GET', 'POST', 'GET'])
      },
    )

    test('fails after a lost answer if the person had the seat before', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const component = team({ actions: { invite: invite('ada@example.com') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      await world.fail('POST', { kind: 'drop_after' })
      click(page, 'invite')
      await says(page, '4 free', 'ada@example.com pending', 'assign: SeatAlreadyAssigned')
      expect(world.calls.filter((call) => call === 'POST')).toHaveLength(1)
    })

    test('fails without ambiguity if the roster does not show the seat after the time limit', async () => {
      const world = await World.create()
      const errors: SeatsError[] = []
      const component = team({
        actions: { invite: invite('ada@example.com') },
        assign: { onError: (error) => errors.push(error) },
      })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '5 free')
      await world.fail('POST', { kind: 'drop_before' })
      holdTime()
      click(page, 'invite')
      await says(page, '4 free', 'ada@example.com pending…')
      await saysInTime(page, '5 free', 'assign: NetworkError')
      expect(errors).toMatchObject([{ isAmbiguous: false, isRetryable: true }])
    })

    test('is ambiguous if the roster cannot be read either', async () => {
      const world = await World.create()
      const errors: SeatsError[] = []
      const component = team({
        actions: { invite: invite('ada@example.com') },
        assign: { onError: (error) => errors.push(error) },
      })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '5 free')
      await world.fail('POST', { kind: 'drop_after' })
      await world.fail('GET', { kind: 'drop_before' })
      click(page, 'invite')
      await says(page, '4 free', 'ada@example.com pending', 'assign: NetworkError')
      expect(errors).toMatchObject([{ isAmbiguous: true }])
    })

    test('calls onSuccess after the roster is up to date', async () => {
      const world = await World.create()
      const seen: string[] = []
      const component = team({
        actions: {
          invite: ({ assign }) =>
            assign.mutate({ email: 'ada@example.com' }, { onSuccess: () => seen.push(`then ${linesOf(page)[0]}`) }),
        },
        assign: {
          onMutate: () => seen.push('onMutate'),
          onSuccess: ({ id }) => {
            const roster = page.cache.getQueryData(['seats', 'default', 'listSeats', world.source.subscription_id])
            seen.push(`onSuccess ${JSON.stringify(roster).includes(id)}`)
          },
        },
      })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '5 free')
      click(page, 'invite')
      await expect.poll(() => seen).toEqual(['onMutate', 'onSuccess true', 'then 4 free'])
    })

    test('fails without a source', async () => {
      const world = await World.create()
      const component = team({ actions: { invite: invite('ada@example.com') } })
      const page = show(driver, { component, client: world.client(), input: null })
      click(page, 'invite')
      await says(page, 'assign: ConfigurationError')
      expect(world.calls).toEqual([])
    })
  })

  describe('useRevokeSeat', () => {
    test('frees the seat before the answer, with one request, and renders no other row again', async () => {
      const world = await World.create({ roster: ['ada@example.com claimed', 'grace@example.com', 'lin@example.com'] })
      const drawn: (string | null)[] = []
      const component = team({ onDraw: (email) => drawn.push(email) })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '2 free', 'ada@example.com claimed', 'grace@example.com pending', 'lin@example.com pending')
      drawn.length = 0
      const call = world.hold('DELETE')
      click(page, 'revoke grace@example.com')
      await says(page, '3 free', 'ada@example.com claimed', 'lin@example.com pending')
      call.release()
      await expect.poll(() => world.calls).toEqual(['GET', 'DELETE'])
      await expect.poll(() => rosterOf(page.cache, world)?.map(({ status }) => status)).toContain('revoked')
      await says(page, '3 free', 'ada@example.com claimed', 'lin@example.com pending')
      expect(drawn).toEqual([])
    })

    test('shows the seat again if the call is refused, and keeps the error', async () => {
      const world = await World.create({ roster: ['ada@example.com claimed'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com claimed')
      await world.fail('DELETE', { kind: 'status', status: 403, body: '{"error":"NotPermitted","detail":"No."}' })
      click(page, 'revoke ada@example.com')
      await says(page, '4 free', 'ada@example.com claimed', 'revoke: NotPermitted')
      expect(world.calls).toEqual(['GET', 'DELETE'])
    })

    test('succeeds if only its answer is lost', async () => {
      const world = await World.create({ roster: ['ada@example.com claimed'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com claimed')
      await world.fail('DELETE', { kind: 'drop_after' })
      click(page, 'revoke ada@example.com')
      await says(page, '5 free')
      await expect.poll(() => world.calls).toEqual(['GET', 'DELETE', 'GET'])
      await expect.poll(() => rosterOf(page.cache, world)?.map(({ status }) => status)).toEqual(['revoked'])
      expect(linesOf(page)).toEqual(['5 free'])
    })

    test('fails without ambiguity if the person still has the seat after the time limit', async () => {
      const world = await World.create({ roster: ['ada@example.com claimed'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com claimed')
      await world.fail('DELETE', { kind: 'drop_before' })
      holdTime()
      click(page, 'revoke ada@example.com')
      await says(page, '5 free')
      await saysInTime(page, '4 free', 'ada@example.com claimed', 'revoke: NetworkError')
      expect(world.calls.filter((call) => call === 'DELETE')).toHaveLength(1)
    })

    test('frees a seat of nobody at once', async () => {
      const world = await World.create({ roster: ['- claimed', 'grace@example.com'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '3 free', ' claimed', 'grace@example.com pending')
      const call = world.hold('DELETE')
      click(page, 'revoke ')
      await says(page, '4 free', 'grace@example.com pending')
      call.release()
      await expect.poll(() => rosterOf(page.cache, world)?.map(({ status }) => status)).toContain('revoked')
      expect(linesOf(page)).toEqual(['4 free', 'grace@example.com pending'])
    })

    test('a slow revoke that fails undoes only itself', async () => {
      const world = await World.create({ roster: ['ada@example.com', 'grace@example.com'] })
      const component = team({ actions: { invite: invite('lin@example.com') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '3 free', 'ada@example.com pending', 'grace@example.com pending')
      const slow = world.hold('DELETE')
      click(page, 'revoke ada@example.com')
      await slow.arrived
      click(page, 'revoke grace@example.com')
      click(page, 'invite')
      await says(page, '4 free', 'lin@example.com pending')
      await world.fail('DELETE', { kind: 'status', status: 403, body: '{"error":"NotPermitted","detail":"No."}' })
      slow.release()
      await says(page, '3 free', 'ada@example.com pending', 'lin@example.com pending')
      expect(world.calls).toEqual(['GET', 'DELETE', 'DELETE', 'POST'])
    })
  })

  describe('useRevokeSeat on a stale row', () => {
    /** The row on the page shows Ada, but by now Grace has the seat. */
    async function stale(client: (world: World) => Promise<SeatsClient>) {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = show(driver, { component: team(), client: await client(world), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      const other = world.someoneElse()
      const [ada] = (await other.listSeats(world.source)).seats
      if (ada === undefined) throw new Error('Ada has no seat.')
      await other.revokeSeat(ada.id, { occupant: ada })
      const grace = await other.assignSeat({ ...world.source, email: 'grace@example.com' })
      expect(grace.id).toBe(ada.id)
      world.calls.length = 0
      return { world, page, other }
    }

    test('takes the seat from nobody else, and shows the new occupant', async () => {
      const { world, page, other } = await stale(async (world) => world.client())
      const call = world.hold('GET')
      click(page, 'revoke ada@example.com')
      // The answer itself names the occupant, before the roster is read again.
      await says(page, '4 free', 'grace@example.com pending', 'revoke: SeatOccupantChanged')
      expect(world.calls.filter((method) => method !== 'GET')).toEqual(['DELETE'])
      call.release()
      await says(page, '4 free', 'grace@example.com pending', 'revoke: SeatOccupantChanged')
      expect((await other.listSeats(world.source)).seats).toMatchObject([{ email: 'grace@example.com' }])
    })

    test('takes the seat from nobody else with a session, because the client reads the roster first', async () => {
      const { world, page, other } = await stale((world) => world.portalClient())
      click(page, 'revoke ada@example.com')
      await says(page, '4 free', 'grace@example.com pending', 'revoke: SeatOccupantChanged')
      expect(world.calls).not.toContain('DELETE')
      expect((await other.listSeats(world.source)).seats).toMatchObject([{ email: 'grace@example.com' }])
    })

    test('sends one read and one revoke with a session', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = show(driver, { component: team(), client: await world.portalClient(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      world.calls.length = 0
      click(page, 'revoke ada@example.com')
      await says(page, '5 free')
      await expect.poll(() => world.calls).toEqual(['GET', 'DELETE'])
    })

    test('gives the seat back if it changed hands while the revoke was on its way', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = show(driver, { component: team(), client: await world.portalClient(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      const call = world.hold('DELETE')
      click(page, 'revoke ada@example.com')
      await call.arrived
      const other = world.someoneElse()
      const [ada] = (await other.listSeats(world.source)).seats
      if (ada === undefined) throw new Error('Ada has no seat.')
      await other.revokeSeat(ada.id, { occupant: ada })
      await other.assignSeat({ ...world.source, email: 'grace@example.com', metadata: { team: 'x' } })
      call.release()
      await says(page, '4 free', 'grace@example.com pending', 'revoke: SeatOccupantChanged')
      expect((await other.listSeats(world.source)).seats).toMatchObject([
        { email: 'grace@example.com', status: 'pending', seat_metadata: { team: 'x' } },
      ])
    })

    test('succeeds if the seat was revoked in the meantime', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      const other = world.someoneElse()
      const [ada] = (await other.listSeats(world.source)).seats
      if (ada) await other.revokeSeat(ada.id, { occupant: ada })
      click(page, 'revoke ada@example.com')
      await says(page, '5 free')
      expect(world.calls).toEqual(['GET', 'DELETE'])
    })
  })

  describe('useResendInvitation', () => {
    test('sends no mail to the new occupant of a seat, and shows who it is', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      const other = world.someoneElse()
      const [ada] = (await other.listSeats(world.source)).seats
      if (ada) await other.revokeSeat(ada.id, { occupant: ada })
      await other.assignSeat({ ...world.source, email: 'grace@example.com' })
      const before = await world.mailsTo('grace@example.com')
      click(page, 'resend ada@example.com')
      await says(page, '4 free', 'grace@example.com pending', 'resend: SeatOccupantChanged')
      expect(await world.mailsTo('grace@example.com')).toBe(before)
    })

    test('sends the invitation again, with one request', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      const before = await world.mailsTo('ada@example.com')
      click(page, 'resend ada@example.com')
      await expect.poll(() => world.mailsTo('ada@example.com')).toBe(before + 1)
      expect(world.calls).toEqual(['GET', 'POST'])
      expect(linesOf(page)).toEqual(['4 free', 'ada@example.com pending'])
    })

    test('is ambiguous after a lost answer, because a roster does not show mails', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      await world.fail('POST', { kind: 'drop_after' })
      click(page, 'resend ada@example.com')
      await says(page, '4 free', 'ada@example.com pending', 'resend: NetworkError')
      expect(world.calls.filter((call) => call === 'POST')).toHaveLength(1)
    })

    test('shows after a lost answer that the seat was claimed', async () => {
      const world = await World.create()
      await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      await world.someoneElse().claimSeat({ invitation_token: await world.invitationOf('ada@example.com') })
      await world.fail('POST', { kind: 'drop_after' })
      click(page, 'resend ada@example.com')
      await says(page, '4 free', 'ada@example.com claimed', 'resend: SeatNotPending')
      expect(world.calls.filter((call) => call === 'POST')).toHaveLength(2)
    })

    test('shows that the seat was claimed in the meantime', async () => {
      const world = await World.create()
      const seat = await world.client().assignSeat({ ...world.source, email: 'ada@example.com' })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com pending')
      await world.client().claimSeat({ invitation_token: await world.invitationOf('ada@example.com') })
      world.calls.length = 0
      click(page, 'resend ada@example.com')
      await says(page, '4 free', 'ada@example.com claimed', 'resend: SeatNotPending')
      expect(world.calls).toEqual(['POST', 'GET'])
      expect(seat.status).toBe('pending')
    })
  })
}

type Rows = { status: string }[]

const rosterOf = (cache: { getQueryData(key: readonly unknown[]): unknown }, { source }: World): Rows | undefined =>
  (cache.getQueryData(['seats', 'default', 'listSeats', source.subscription_id]) as { seats: Rows } | undefined)?.seats
