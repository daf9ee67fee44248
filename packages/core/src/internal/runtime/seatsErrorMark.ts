/** The key of a property of each SeatsError. Two copies of this package have the same symbol, but different classes. */
export const seatsErrorMark: unique symbol = Symbol.for('@seats/core/SeatsError')
