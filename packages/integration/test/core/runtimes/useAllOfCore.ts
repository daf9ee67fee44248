// Calls functions of each large part of core. Uses no API of Node, so that the bundle runs in every runtime.
import {
  applySeatPlan,
  assignSeats,
  createClaimFlow,
  createSeatsClient,
  ensureRevoked,
  ensureSeat,
  isSeatsError,
  planSeats,
  reinviteSeat,
  summarizeRoster,
  type ClaimFlowState,
  type SeatSource,
} from '@seats/core'
import { parseRecipients } from '@seats/core/csv'
import { seatsQueryOptions } from '@seats/core/query'

/** Resolves with a text line for each result. `invitationTo` returns the token that was sent to an address. */
export async function useAllOfCore(
  baseURL: string,
  source: SeatSource,
  invitationTo: (address: string) => Promise<string>,
): Promise<string[]> {
  const lines: string[] = []
  const client = createSeatsClient({ accessToken: async () => 'polar_oat_acme', baseURL })

  const { recipients, problems } = parseRecipients('ada@example.com, grace@example.com\nnobody\nKay <kay@example.com>')
  lines.push(`parsed ${recipients.length}, ${problems.length} problem`)
  const report = await assignSeats(client, { source, recipients })
  lines.push(`bulk ${report.results.map(({ outcome }) => outcome).join(' ')}`)
  const { seat, created } = await ensureSeat(client, { source, recipient: { email: 'Ada@example.com' } })
  if (seat === null) throw new Error('Ada has no seat')
  lines.push(`ensured ${created} ${seat.email}`)
  lines.push(`resent ${(await client.resendInvitation(seat.id)).status}`)
  lines.push(`reinvited ${(await reinviteSeat(client, { source, seat })).status}`)

  const flow = createClaimFlow(client, {
    invitation_token: await invitationTo('ada@example.com'),
    waitForBenefits: true,
  })
  const waitForState = (isReached: (state: ClaimFlowState) => boolean) =>
    new Promise<ClaimFlowState>((resolve) => {
      const checkState = () => {
        if (isReached(flow.getState())) resolve(flow.getState())
      }
      flow.subscribe(checkState)
      checkState()
    })
  await waitForState(({ status }) => status === 'ready')
  await flow.claim()
  const state = await waitForState((state) => state.status === 'claimed' && state.benefits === 'seen')
  lines.push(`claim ${state.status}, benefits seen`)

  const query = seatsQueryOptions(client, source)
  const roster = await query.queryFn({ signal: new AbortController().signal })
  const { claimed, pending } = summarizeRoster(roster)
  lines.push(`roster ${claimed} claimed, ${pending} pending`)
  const plan = planSeats(roster, [{ email: 'ada@example.com' }, { email: 'joan@example.com' }], {
    now: 0,
    maxRevokes: 9,
  })
  const { revoked, assigned } = await applySeatPlan(client, { source, plan })
  lines.push(`plan ${revoked.length} revoked, ${assigned.results.length} assigned`)
  const [joan] = assigned.results
  if (joan?.seat === undefined) throw new Error('Joan has no seat')
  lines.push(`revoked ${(await ensureRevoked(client, { source, seat: joan.seat })).revoked}`)

  const codeOf = async (call: Promise<unknown>) => {
    try {
      await call
      return 'fine'
    } catch (error) {
      return isSeatsError(error) ? error.code : String(error)
    }
  }
  lines.push(`refused ${await codeOf(client.assignSeat({ ...source, email: 'ada@example.com' }))}`)
  lines.push(`invalid ${await codeOf(client.revokeSeat('nope'))}`)
  const slowClient = createSeatsClient({
    accessToken: 'x',
    baseURL,
    timeout: 20,
    retry: false,
    fetch: () => new Promise(() => {}),
  })
  lines.push(`late ${await codeOf(slowClient.listSeats(source))}`)
  const unreachableClient = createSeatsClient({ accessToken: 'x', baseURL: 'http://127.0.0.1:1', retry: false })
  lines.push(`gone ${await codeOf(unreachableClient.listSeats(source))}`)
  const clientWithPath = createSeatsClient({ baseURL: '/api/seats', retry: false })
  lines.push(`path ${await codeOf(clientWithPath.listSeats(source))}`)
  const reason = new Error('left')
  const abortError = await client
    .listSeats(source, { signal: AbortSignal.abort(reason) })
    .catch((error: unknown) => error)
  lines.push(`left ${abortError === reason}`)
  return lines
}
