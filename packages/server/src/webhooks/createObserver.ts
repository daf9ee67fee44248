import type { CustomerSeat, SeatMember } from '@seats/core'
import { seatSource } from '../events/publishEvents.ts'
import { createWitness } from '../lapses/createWitness.ts'
import type { SeatCause } from '../lapses/SeatCause.ts'
import type { SeatsMirror } from '../mirror/createSeatsMirror.ts'

/** Hears of each event before its callback. */
export interface Observer {
  /** Resolves with the cause of a revoke or a claim. */
  seat(seat: CustomerSeat): Promise<SeatCause>
  subscription(subscription: { id: string }, timestamp: string): Promise<void>
  member(member: SeatMember, isDeleted: boolean): Promise<void>
}

interface ObserverOptions {
  mirror?: SeatsMirror | undefined
}

/** Creates the function that tells a mirror and a recovery about events. Without them it does nothing. */
export function createObserver({ mirror }: ObserverOptions): Observer {
  const witness = mirror && createWitness(mirror.client)

  const causeOf = async (seat: CustomerSeat): Promise<SeatCause> => {
    if (seat.status !== 'revoked') return 'person'
    const source = seatSource(seat)
    return witness === undefined || source === null ? 'unknown' : witness.causeOf(seat, source)
  }

  return {
    async seat(seat) {
      const cause = await causeOf(seat)
      await mirror?.record({ kind: 'seat', seat, cause })
      return cause
    },
    async subscription(subscription, timestamp) {
      await mirror?.record({ kind: 'subscription', subscription, timestamp })
    },
    async member(member, isDeleted) {
      if (!isDeleted) await mirror?.record({ kind: 'member', member })
    },
  }
}
