import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import { isInvitationExpired } from '../../roster/isInvitationExpired.ts'
import { seatRecipient } from '../../roster/seatRecipient.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { startRun } from '../run/WorkflowRun.ts'
import { ensureRevoked } from '../seat/ensureRevoked.ts'
import { ensureSeat } from '../seat/ensureSeat.ts'
import { renewInvitation } from '../seat/renewInvitation.ts'
import { isSameAssignment } from './appliedSeatPlan.ts'
import type { StepListName } from './SeatPlanState.ts'

interface StepContext {
  client: SeatsClient
  source: SeatSource
  /** `maxWait` is 0, so that a step throws each 429. Then the whole plan waits. */
  options: WorkflowOptions
}

interface PlanStep {
  /** The number of calls that a step usually sends. These calls are reserved in the client's budget before the step. */
  callCount: number
  /**
   * Carries out one step. Resolves with false if there was nothing to change.
   *
   * @param mayBeRevoked True if an earlier attempt may have revoked the seat.
   */
  act(context: StepContext, seat: CustomerSeat, mayBeRevoked: boolean): Promise<boolean>
}

export const planSteps: Record<StepListName, PlanStep> = {
  revoked: { callCount: 2, act: revoke },
  reinvited: { callCount: 3, act: renew },
}

async function revoke(context: StepContext, seat: CustomerSeat, mayBeRevoked: boolean): Promise<boolean> {
  const { client, source, options } = context
  if (mayBeRevoked) {
    const { seats } = await readRoster(context)
    // The seat has been revoked, probably by an earlier attempt. If the person has a seat now, it is a new seat.
    if (!seats.some((row) => isSameAssignment(row, seat))) return true
  }
  const { revoked } = await ensureRevoked(client, { source, seat }, options)
  return revoked || mayBeRevoked
}

async function renew(context: StepContext, seat: CustomerSeat, mayBeRevoked: boolean): Promise<boolean> {
  const { client, source, options } = context
  const recipient = seatRecipient(seat)
  if (mayBeRevoked && recipient !== undefined) {
    const row = indexRoster(await readRoster(context)).find(recipient)
    if (row === undefined) {
      // This call gets no signal, because an abort would leave the person without a seat.
      await ensureSeat(client, { source, recipient }, { ...options, signal: undefined })
      return true
    }
    if (!isSameAssignment(row, seat)) return true
  }
  const run = startRun(client, options)
  // The plan may be old, or made with a wrong clock. `renewInvitation` first reads the roster, and that answer contains
  // the server's time. Then `earliestNow` is a time that the server's clock has certainly reached.
  await renewInvitation(run, source, seat, {}, (row) => isInvitationExpired(row, { now: run.earliestNow() }))
  return true
}

function readRoster({ client, source, options }: StepContext): Promise<SeatsList> {
  const list = () => client.listSeats(source, { signal: options.signal, retry: false })
  return sendWithRateLimitWait(startRun(client, options), list)
}
