import * as z from 'zod/mini'
import { isObject } from '../internal/runtime/is.ts'
import { isCustomerSeat, type CustomerSeat } from './CustomerSeat.ts'

/**
 * A roster: all seats of one source, including the revoked seats. It has no defined order. It is not divided into
 * pages.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 */
export interface SeatsList {
  seats: CustomerSeat[]
  /** The number of bought seats that are neither pending nor claimed. Never below 0. */
  available_seats: number
  total_seats: number
}

export function isSeatsList(value: unknown): value is SeatsList {
  return (
    isObject(value) &&
    Number.isInteger(value.available_seats) &&
    Number.isInteger(value.total_seats) &&
    Array.isArray(value.seats) &&
    value.seats.every(isCustomerSeat)
  )
}

/** Checks the fields above and keeps every other field as it is. */
export const seatsListSchema: z.ZodMiniType<SeatsList> = /* @__PURE__ */ z.custom<SeatsList>(isSeatsList)
