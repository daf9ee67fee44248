import type { SeatsClient, SeatsError } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Driver } from '../Driver.ts'
import { click, useFakeTime, linesOf, expectLines, expectLinesInTime, mountPage } from '../page.ts'
import { team, type Team } from '../team.ts'
import { TestBackend } from '../TestBackend.ts'

const inviteAction =
  (email: string) =>
  ({ assign }: Team) =>
    assign.mutate({ email })

export function changeStories(driver: Driver): void {
  describe('useAssignSeat', () => {
    test('shows the new seat before the server answers, and sends one request', async () => {
      const backend = await TestBackend.create({ seats: 2 })
      const component = team({ actions: { invite: inviteAction('ada@example.com') } })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '2 free')
      const call = backend.holdNextCall('POST')
      click(page, 'invite')
      await expectLines(page, '1 free', 'ada@example.com pending…')
      call.release()
      await expectLines(page, '1 free', 'ada@example.com pending')
      expect(backend.calls).toEqual(['GET', 'POST'])
    })

    test('hides the new seat if the server refuses it, shows the error, and reads the roster again', async () => {
      const backend = await TestBackend.create({ seats: 2, roster: ['ada@example.com'] })
      const component = team({ actions: { invite: inviteAction('grace@example.com') } })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '1 free', 'ada@example.com pending')
      await backend.createClient().assignSeat({ ...backend.source, email: 'lin@example.com' })
      backend.calls.length = 0
      const call = backend.holdNextCall('POST')
      click(page, 'invite')
      await expectLines(page, '0 free', 'ada@example.com pending', 'grace@example.com pending…')
      call.release()
      await expectLines(
        page,
        '0 free',
        'ada@example.com pending',
        'lin@example.com pending',
        'assign: SeatNotAvailable',
      )
      expect(backend.calls).toEqual(['POST', 'GET'])
    })

    test('rejects an invalid email address without a request', async () => {
      const backend = await TestBackend.create()
      const component = team({ actions: { invite: inviteAction('ada at example') } })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '5 free')
      click(page, 'invite')
      await expectLines(page, '5 free', 'assign: RequestValidationError')
      expect(backend.calls).toEqual(['GET'])
    })

    test.each(['drop_after', 'garbage'])(
      'succeeds after a lost answer if one read of the roster shows the seat: %s',
      async (kind) => {
        const backend = await TestBackend.create()
        const seatTexts: string[] = []
        const component = team({
          actions: { invite: inviteAction('ada@example.com') },
          assign: { onSuccess: ({ customer_email, status }) => seatTexts.push(`${customer_email} ${status}`) },
        })
        const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
        await expectLines(page, '5 free')
        await backend.failNextCall('POST', { kind })
        click(page, 'invite')
        await expectLines(page, '4 free', 'ada@example.com pending')
        expect(seatTexts).toEqual(['ada@example.com pending'])
        expect(backend.calls).toEqual(['GET', 'POST', 'GET'])
      },
    )

    test('fails after a lost answer if the person already had a seat', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const component = team({ actions: { invite: inviteAction('ada@example.com') } })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      await backend.failNextCall('POST', { kind: 'drop_after' })
      click(page, 'invite')
      await expectLines(page, '4 free', 'ada@example.com pending', 'assign: SeatAlreadyAssigned')
      expect(backend.calls.filter((call) => call === 'POST')).toHaveLength(1)
    })

    test('fails with `isAmbiguous: false` if the roster does not show the seat within the time limit', async () => {
      const backend = await TestBackend.create()
      const errors: SeatsError[] = []
      const component = team({
        actions: { invite: inviteAction('ada@example.com') },
        assign: { onError: (error) => errors.push(error) },
      })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '5 free')
      await backend.failNextCall('POST', { kind: 'drop_before' })
      useFakeTime()
      click(page, 'invite')
      await expectLines(page, '4 free', 'ada@example.com pending…')
      await expectLinesInTime(page, '5 free', 'assign: NetworkError')
      expect(errors).toMatchObject([{ isAmbiguous: false, isRetryable: true }])
    })

    test('fails with `isAmbiguous: true` if the roster cannot be read after a lost answer', async () => {
      const backend = await TestBackend.create()
      const errors: SeatsError[] = []
      const component = team({
        actions: { invite: inviteAction('ada@example.com') },
        assign: { onError: (error) => errors.push(error) },
      })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '5 free')
      await backend.failNextCall('POST', { kind: 'drop_after' })
      await backend.failNextCall('GET', { kind: 'drop_before' })
      click(page, 'invite')
      await expectLines(page, '4 free', 'ada@example.com pending', 'assign: NetworkError')
      expect(errors).toMatchObject([{ isAmbiguous: true }])
    })

    test('updates the roster before it calls `onSuccess`', async () => {
      const backend = await TestBackend.create()
      const steps: string[] = []
      const component = team({
        actions: {
          invite: ({ assign }) =>
            assign.mutate({ email: 'ada@example.com' }, { onSuccess: () => steps.push(`then ${linesOf(page)[0]}`) }),
        },
        assign: {
          onMutate: () => steps.push('onMutate'),
          onSuccess: ({ id }) => {
            const roster = page.cache.getQueryData(['seats', 'default', 'listSeats', backend.source.subscription_id])
            steps.push(`onSuccess ${JSON.stringify(roster).includes(id)}`)
          },
        },
      })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '5 free')
      click(page, 'invite')
      await expect.poll(() => steps).toEqual(['onMutate', 'onSuccess true', 'then 4 free'])
    })

    test('fails without a request if there is no source', async () => {
      const backend = await TestBackend.create()
      const component = team({ actions: { invite: inviteAction('ada@example.com') } })
      const page = mountPage(driver, { component, client: backend.createClient(), input: null })
      click(page, 'invite')
      await expectLines(page, 'assign: ConfigurationError')
      expect(backend.calls).toEqual([])
    })
  })

  describe('useRevokeSeat', () => {
    test('shows the seat as free before the server answers, with one request, and renders no other row again', async () => {
      const backend = await TestBackend.create({
        roster: ['ada@example.com claimed', 'grace@example.com', 'lin@example.com'],
      })
      const drawn: (string | null)[] = []
      const component = team({ onDrawRow: (email) => drawn.push(email) })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(
        page,
        '2 free',
        'ada@example.com claimed',
        'grace@example.com pending',
        'lin@example.com pending',
      )
      drawn.length = 0
      const call = backend.holdNextCall('DELETE')
      click(page, 'revoke grace@example.com')
      await expectLines(page, '3 free', 'ada@example.com claimed', 'lin@example.com pending')
      call.release()
      await expect.poll(() => backend.calls).toEqual(['GET', 'DELETE'])
      await expect.poll(() => cachedSeats(page.cache, backend)?.map(({ status }) => status)).toContain('revoked')
      await expectLines(page, '3 free', 'ada@example.com claimed', 'lin@example.com pending')
      expect(drawn).toEqual([])
    })

    test('shows the seat again, and the error, if the server refuses the revoke', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com claimed'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com claimed')
      await backend.failNextCall('DELETE', {
        kind: 'status',
        status: 403,
        body: '{"error":"NotPermitted","detail":"No."}',
      })
      click(page, 'revoke ada@example.com')
      await expectLines(page, '4 free', 'ada@example.com claimed', 'revoke: NotPermitted')
      expect(backend.calls).toEqual(['GET', 'DELETE'])
    })

    test('succeeds after a lost answer if one read of the roster shows that the seat is revoked', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com claimed'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com claimed')
      await backend.failNextCall('DELETE', { kind: 'drop_after' })
      click(page, 'revoke ada@example.com')
      await expectLines(page, '5 free')
      await expect.poll(() => backend.calls).toEqual(['GET', 'DELETE', 'GET'])
      await expect.poll(() => cachedSeats(page.cache, backend)?.map(({ status }) => status)).toEqual(['revoked'])
      expect(linesOf(page)).toEqual(['5 free'])
    })

    test('fails if the person still has the seat after the time limit', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com claimed'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com claimed')
      await backend.failNextCall('DELETE', { kind: 'drop_before' })
      useFakeTime()
      click(page, 'revoke ada@example.com')
      await expectLines(page, '5 free')
      await expectLinesInTime(page, '4 free', 'ada@example.com claimed', 'revoke: NetworkError')
      expect(backend.calls.filter((call) => call === 'DELETE')).toHaveLength(1)
    })

    test('revokes a seat without an occupant, and shows it as free at once', async () => {
      const backend = await TestBackend.create({ roster: ['- claimed', 'grace@example.com'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '3 free', ' claimed', 'grace@example.com pending')
      const call = backend.holdNextCall('DELETE')
      click(page, 'revoke ')
      await expectLines(page, '4 free', 'grace@example.com pending')
      call.release()
      await expect.poll(() => cachedSeats(page.cache, backend)?.map(({ status }) => status)).toContain('revoked')
      expect(linesOf(page)).toEqual(['4 free', 'grace@example.com pending'])
    })

    test('a slow revoke that fails undoes only itself, and not the other changes', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com', 'grace@example.com'] })
      const component = team({ actions: { invite: inviteAction('lin@example.com') } })
      const page = mountPage(driver, { component, client: backend.createClient(), input: backend.source })
      await expectLines(page, '3 free', 'ada@example.com pending', 'grace@example.com pending')
      const slowRevoke = backend.holdNextCall('DELETE')
      click(page, 'revoke ada@example.com')
      await slowRevoke.arrived
      click(page, 'revoke grace@example.com')
      click(page, 'invite')
      await expectLines(page, '4 free', 'lin@example.com pending')
      await backend.failNextCall('DELETE', {
        kind: 'status',
        status: 403,
        body: '{"error":"NotPermitted","detail":"No."}',
      })
      slowRevoke.release()
      await expectLines(page, '3 free', 'ada@example.com pending', 'lin@example.com pending')
      expect(backend.calls).toEqual(['GET', 'DELETE', 'DELETE', 'POST'])
    })
  })

  describe('useRevokeSeat on a stale row', () => {
    /** Starts a page whose row shows Ada, although Grace has the seat by now. */
    async function startWithStaleRow(createClient: (backend: TestBackend) => Promise<SeatsClient>) {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, { component: team(), client: await createClient(backend), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      const other = backend.createOtherClient()
      const [ada] = (await other.listSeats(backend.source)).seats
      if (ada === undefined) throw new Error('Ada has no seat.')
      await other.revokeSeat(ada.id, { occupant: ada })
      const grace = await other.assignSeat({ ...backend.source, email: 'grace@example.com' })
      expect(grace.id).toBe(ada.id)
      backend.calls.length = 0
      return { backend, page, other }
    }

    test('leaves the seat to its new occupant, and shows that person', async () => {
      const { backend, page, other } = await startWithStaleRow(async (backend) => backend.createClient())
      const call = backend.holdNextCall('GET')
      click(page, 'revoke ada@example.com')
      // The answer itself names the occupant, before the roster is read again.
      await expectLines(page, '4 free', 'grace@example.com pending', 'revoke: SeatOccupantChanged')
      expect(backend.calls.filter((method) => method !== 'GET')).toEqual(['DELETE'])
      call.release()
      await expectLines(page, '4 free', 'grace@example.com pending', 'revoke: SeatOccupantChanged')
      expect((await other.listSeats(backend.source)).seats).toMatchObject([{ email: 'grace@example.com' }])
    })

    test('sends no revoke with a session, because the client reads the roster first', async () => {
      const { backend, page, other } = await startWithStaleRow((backend) => backend.createPortalClient())
      click(page, 'revoke ada@example.com')
      await expectLines(page, '4 free', 'grace@example.com pending', 'revoke: SeatOccupantChanged')
      expect(backend.calls).not.toContain('DELETE')
      expect((await other.listSeats(backend.source)).seats).toMatchObject([{ email: 'grace@example.com' }])
    })

    test('sends one read and one revoke with a session', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, {
        component: team(),
        client: await backend.createPortalClient(),
        input: backend.source,
      })
      await expectLines(page, '4 free', 'ada@example.com pending')
      backend.calls.length = 0
      click(page, 'revoke ada@example.com')
      await expectLines(page, '5 free')
      await expect.poll(() => backend.calls).toEqual(['GET', 'DELETE'])
    })

    test('gives the new occupant the seat back if the occupant changed during the revoke', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, {
        component: team(),
        client: await backend.createPortalClient(),
        input: backend.source,
      })
      await expectLines(page, '4 free', 'ada@example.com pending')
      const call = backend.holdNextCall('DELETE')
      click(page, 'revoke ada@example.com')
      await call.arrived
      const other = backend.createOtherClient()
      const [ada] = (await other.listSeats(backend.source)).seats
      if (ada === undefined) throw new Error('Ada has no seat.')
      await other.revokeSeat(ada.id, { occupant: ada })
      await other.assignSeat({ ...backend.source, email: 'grace@example.com', metadata: { team: 'x' } })
      call.release()
      await expectLines(page, '4 free', 'grace@example.com pending', 'revoke: SeatOccupantChanged')
      expect((await other.listSeats(backend.source)).seats).toMatchObject([
        { email: 'grace@example.com', status: 'pending', seat_metadata: { team: 'x' } },
      ])
    })

    test('succeeds if somebody else has already revoked the seat', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      const other = backend.createOtherClient()
      const [ada] = (await other.listSeats(backend.source)).seats
      if (ada) await other.revokeSeat(ada.id, { occupant: ada })
      click(page, 'revoke ada@example.com')
      await expectLines(page, '5 free')
      expect(backend.calls).toEqual(['GET', 'DELETE'])
    })
  })

  describe('useResendInvitation', () => {
    test('sends no mail to the new occupant of a seat, and shows that person', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      const other = backend.createOtherClient()
      const [ada] = (await other.listSeats(backend.source)).seats
      if (ada) await other.revokeSeat(ada.id, { occupant: ada })
      await other.assignSeat({ ...backend.source, email: 'grace@example.com' })
      const before = await backend.countMails('grace@example.com')
      click(page, 'resend ada@example.com')
      await expectLines(page, '4 free', 'grace@example.com pending', 'resend: SeatOccupantChanged')
      expect(await backend.countMails('grace@example.com')).toBe(before)
    })

    test('sends the invitation again, with one request', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      const before = await backend.countMails('ada@example.com')
      click(page, 'resend ada@example.com')
      await expect.poll(() => backend.countMails('ada@example.com')).toBe(before + 1)
      expect(backend.calls).toEqual(['GET', 'POST'])
      expect(linesOf(page)).toEqual(['4 free', 'ada@example.com pending'])
    })

    test('fails after a lost answer, because the roster does not show whether a mail was sent', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      await backend.failNextCall('POST', { kind: 'drop_after' })
      click(page, 'resend ada@example.com')
      await expectLines(page, '4 free', 'ada@example.com pending', 'resend: NetworkError')
      expect(backend.calls.filter((call) => call === 'POST')).toHaveLength(1)
    })

    test('shows the seat as claimed if the roster says so after a lost answer', async () => {
      const backend = await TestBackend.create()
      await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      await backend
        .createOtherClient()
        .claimSeat({ invitation_token: await backend.readInvitationToken('ada@example.com') })
      await backend.failNextCall('POST', { kind: 'drop_after' })
      click(page, 'resend ada@example.com')
      await expectLines(page, '4 free', 'ada@example.com claimed', 'resend: SeatNotPending')
      expect(backend.calls.filter((call) => call === 'POST')).toHaveLength(2)
    })

    test('shows the seat as claimed if it was claimed before the click', async () => {
      const backend = await TestBackend.create()
      const seat = await backend.createClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      const page = mountPage(driver, { component: team(), client: backend.createClient(), input: backend.source })
      await expectLines(page, '4 free', 'ada@example.com pending')
      await backend.createClient().claimSeat({ invitation_token: await backend.readInvitationToken('ada@example.com') })
      backend.calls.length = 0
      click(page, 'resend ada@example.com')
      await expectLines(page, '4 free', 'ada@example.com claimed', 'resend: SeatNotPending')
      expect(backend.calls).toEqual(['POST', 'GET'])
      expect(seat.status).toBe('pending')
    })
  })
}

type Rows = { status: string }[]

const cachedSeats = (
  cache: { getQueryData(key: readonly unknown[]): unknown },
  { source }: TestBackend,
): Rows | undefined =>
  (cache.getQueryData(['seats', 'default', 'listSeats', source.subscription_id]) as { seats: Rows } | undefined)?.seats
