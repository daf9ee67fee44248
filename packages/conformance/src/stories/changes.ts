import { describe, expect, test } from 'vitest'
import type { Driver } from '../Driver.ts'
import { click, linesOf, says, show } from '../page.ts'
import { team, type Team } from '../team.ts'
import { World } from '../World.ts'

const invite =
  (email: string) =>
  ({ assign }: Team) =>
    assign.mutate({ email })

export function changeStories(driver: Driver): void {
  describe('useAssignSeat', () => {
    test('shows the new seat before the answer, then the real one, with one request', async () => {
      const world = await World.create({ seats: 2 })
      const component = team({ actions: { invite: invite('ada@example.com') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '2 free')
      const call = world.hold('POST')
      click(page, 'invite')
      await says(page, '1 free', 'ada@example.com pending …')
      call.release()
      await says(page, '1 free', 'ada@example.com pending')
      expect(world.calls).toEqual(['GET', 'POST'])
    })

    test('takes a refused seat off again, keeps the error, and reads the roster that it was wrong about', async () => {
      const world = await World.create({ seats: 2, roster: ['ada@example.com'] })
      const component = team({ actions: { invite: invite('grace@example.com') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '1 free', 'ada@example.com pending')
      await world.client().assignSeat({ ...world.source, email: 'lin@example.com' })
      world.calls.length = 0
      const call = world.hold('POST')
      click(page, 'invite')
      await says(page, '0 free', 'ada@example.com pending', 'grace@example.com pending …')
      call.release()
      await says(page, '0 free', 'ada@example.com pending', 'lin@example.com pending', 'assign: SeatNotAvailable')
      expect(world.calls).toEqual(['POST', 'GET'])
    })

    test('refuses what is no address without a request', async () => {
      const world = await World.create()
      const component = team({ actions: { invite: invite('ada at example') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '5 free')
      click(page, 'invite')
      await says(page, '5 free', 'assign: RequestValidationError')
      expect(world.calls).toEqual(['GET'])
    })

    test('reads the roster once where the answer is lost', async () => {
      const world = await World.create()
      const component = team({ actions: { invite: invite('ada@example.com') } })
      const page = show(driver, { component, client: world.client(), input: world.source })
      await says(page, '5 free')
      await world.fail('POST', { kind: 'drop_after' })
      click(page, 'invite')
      await says(page, '4 free', 'ada@example.com pending', 'assign: NetworkError')
      expect(world.calls).toEqual(['GET', 'POST', 'GET'])
    })

    test('calls back after the roster is up to date', async () => {
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

    test('is refused without a source', async () => {
      const world = await World.create()
      const component = team({ actions: { invite: invite('ada@example.com') } })
      const page = show(driver, { component, client: world.client(), input: null })
      click(page, 'invite')
      await says(page, 'assign: ConfigurationError')
      expect(world.calls).toEqual([])
    })
  })

  describe('useRevokeSeat', () => {
    test('frees the seat before the answer, with one request, and draws no other row again', async () => {
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

    test('gives the seat back where the call is refused, and keeps the error', async () => {
      const world = await World.create({ roster: ['ada@example.com claimed'] })
      const page = show(driver, { component: team(), client: world.client(), input: world.source })
      await says(page, '4 free', 'ada@example.com claimed')
      await world.fail('DELETE', { kind: 'status', status: 403, body: '{"error":"NotPermitted","detail":"No."}' })
      click(page, 'revoke ada@example.com')
      await says(page, '4 free', 'ada@example.com claimed', 'revoke: NotPermitted')
      expect(world.calls).toEqual(['GET', 'DELETE'])
    })

    test('a slow one that fails takes back nothing but itself', async () => {
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

  describe('useResendInvitation', () => {
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

    test('shows that the seat was claimed meanwhile', async () => {
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
