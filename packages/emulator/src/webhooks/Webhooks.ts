import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock/Clock.ts'
import { formatTime } from '../clock/formatTime.ts'
import type { Database } from '../storage/Database.ts'
import { deliveries, type Delivery } from '../storage/deliveries.ts'
import { attemptDelivery } from './attemptDelivery.ts'

const maximumAttempts = 10
const firstDelay = 500

export type WebhookType = 'customer_seat.assigned' | 'customer_seat.claimed' | 'customer_seat.revoked'

/**
 * Queues what happened to seats for the organization's endpoints, and delivers it in the background. What an event says
 * is on the emulator's clock; when it is delivered, and again, is on the real one, as the receiver's is.
 */
export class Webhooks {
  readonly #database: Database
  readonly #clock: Clock
  readonly #closing: AbortSignal
  readonly #underWay = new Set<string>()
  #timer: NodeJS.Timeout | undefined

  constructor(database: Database, clock: Clock, closing: AbortSignal) {
    this.#database = database
    this.#clock = clock
    this.#closing = closing
    closing.addEventListener('abort', () => clearTimeout(this.#timer))
  }

  /** Is part of the transaction that it is called in; the sending waits for it. */
  enqueue(organizationId: string, type: WebhookType, seat: string): void {
    const endpoints = deliveries.endpointsOf(this.#database, organizationId)
    for (const { id } of endpoints) {
      deliveries.insert(this.#database, {
        id: randomUUID(),
        endpoint_id: id,
        webhook_id: randomUUID(),
        type,
        body: `{"type":"${type}","timestamp":"${formatTime(this.#clock.now())}","data":${seat}}`,
        next_attempt_at: Date.now(),
      })
    }
    if (endpoints.length > 0) setImmediate(() => this.sendDue())
  }

  /** Sends what is due, and comes back for what is due later. */
  sendDue(): void {
    if (this.#closing.aborted) return
    clearTimeout(this.#timer)
    const now = Date.now()
    for (const delivery of deliveries.waiting(this.#database)) {
      if (this.#underWay.has(delivery.id)) continue
      if (delivery.next_attempt_at > now) {
        this.#timer = setTimeout(() => this.sendDue(), delivery.next_attempt_at - now).unref()
        return
      }
      void this.#attempt(delivery)
    }
  }

  /** Sends a delivery once more, whatever became of it; false when there is none. */
  async redeliver(id: string): Promise<boolean> {
    const delivery = deliveries.byId(this.#database, id)
    if (!delivery) return false
    await this.#attempt(delivery)
    return true
  }

  async #attempt(delivery: Delivery): Promise<void> {
    this.#underWay.add(delivery.id)
    const code = await attemptDelivery(delivery, this.#closing)
    this.#underWay.delete(delivery.id)
    if (this.#closing.aborted) return
    const attempts = delivery.attempts + 1
    const succeeded = code !== null && code >= 200 && code < 300
    const retries = !succeeded && delivery.status === 'pending' && attempts < maximumAttempts
    deliveries.record(this.#database, delivery.id, {
      attempts,
      last_code: code,
      status: succeeded ? 'succeeded' : retries ? 'pending' : 'failed',
      next_attempt_at: retries ? Date.now() + firstDelay * 2 ** (attempts - 1) : null,
    })
    this.sendDue()
  }
}
