import { SeatsError, type SeatSource } from '@seats/core'
import { normalizeSource } from '../contract/normalizeSource.ts'
import { isActive } from '../lapses/Standing.ts'
import { captureStanding, keyOf } from './capture.ts'
import { finishJob, planChanged, readPlan, startJob } from './finishJob.ts'
import { isWanted, type PlannedPerson, type RecoveryPlan } from './RecoveryPlan.ts'
import type { RunContext } from './runRecovery.ts'
import type { SeatingReport } from './seatPeople.ts'
import { withLock } from './withLock.ts'

/** Options of `restore`. */
export interface RestoreOptions {
  /** The plan that was shown. Also after a JSON round trip. */
  plan: RecoveryPlan
  /** The keys of the people to seat. Default: everybody whose action is `claim` or `invite`. */
  only?: readonly string[] | undefined
  /** The subscription or order that has replaced the old one. Default: the same source. */
  to?: SeatSource | undefined
  /** After an abort nobody else is seated. The next `run` does the rest. */
  signal?: AbortSignal | undefined
}

/** Seats the people of a plan, if it still holds. */
export async function restoreTeam(
  context: RunContext,
  source: SeatSource,
  { plan: seen, only, to, signal }: RestoreOptions,
): Promise<SeatingReport> {
  const target = normalizeSource(to ?? source)
  const report = await withLock(context.store, keyOf(source), async (lock) => {
    const planned = await readPlan(context, source, lock.signal)
    const { plan } = planned
    if (plan.id !== seen.id || keyOf(seen.source) !== keyOf(source)) throw planChanged()
    const people = choose(plan, only)
    await requireActive(context, target)
    const available = to === undefined ? plan.availableSeats : (await context.client.listSeats(target)).available_seats
    if (people.length > available) throw notEnoughSeats(people.length, available)
    const job = await startJob(context, plan, people, { to: target, isByHand: true })
    return finishJob(context, planned, job, lock, signal)
  })
  if (report === undefined) throw busy()
  return report
}

function choose({ people }: RecoveryPlan, only: readonly string[] | undefined): PlannedPerson[] {
  if (only === undefined) return people.filter(isWanted)
  const keys = new Set(only)
  const chosen = people.filter((planned) => keys.has(planned.person.key))
  const isPossible = (planned: PlannedPerson) => isWanted(planned) || planned.action === 'unsure'
  if (chosen.length < keys.size || !chosen.every(isPossible)) throw planChanged()
  return chosen
}

async function requireActive({ client, memory }: RunContext, source: SeatSource): Promise<void> {
  const standing = await captureStanding({ client, memory, source, signal: undefined })
  if (standing === null || isActive(standing)) return
  throw new SeatsError({
    code: 'SubscriptionInactive',
    status: 409,
    detail: 'The subscription is not active. Nobody was seated. If another one has replaced it, name that in `to`.',
  })
}

const notEnoughSeats = (wanted: number, available: number) =>
  new SeatsError({
    code: 'SeatNotAvailable',
    status: 409,
    detail: `${wanted} people are to be seated, but only ${available} seats are free. Nobody was seated. Buy seats, or choose people with \`only\`.`,
  })

const busy = () =>
  new SeatsError({
    code: 'RecoveryBusy',
    status: 409,
    detail: 'Another process is restoring this team. Nobody was seated by this call. Try again in a moment.',
  })
