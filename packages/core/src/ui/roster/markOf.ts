import type { MarkName } from './markPaths.ts'
import type { MeterPart } from './meterParts.ts'
import type { RowStatus } from './RowStatus.ts'

/** Returns the name of the icon for a status. Each icon has its own shape, so that nobody needs the colour. */
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
