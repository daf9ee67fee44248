/** Marks each SeatsError. `instanceof` fails if two copies of this package are loaded; this symbol does not. */
export const seatsErrorMark: unique symbol = Symbol.for('@seats/core/SeatsError')
