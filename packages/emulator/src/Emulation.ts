import { Clock } from './clock/Clock.ts'
import { deliveryView, type Delivery } from './control/deliveryView.ts'
import { emailView, type OutboxEmail } from './control/emailView.ts'
import type { Context } from './domain/Context.ts'
import { SeatEvents } from './domain/SeatEvents.ts'
import { Faults } from './faults/Faults.ts'
import { applySeed } from './seed/applySeed.ts'
import { clearDatabase } from './storage/clearDatabase.ts'
import { clockOffset } from './storage/clockOffset.ts'
import type { Database } from './storage/Database.ts'
import { deliveries } from './storage/deliveries.ts'
import { openDatabase } from './storage/openDatabase.ts'
import { outbox } from './storage/outbox.ts'
import { refs } from './storage/refs.ts'
import { Webhooks } from './webhooks/Webhooks.ts'

/** Everything one emulator is, apart from HTTP: what the control API and `startEmulator` both act on. */
export class Emulation {
  readonly database: Database
  readonly clock: Clock
  readonly faults = new Faults()
  readonly context: Context
  url = 'http://emulator.test'

  constructor(dataDir: string | undefined) {
    this.database = openDatabase(dataDir)
    this.clock = new Clock(clockOffset.get(this.database))
    const webhooks = new Webhooks(this.database, this.clock)
    this.context = {
      database: this.database,
      clock: this.clock,
      events: new SeatEvents(),
      webhooks,
      url: () => this.url,
    }
  }

  get isEmpty(): boolean {
    return this.database.get('SELECT 1 FROM organizations LIMIT 1') === undefined
  }

  get refs(): Record<string, string> {
    return refs.all(this.database)
  }

  /** In milliseconds, as `Date.now` is. */
  now(): number {
    return Math.floor(this.clock.now() / 1000)
  }

  seed(input: unknown): Record<string, string> {
    return applySeed(this.context, input)
  }

  /** Empties everything, then seeds; a seed that is refused leaves all as it was. */
  reset(input: unknown): Record<string, string> {
    return this.database.transaction(() => {
      clearDatabase(this.database)
      this.faults.clear()
      return applySeed(this.context, input)
    })
  }

  outbox(to?: string): OutboxEmail[] {
    return (to === undefined ? outbox.all(this.database) : outbox.to(this.database, to)).map(emailView)
  }

  deliveries(): Delivery[] {
    return deliveries.all(this.database).map(deliveryView)
  }

  moveClock(move: (clock: Clock) => void): void {
    move(this.clock)
    clockOffset.set(this.database, this.clock.offset)
  }

  close(): void {
    this.faults.close()
    this.database.close()
  }
}
