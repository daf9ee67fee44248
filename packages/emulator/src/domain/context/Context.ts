import type { Clock } from '../../clock/Clock.ts'
import type { Database } from '../../storage/database/Database.ts'
import type { SeatEvents } from './SeatEvents.ts'
import type { SeatRaces } from './SeatRaces.ts'
import type { Webhooks } from '../../webhooks/delivery/Webhooks.ts'

/** The database, the clock and the other services that every rule uses. */
export interface Context {
  readonly database: Database
  readonly clock: Clock
  readonly events: SeatEvents
  readonly webhooks: Webhooks
  readonly races: SeatRaces
  /** Aborts when the emulator closes. */
  readonly closing: AbortSignal
  /** Returns the base URL of links in emails and of the customer portal. */
  readonly url: () => string
}
