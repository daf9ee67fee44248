import { SeatsError, type CustomerSeat, type SeatMember } from '@seats/core'
import { seatSource } from '../contract/seatSource.ts'
import { createWitness } from '../lapses/createWitness.ts'
import type { SeatCause } from '../lapses/SeatCause.ts'
import type { SeatsMirror } from '../mirror/createSeatsMirror.ts'
import type { SeatRecovery } from '../recovery/createSeatRecovery.ts'
import type { LapsedTeam, RecordedSeat } from '../recovery/recordRecovery.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import { handleOnce } from './handleOnce.ts'

/** Called with each event before its callback. */
export interface Observer {
  /** Resolves with the cause of a revoke or a claim. */
  seat(seat: CustomerSeat): Promise<SeatCause>
  subscription(subscription: { id: string }, timestamp: string): Promise<void>
  member(member: SeatMember, isDeleted: boolean): Promise<void>
  /** Undefined if nothing keeps data of customers. */
  deletedCustomer: ((customerId: string) => Promise<void>) | undefined
}

interface ObserverOptions {
  mirror?: SeatsMirror | undefined
  recovery?: SeatRecovery | undefined
  onLapse?: ((team: LapsedTeam) => void | Promise<void>) | undefined
}

/**
 * Creates the functions that tell a mirror and a recovery about events. Without them they do nothing.
 *
 * @throws SeatsError `ConfigurationError` if `onLapse` is set without a recovery.
 */
export function createObserver({ mirror, recovery, onLapse }: ObserverOptions, store: SeatsStore): Observer {
  const witness = mirror && createWitness(mirror.client)
  if (onLapse !== undefined && recovery === undefined) {
    throw new SeatsError({
      code: 'ConfigurationError',
      detail: '`onLapse` needs a `recovery`, because Polar does not say who was in the team.',
    })
  }

  const explain = async (seat: CustomerSeat): Promise<RecordedSeat> => {
    const source = seatSource(seat)
    if (recovery !== undefined && source !== null) return recovery.record.seat(seat, source)
    if (seat.status !== 'revoked') return { cause: 'person' }
    return witness === undefined || source === null ? { cause: 'unknown' } : witness.explain(seat, source)
  }

  return {
    async seat(seat) {
      const { cause, lapse } = await explain(seat)
      await mirror?.record({ kind: 'seat', seat, cause })
      if (lapse !== undefined && onLapse !== undefined) {
        await handleOnce(store, `lapse:${lapse.id}`, async () => onLapse(await lapse.team()))
      }
      return cause
    },
    async subscription(subscription, timestamp) {
      await recovery?.record.subscription(subscription)
      await mirror?.record({ kind: 'subscription', subscription, timestamp })
    },
    async member(member, isDeleted) {
      if (isDeleted) await recovery?.record.deletedMember(member)
      else await mirror?.record({ kind: 'member', member })
    },
    deletedCustomer: recovery?.record.deletedCustomer,
  }
}
