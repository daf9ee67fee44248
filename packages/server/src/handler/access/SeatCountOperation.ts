import type { SeatsOperation } from '@seats/core'

/** The operations that a grant allows with `seatCount`, and not with `operations`. */
export type SeatCountOperation = 'getSubscription' | 'previewSeatCount' | 'updateSeatCount' | 'cancelSeatCountChange'

const seatCountOperations: readonly string[] = [
  'getSubscription',
  'previewSeatCount',
  'updateSeatCount',
  'cancelSeatCountChange',
] satisfies SeatCountOperation[]

export const isSeatCountOperation = (operation: SeatsOperation): operation is SeatCountOperation =>
  seatCountOperations.includes(operation)
