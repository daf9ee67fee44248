import { getSubscription, indexRoster, SeatsError, type SeatSource } from '@seats/core'
import { isObject } from '../internal/isObject.ts'
import { parseSource } from '../lapses/parseSource.ts'
import { isActive } from '../lapses/SubscriptionState.ts'
import { captureSubscriptionState, keyOf } from './capture.ts'
import { finishJob, startJob } from './finishJob.ts'
import { readPlan, type PlanAndCapture } from './readPlan.ts'
import { recipientOf } from './planRecovery.ts'
import { isWanted, type PlannedPerson, type RecoveryPlan } from './RecoveryPlan.ts'
import type { RunContext } from './runRecovery.ts'
import type { SeatingReport } from './seatPeople.ts'
import { withLock } from './withLock.ts'

/** Options of `restore`. */
export interface RestoreOptions {
  /** The plan that was shown to the admin. It may have been stored as JSON. */
  plan: RecoveryPlan
  /**
   * The keys of the people to seat. Their action must be `claim`, `invite` or `unsure`. Default: everybody whose action
   * is `claim` or `invite`.
   */
  only?: readonly string[] | undefined
  /** The subscription or order that has replaced the old one. Default: the same source. */
  to?: SeatSource | undefined
  /** After an abort, nobody else is seated by this call. The next `run` seats the remaining people. */
  signal?: AbortSignal | undefined
}

/** Seats the people of a plan, if the plan is still current. */
export async function restoreTeam(
  context: RunContext,
  source: SeatSource,
  options: RestoreOptions,
): Promise<SeatingReport> {
  // Code without types may give any value.
  const { plan: seen, only, to, signal } = (options ?? {}) as RestoreOptions
  if (!isObject(seen) || !isObject(seen.source) || typeof seen.id !== 'string') {
    throw invalidError('`restore` needs the `plan` that was shown, exactly as `plan` returned it.')
  }
  if (only !== undefined && !Array.isArray(only))
    throw invalidError('`only` is not a list. Give a list of keys of the plan.')
  const target = parseSource(to ?? source)
  const report = await withLock(context.store, keyOf(source), async (lock) => {
    const planAndCapture = await readPlan(context, source, lock.signal)
    const { plan } = planAndCapture
    if (plan.id !== seen.id || keyOf(seen.source) !== keyOf(source)) throw planChangedError()
    const people = choose(plan, only)
    await requireActive(context, target)
    const hasOtherTarget = keyOf(target) !== keyOf(source)
    if (hasOtherTarget) await requireSameCustomer(context, target, planAndCapture, lock.signal)
    const roster = hasOtherTarget
      ? await context.client.listSeats(target, { signal: lock.signal })
      : planAndCapture.capture.roster
    const index = indexRoster(roster)
    const neededSeats = people.filter(({ person }) => index.find(recipientOf(person)) === undefined).length
    if (neededSeats > roster.available_seats) throw notEnoughSeatsError(neededSeats, roster.available_seats)
    const job = await startJob(context, planAndCapture, people, { to: target, isByHand: true })
    return finishJob(context, planAndCapture, job, lock, signal)
  })
  if (report === undefined) throw busyError()
  return report
}

function choose({ people }: RecoveryPlan, only: readonly string[] | undefined): PlannedPerson[] {
  if (only === undefined) return people.filter(isWanted)
  const keys = new Set(only)
  const chosen = people.filter((planned) => keys.has(planned.person.key))
  const isPossible = (planned: PlannedPerson) => isWanted(planned) || planned.action === 'unsure'
  if (chosen.length < keys.size || !chosen.every(isPossible)) throw planChangedError()
  return chosen
}

async function requireActive({ client, memory }: RunContext, source: SeatSource): Promise<void> {
  const subscriptionState = await captureSubscriptionState({ client, memory, source, signal: undefined })
  if (subscriptionState === null || isActive(subscriptionState)) return
  throw new SeatsError({
    code: 'SubscriptionInactive',
    status: 409,
    detail: 'The subscription is not active. Nobody was seated. If another one has replaced it, pass it as `to`.',
  })
}

/** @throws SeatsError `RequestValidationError` if `to` belongs to another customer, whose members are other people. */
async function requireSameCustomer(
  { client }: RunContext,
  { subscription_id }: SeatSource,
  { capture: { team } }: PlanAndCapture,
  signal: AbortSignal,
): Promise<void> {
  if (subscription_id === undefined) return
  const subscription: unknown = await getSubscription(client, { subscription_id }, { signal })
  const targetCustomerId = isObject(subscription) ? subscription.customer_id : undefined
  // Without the member model, each person is a separate customer.
  const members = team.records.filter(({ person, customerId }) => person.member_id !== null && customerId !== null)
  if (members.length === 0 || members.some(({ customerId }) => customerId === targetCustomerId)) return
  throw invalidError(
    '`to` belongs to another customer, who has other members. Nobody was seated. Name a subscription of the same customer.',
  )
}

const invalidError = (detail: string) => new SeatsError({ code: 'RequestValidationError', detail })

const notEnoughSeatsError = (neededSeats: number, availableSeats: number) =>
  new SeatsError({
    code: 'SeatNotAvailable',
    status: 409,
    detail: `${neededSeats} people are to be seated, but only ${availableSeats} seats are free. Nobody was seated. Buy seats, or choose people with \`only\`.`,
  })

const busyError = () =>
  new SeatsError({
    code: 'RecoveryBusy',
    status: 409,
    detail: 'Another process is restoring this team. Nobody was seated by this call. Try again in a moment.',
  })

const planChangedError = () =>
  new SeatsError({
    code: 'RecoveryPlanChanged',
    status: 409,
    detail: 'The team has changed since this plan was made. Nobody was seated. Make a new plan and show it.',
  })
