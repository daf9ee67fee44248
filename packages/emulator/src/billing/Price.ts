/** One tier of a seat price. `max_seats` is null in the last tier if there is no maximum. */
export interface SeatTier {
  min_seats: number
  max_seats: number | null
  price_per_seat: number
}

interface PriceBase {
  id: string
  product_id: string
  currency: string
  created_at: number
}

export interface SeatPrice extends PriceBase {
  amount_type: 'seat_based'
  seat_tier_type: 'volume' | 'graduated'
  tiers: readonly SeatTier[]
}

export interface FixedPrice extends PriceBase {
  amount_type: 'fixed'
  price_amount: number
}

export type Price = SeatPrice | FixedPrice

export const findSeatPrice = (prices: readonly Price[]): SeatPrice | undefined =>
  prices.find((price) => price.amount_type === 'seat_based')

export const findFixedPrice = (prices: readonly Price[]): FixedPrice | undefined =>
  prices.find((price) => price.amount_type === 'fixed')
