import type { CustomerSeat, SeatMember } from '@seats/core'
import { seatSource } from '../contract/seatSource.ts'
import { misconfigured } from '../internal/misconfigured.ts'
import { createCauseFinder } from '../lapses/createCauseFinder.ts'
import type { SeatCause } from '../lapses/SeatCause.ts'
import type { SeatsMirror } from '../mirror/createSeatsMirror.ts'
import type { SeatRecovery } from '../recovery/createSeatRecovery.ts'
import type { LapsedTeam, RecordedSeat } from '../recovery/recordRecovery.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import { handleOnce } from './handleOnce.ts'

/** Passes webhook events to the mirror and to the recovery, if there are any, before the app's callback runs. */
export interface EventRecorder {
  /** Resolves with the cause of the event. */
  recordSeat(seat: CustomerSeat): Promise<SeatCause>
  recordSubscription(subscription: { id: string }, timestamp: string): Promise<void>
  recordMember(member: SeatMember, isDeleted: boolean): Promise<void>
  /** Undefined if there is no recovery, because only a recovery uses this event. */
  recordDeletedCustomer: ((customerId: string) => Promise<void>) | undefined
}

interface EventRecorderOptions {
  mirror?: SeatsMirror | undefined
  recovery?: SeatRecovery | undefined
  onLapse?: ((team: LapsedTeam) => void | Promise<void>) | undefined
}

/**
 * Creates the recorder of a webhook handler. If there is neither a mirror nor a recovery, it records nothing.
 *
 * @throws SeatsError `ConfigurationError` if `onLapse` is set without a recovery.
 */
export function createEventRecorder(
  { mirror, recovery, onLapse }: EventRecorderOptions,
  store: SeatsStore,
): EventRecorder {
  const causeFinder = mirror && createCauseFinder(mirror.client)
  if (onLapse !== undefined && recovery === undefined) {
    throw misconfigured('`onLapse` needs a `recovery`, because Polar does not say who was in the team.')
  }

  /** Resolves with the cause of an event about a seat. A recovery also notes the event. */
  const findCause = async (seat: CustomerSeat): Promise<RecordedSeat> => {
    const source = seatSource(seat)
    if (recovery !== undefined && source !== null) return recovery.record.seat(seat, source)
    if (seat.status !== 'revoked') return { cause: 'person' }
    return causeFinder === undefined || source === null ? { cause: 'unknown' } : causeFinder.findCause(seat, source)
  }

  return {
    async recordSeat(seat) {
      const { cause, lapse } = await findCause(seat)
      await mirror?.record({ kind: 'seat', seat, cause })
      if (lapse !== undefined && onLapse !== undefined) {
        await handleOnce(store, `lapse:${lapse.id}`, async () => onLapse(await lapse.team()))
      }
      return cause
    },
    async recordSubscription(subscription, timestamp) {
      await recovery?.record.subscription(subscription)
      await mirror?.record({ kind: 'subscription', subscription, timestamp })
    },
    async recordMember(member, isDeleted) {
      if (isDeleted) await recovery?.record.deletedMember(member)
      else await mirror?.record({ kind: 'member', member })
    },
    recordDeletedCustomer: recovery?.record.deletedCustomer,
  }
}
