import { seats } from '../../storage/seats/seats.ts'
import type { SourceRow } from '../../storage/database/rows.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from '../context/Context.ts'

/** Returns the roster of a source as UTF-8 JSON: every row, also the rows of revoked seats. */
export function listSeats({ database }: Context, source: SourceRow): Uint8Array<ArrayBuffer> {
  checkFeature(source)
  return seats.roster(database, source.id, Math.max(0, source.seats - source.assigned), source.seats)
}
