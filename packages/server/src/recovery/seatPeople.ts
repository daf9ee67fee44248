import {
  assignSeats,
  getSubscription,
  type AssignSeatsResult,
  type SeatInvitee,
  type SeatsClient,
  type SeatSource,
} from '@seats/core'
import { assignedAtMicroseconds } from '../lapses/assignedAtMicroseconds.ts'
import { isActive, readSubscriptionState } from '../lapses/SubscriptionState.ts'
import { deletedMemberKey, noteKey } from './noteKey.ts'
import { writeNote } from './notes.ts'
import { keyOf } from './capture.ts'
import { recipientOf } from './planRecovery.ts'
import type { PlannedPerson } from './RecoveryPlan.ts'
import type { RecoveryMemory } from './RecoveryMemory.ts'
import { recordKey, recordOf } from './SeatRecord.ts'
import type { SentNote } from './Team.ts'
import type { Lock } from './withLock.ts'

/** The number of people in a batch. Before each batch the lock is renewed and the subscription is read again. */
const batchSize = 25

/** Decides whether a person gets a seat back. */
export type Include = (person: PlannedPerson['person'] & { source: SeatSource }) => boolean | Promise<boolean>

export interface SeatingReport {
  /** The people who have a seat now. */
  restored: PlannedPerson[]
  /** The people whom `include` excluded, who were forgotten, or who no longer exist at Polar. */
  leftOut: PlannedPerson[]
  /** The people who could not be seated yet, with the errors. */
  failed: { person: PlannedPerson; error: unknown }[]
}

interface SeatingParams {
  client: SeatsClient
  memory: RecoveryMemory
  /** The key of the source on which the people had their seats. */
  from: string
  to: SeatSource
  people: readonly PlannedPerson[]
  include: Include | undefined
  lock: Lock
  signal: AbortSignal | undefined
}

/** Seats people again in batches, and each person at most once. Stops if the subscription is no longer active. */
export async function seatPeople(params: SeatingParams): Promise<SeatingReport> {
  const { people, lock, signal } = params
  const report: SeatingReport = { restored: [], leftOut: [], failed: [] }
  for (let start = 0; start < people.length; start += batchSize) {
    signal?.throwIfAborted()
    await lock.renew()
    await requireActive(params)
    await seatBatch(params, people.slice(start, start + batchSize), report)
  }
  return report
}

async function seatBatch(params: SeatingParams, people: readonly PlannedPerson[], report: SeatingReport) {
  const { client, memory, from, to, include, lock, signal } = params
  const chosen: PlannedPerson[] = []
  for (const planned of people) {
    try {
      const isIncluded = (await include?.({ ...planned.person, source: to })) ?? true
      // The person may have been forgotten in the meantime.
      const isKnown = (await memory.keys(`${noteKey('seat', from, planned.person.key)}/`)).length > 0
      if (isIncluded && isKnown) chosen.push(planned)
      else report.leftOut.push(planned)
    } catch (error) {
      report.failed.push({ person: planned, error })
    }
  }
  const at = Math.floor(client.earliestNow()) * 1000
  const sentKey = ({ person }: PlannedPerson) => noteKey('sent', keyOf(to), person.key)
  for (const planned of chosen) {
    await writeNote(memory, sentKey(planned), { at, since: Date.parse(planned.since) * 1000 } satisfies SentNote)
  }
  const abortSignal = signal === undefined ? lock.signal : AbortSignal.any([signal, lock.signal])
  const { results, error } = await assignSeats(
    client,
    { source: to, recipients: chosen.map(inviteeOf) },
    { signal: abortSignal },
  )
  for (const [index, result] of results.entries()) {
    const planned = chosen[index]
    if (planned === undefined) continue
    if (result.outcome === 'assigned' || result.outcome === 'already_seated') {
      await noteSeated(params, planned, result, { at, since: Date.parse(planned.since) * 1000 })
      report.restored.push(planned)
    } else if (isGone(result)) {
      // If the people move to another source, its paying customer may have other members. So nobody is noted as
      // deleted.
      if (keyOf(to) === from) await memory.set(deletedMemberKey(planned.person.key), JSON.stringify(at))
      report.leftOut.push(planned)
    } else report.failed.push({ person: planned, error: result.error ?? error ?? abortSignal.reason ?? result.outcome })
  }
}

/** Notes the new seat at once, in case the process crashes or the webhook is lost. */
async function noteSeated(
  { memory, to }: SeatingParams,
  { person }: PlannedPerson,
  result: AssignSeatsResult,
  sent: SentNote,
) {
  const { seat } = result
  const start = seat && assignedAtMicroseconds(seat)
  if (seat === undefined || start === undefined) return
  const record = recordOf(seat)
  if (record !== undefined) await writeNote(memory, recordKey(keyOf(to), record), record)
  await writeNote(memory, noteKey('sent', keyOf(to), person.key), { ...sent, seat: { id: seat.id, assignedAt: start } })
}

const inviteeOf = ({ person, status, metadata }: PlannedPerson): SeatInvitee => ({
  ...recipientOf(person),
  immediate_claim: status === 'claimed',
  ...(metadata !== null && { metadata }),
})

const isGone = ({ error }: AssignSeatsResult) => error?.code === 'MemberNotFound' || error?.code === 'CustomerNotFound'

/**
 * @throws InactiveSource if the source is no longer active. The remaining people are seated once it is active again.
 */
async function requireActive({ client, to, lock }: SeatingParams): Promise<void> {
  const { subscription_id } = to
  if (subscription_id === undefined) return
  const subscriptionState = readSubscriptionState(
    await getSubscription(client, { subscription_id }, { signal: lock.signal }),
  )
  if (subscriptionState !== undefined && !isActive(subscriptionState)) throw new InactiveSource()
}

/** Thrown if a subscription lapses or ends while people are being seated. */
export class InactiveSource extends Error {
  constructor() {
    super('The subscription is no longer active. Nobody else was seated.')
    this.name = 'InactiveSource'
  }
}
