/** Recognises a SeatsError of another copy of this package, where `instanceof` cannot. */
export const marker: unique symbol = Symbol.for('@seats/core/SeatsError')
