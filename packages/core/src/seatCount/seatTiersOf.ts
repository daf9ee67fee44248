import type { SeatSubscription, SeatTiers } from '../schemas/SeatSubscription.ts'

/** Returns the tiers that the subscription's seats were bought at, or `undefined` if it has no seats. */
export const seatTiersOf = ({ prices }: Pick<SeatSubscription, 'prices'>): SeatTiers | undefined =>
  prices.find(({ amount_type }) => amount_type === 'seat_based')?.seat_tiers
