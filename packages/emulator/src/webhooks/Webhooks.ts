import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/Clock.ts'
import { formatTime } from '../clock/formatTime.ts'
import { deliveries } from '../storage/deliveries.ts'
import type { Database } from '../storage/Database.ts'

export type WebhookType = 'customer_seat.assigned' | 'customer_seat.claimed' | 'customer_seat.revoked'

/** Queues what happened to seats for the organization's endpoints, in the transaction that it happened in. */
export class Webhooks {
  readonly #database: Database
  readonly #clock: Clock

  constructor(database: Database, clock: Clock) {
    this.#database = database
    this.#clock = clock
  }

  enqueue(organizationId: string, type: WebhookType, seat: string): void {
    for (const endpoint of deliveries.endpointsOf(this.#database, organizationId)) {
      const now = this.#clock.now()
      deliveries.insert(this.#database, {
        id: randomUUID(),
        endpoint_id: endpoint.id,
        webhook_id: randomUUID(),
        type,
        body: `{"type":"${type}","timestamp":"${formatTime(now)}","data":${seat}}`,
        next_attempt_at: now,
      })
    }
  }
}
