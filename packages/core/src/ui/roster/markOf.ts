import type { MarkName } from './markPaths.ts'
import type { MeterPart } from './meterParts.ts'
import type { RowStatus } from './RowStatus.ts'

/** Returns the mark of a status. Each mark has its own shape, so that people can distinguish them without the colour. */
export function markOf(status: RowStatus | MeterPart): MarkName {
  switch (status) {
    case 'claimed':
      return 'check'
    case 'pending':
      return 'letter'
    case 'expired':
      return 'clock'
    default:
      return 'ring'
  }
}
