import type { SeatsClient, SeatSource } from '@seats/core'
import { forEachSource, type Sources, type SweepOptions, type SweepReport } from '../lapses/forEachSource.ts'
import { requireFunctions } from '../lapses/requireFunctions.ts'
import { parseSource } from '../lapses/parseSource.ts'
import type { MirrorTable } from './MirrorTable.ts'
import { reconcileSource } from './reconcileSource.ts'
import { recordEvent, type MirrorEvent } from './recordEvent.ts'

/** Options of `createSeatsMirror`. */
export interface SeatsMirrorOptions {
  /** A client with an organization token that has the scopes `customer_seats:read` and `subscriptions:read`. */
  client: SeatsClient
  /** The functions that read and write your two tables. */
  table: MirrorTable
}

/** The outcome of `reconcile`. */
export interface ReconcileReport extends SweepReport {
  /** The number of rows that were written, in both tables. */
  repaired: number
  /** The sources that no longer exist at Polar. The rows of their seats are `revoked` now. */
  gone: SeatSource[]
}

/** A mirror of rosters in your own database. */
export interface SeatsMirror {
  /** The client that the mirror reads with. */
  readonly client: SeatsClient
  /** Writes an event into the tables. The webhook handler calls it. */
  record(event: MirrorEvent): Promise<void>
  /**
   * Reads the roster of each source, and repairs the rows that differ. If a source fails, the others are still done.
   *
   * @param sources A list or a cursor of your database.
   */
  reconcile(sources: Sources, options?: SweepOptions): Promise<ReconcileReport>
}

/**
 * Creates a mirror. It keeps two tables of your database equal to the rosters at Polar: one table has a row for each
 * seat, and the other a row for each source. Give the mirror to `createSeatsWebhookHandler`, and run `reconcile`
 * regularly, because a webhook endpoint that Polar has switched off gets no events.
 *
 * No row is ever removed. A revoked seat stays as a row, with the last person, the time and the cause.
 *
 * @param options The client and the functions that read and write your tables.
 * @throws SeatsError `ConfigurationError` if the client or one of these functions is missing.
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { createSeatsMirror, createSeatsWebhookHandler, type MirrorTable } from '@seats/server'
 *
 * export function startMirror(table: MirrorTable) {
 *   const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 *   const mirror = createSeatsMirror({ client, table })
 *   return { mirror, webhooks: createSeatsWebhookHandler({ secret: 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0', mirror }) }
 * }
 * ```
 */
export function createSeatsMirror(options: SeatsMirrorOptions): SeatsMirror {
  const { client, table } = (options ?? {}) as SeatsMirrorOptions
  requireFunctions('The `client` of a mirror', client, ['listSeats', 'now'])
  requireFunctions('The `table` of a mirror', table, ['findSeats', 'writeSeat', 'findSource', 'writeSource'])
  return {
    client,
    record: (event) => recordEvent(table, event),
    async reconcile(sources, options = {}) {
      let repaired = 0
      const gone: SeatSource[] = []
      const report = await forEachSource(sources, options, async (givenSource, waitForTurn) => {
        const source = parseSource(givenSource)
        const { signal } = options
        const outcome = await reconcileSource({ client, table, source, waitForTurn, signal })
        repaired += outcome.repaired
        if (outcome.isGone) gone.push(source)
      })
      return { ...report, repaired, gone }
    },
  }
}
