import type { SeatPrice } from './Price.ts'

type TieredPrice = Pick<SeatPrice, 'seat_tier_type' | 'tiers'>

/**
 * Returns the charge for a number of seats, in the currency's smallest unit. With volume tiers, each seat costs the
 * price of the tier that contains the number of seats. With graduated tiers, each seat costs the price of its own tier.
 * Returns undefined if the number is above the last volume tier.
 */
export function seatCharge({ seat_tier_type, tiers }: TieredPrice, seats: number): number | undefined {
  return seat_tier_type === 'volume' ? volumeCharge(tiers, seats) : graduatedCharge(tiers, seats)
}

// After a change of the product, the number can be below the first tier's minimum. The first tier's price applies then.
function volumeCharge(tiers: TieredPrice['tiers'], seats: number): number | undefined {
  const tier = tiers.find(({ max_seats }) => max_seats === null || seats <= max_seats)
  return tier && seats * tier.price_per_seat
}

function graduatedCharge(tiers: TieredPrice['tiers'], seats: number): number {
  let charge = 0
  let countedSeats = 0
  for (const { max_seats, price_per_seat } of tiers) {
    const tierEnd = Math.min(seats, max_seats ?? seats)
    charge += (tierEnd - countedSeats) * price_per_seat
    countedSeats = tierEnd
    if (countedSeats === seats) break
  }
  return charge
}
