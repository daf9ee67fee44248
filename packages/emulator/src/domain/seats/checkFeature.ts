import type { SourceRow } from '../../storage/database/rows.ts'
import { featureNotEnabled } from '../context/errors.ts'

/** @throws PolarError if the organization does not have seat-based pricing. */
export function checkFeature(source: SourceRow): void {
  if (!source.seat_based_pricing_enabled) throw featureNotEnabled()
}
