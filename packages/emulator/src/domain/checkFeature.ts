import type { SourceRow } from '../storage/rows.ts'
import { featureNotEnabled } from './errors.ts'

export function checkFeature(source: SourceRow): void {
  if (!source.seat_based_pricing_enabled) throw featureNotEnabled()
}
