import type { SeatsOperation } from '@seats/core'

/** The operations that are allowed by the grant's `seatCount`, and not by its `operations`. */
export type SeatCountOperation = 'getSubscription' | 'previewSeatCount' | 'updateSeatCount' | 'cancelSeatCountChange'

const seatCountOperations: readonly string[] = [
  'getSubscription',
  'previewSeatCount',
  'updateSeatCount',
  'cancelSeatCountChange',
] satisfies SeatCountOperation[]

export const isSeatCountOperation = (operation: SeatsOperation): operation is SeatCountOperation =>
  seatCountOperations.includes(operation)
