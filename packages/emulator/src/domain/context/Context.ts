import type { Clock } from '../../clock/Clock.ts'
import type { Database } from '../../storage/database/Database.ts'
import type { SeatEvents } from './SeatEvents.ts'
import type { SeatRaces } from './SeatRaces.ts'
import type { Webhooks } from '../../webhooks/delivery/Webhooks.ts'

/** What the rules act on. */
export interface Context {
  readonly database: Database
  readonly clock: Clock
  readonly events: SeatEvents
  readonly webhooks: Webhooks
  readonly races: SeatRaces
  /** Aborts when the emulator closes. */
  readonly closing: AbortSignal
  /** Where links in emails and the customer portal's URL begin. */
  readonly url: () => string
}
