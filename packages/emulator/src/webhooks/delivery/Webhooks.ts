import { randomUUID } from 'node:crypto'
import type { Clock } from '../../clock/Clock.ts'
import { formatTime } from '../../clock/formatTime.ts'
import type { Database } from '../../storage/database/Database.ts'
import { deliveries, type Delivery } from '../../storage/webhooks/deliveries.ts'
import { webhookAttempts } from '../../storage/webhooks/webhookAttempts.ts'
import { endpoints } from '../../storage/webhooks/endpoints.ts'
import { logError } from '../../internal/logError.ts'
import type { AttemptOutcome } from './AttemptOutcome.ts'
import { attemptDelivery, type WebhookHandler } from './attemptDelivery.ts'
import { Network } from './Network.ts'
import type { WebhookType } from '../contract/WebhookType.ts'

const maxFailedInARow = 10
const secondMicroseconds = 1_000_000
/**
 * The delays after failed attempts, in seconds. Polar chooses each delay at random from a range. The first range is 2
 * to 4 s, and each further range is twice as high. Each of these delays is in its range. After the tenth failed attempt
 * there is no delay, because the event has failed.
 */
const retryDelaysSeconds = [2, 4, 16, 32, 64, 128, 256, 512, 1024]
/** While the first attempt of an event younger than this is under way, later events have to wait. */
const firstAttemptGuardMicroseconds = 60 * secondMicroseconds
/** The time for which nothing is sent after an error of the database. */
const pauseAfterErrorMicroseconds = 2 * secondMicroseconds

/**
 * Queues events for the endpoints, and delivers them in the background. An endpoint gets first attempts one after
 * another, in the order of the events. An event whose attempt failed is tried again later by the emulator's clock, and
 * later events do not wait for it.
 */
export class Webhooks {
  /** The network between the emulator and the endpoints. */
  readonly network = new Network()
  /** The functions that take the place of endpoints' URLs, by endpoint id. */
  readonly handlers = new Map<string, WebhookHandler>()
  readonly #database: Database
  readonly #clock: Clock
  readonly #closing: AbortSignal
  readonly #underWay = new Map<string, { delivery: Delivery; ended: Promise<void> }>()
  readonly #parsedEvents = new Map<string, ReadonlySet<string>>()
  #cancelAlarm: (() => void) | undefined
  #isScheduled = false
  #pausedUntil = 0

  constructor(database: Database, clock: Clock, closing: AbortSignal) {
    this.#database = database
    this.#clock = clock
    this.#closing = closing
    closing.addEventListener('abort', () => this.#cancelAlarm?.())
  }

  /** Queues an event. Call this inside a transaction: nothing is sent before the transaction ends. */
  enqueue(organizationId: string, type: WebhookType, data: string | (() => string)): void {
    this.enqueueAll(organizationId, type, [data])
  }

  /** Queues events of one kind, in this order. */
  enqueueAll(organizationId: string, type: WebhookType, payloads: readonly (string | (() => string))[]): void {
    const subscribedEndpoints = endpoints
      .enabledFor(this.#database, organizationId)
      .filter(({ events }) => events === null || this.#kindsOf(events).has(type))
    if (subscribedEndpoints.length === 0) return
    const newDeliveries = payloads.flatMap((data) => {
      const created_at = this.#clock.now()
      const text = typeof data === 'string' ? data : data()
      const body = `{"type":"${type}","timestamp":"${formatTime(created_at)}","data":${text}}`
      return subscribedEndpoints.map(({ id }) => ({
        id: randomUUID(),
        webhook_id: randomUUID(),
        endpoint_id: id,
        type,
        body,
        created_at,
      }))
    })
    deliveries.insert(this.#database, newDeliveries)
    this.#schedule()
  }

  /** Sends the webhooks that are due, and sets an alarm for the next retry. */
  sendDue(): void {
    const now = this.#clock.now()
    if (this.#closing.aborted || this.network.isHeld || now < this.#pausedUntil) return
    this.#cancelAlarm?.()
    for (const delivery of deliveries.dueRetries(this.#database, now)) {
      if (!this.#underWay.has(delivery.id)) this.#start(delivery)
    }
    for (const { id } of endpoints.all(this.#database)) this.#startFirstAttempts(id, now)
    const nextRetryTime = deliveries.nextRetryTime(this.#database, now)
    if (nextRetryTime !== undefined) this.#wakeAt(nextRetryTime)
  }

  /** Resolves when no webhook is being sent and none is due. */
  async delivered(): Promise<void> {
    this.sendDue()
    while (this.#underWay.size > 0) {
      await Promise.all([...this.#underWay.values()].map(({ ended }) => ended))
      this.sendDue()
    }
  }

  /** Sends a delivery once more, whatever its status is. Returns false if there is no such delivery. */
  async redeliver(id: string): Promise<boolean> {
    const delivery = deliveries.byId(this.#database, id)
    if (!delivery) return false
    const record = await this.#attempt(delivery)
    record()
    return true
  }

  /**
   * Sends a delivery once more in the background. A skipped delivery becomes pending again, so it can be retried. If
   * the endpoint is off, the delivery is skipped, as on the real server.
   */
  redeliverLater(delivery: Delivery): void {
    const { id, endpoint_id, attempts, last_code } = delivery
    const isEnabled = endpoints.byId(this.#database, endpoint_id)?.enabled === 1
    if (!isEnabled || delivery.status === 'skipped') {
      const status = isEnabled ? 'pending' : 'skipped'
      const next_attempt_at = isEnabled ? this.#clock.now() : null
      deliveries.record(this.#database, id, { status, attempts, last_code, next_attempt_at })
      this.#schedule()
    } else if (!this.#underWay.has(id)) this.#start(delivery)
  }

  /**
   * Switches an endpoint on again. Webhooks that were skipped stay skipped. Returns false if there is no such endpoint.
   */
  enable(endpointId: string): boolean {
    const endpoint = endpoints.byId(this.#database, endpointId)
    if (!endpoint) return false
    if (!endpoint.enabled) {
      endpoints.update(this.#database, { ...endpoint, enabled: 1, modified_at: this.#clock.now() })
    }
    return true
  }

  #wakeAt(instant: number): void {
    this.#cancelAlarm?.()
    this.#cancelAlarm = this.#clock.alarm(instant, () => this.#guard(() => this.sendDue()))
  }

  #kindsOf(events: string): ReadonlySet<string> {
    const eventTypes = this.#parsedEvents.get(events) ?? new Set(JSON.parse(events) as string[])
    this.#parsedEvents.set(events, eventTypes)
    return eventTypes
  }

  /** Sends the webhooks soon, once for all events of one transaction. */
  #schedule(): void {
    if (this.#isScheduled) return
    this.#isScheduled = true
    setImmediate(() => {
      this.#isScheduled = false
      this.#guard(() => this.sendDue())
    })
  }

  /** Runs background work. Logs an error, such as a full disk, and sends again a little later. */
  #guard(work: () => void): void {
    try {
      work()
    } catch (error) {
      if (this.#closing.aborted) return
      logError(error)
      this.#pausedUntil = this.#clock.now() + pauseAfterErrorMicroseconds
      this.#wakeAt(this.#pausedUntil)
    }
  }

  /**
   * Starts first attempts of an endpoint: one at a time, unless the current attempt is for an event older than a
   * minute.
   */
  #startFirstAttempts(endpointId: string, now: number): void {
    const underWay = [...this.#underWay.values()].filter(
      ({ delivery }) => delivery.endpoint_id === endpointId && delivery.attempts === 0,
    )
    if (underWay.some(({ delivery }) => now - delivery.created_at < firstAttemptGuardMicroseconds)) return
    const nextDelivery = this.#nextUntried(endpointId, underWay.length)
    if (!nextDelivery) return
    this.#start(nextDelivery)
    this.#startFirstAttempts(endpointId, now)
  }

  #nextUntried(endpointId: string, startedCount: number): Delivery | undefined {
    const offset = this.network.isShuffled
      ? this.network.pick(deliveries.countUntried(this.#database, endpointId) - startedCount)
      : 0
    return deliveries
      .untried(this.#database, endpointId, { limit: startedCount + 1, offset })
      .find(({ id }) => !this.#underWay.has(id))
  }

  #start(delivery: Delivery): void {
    const ended = this.#attempt(delivery).then((record) =>
      this.#guard(() => {
        record()
        this.sendDue()
      }),
    )
    this.#underWay.set(delivery.id, { delivery, ended })
  }

  /** Makes one attempt. Returns a function that records the outcome. */
  async #attempt(delivery: Delivery): Promise<() => void> {
    const send = () => attemptDelivery(delivery, this.handlers.get(delivery.endpoint_id), this.#closing)
    const outcome = await this.network.send(delivery.type, send)
    return () => {
      // The attempt counts as ended only now, because an attempt that is not recorded yet would be made again.
      this.#underWay.delete(delivery.id)
      if (this.#closing.aborted) return
      // A reset may have removed the delivery in the meantime.
      const current = deliveries.byId(this.#database, delivery.id)
      if (current) this.#database.transaction(() => this.#record(current, outcome))
    }
  }

  #record(delivery: Delivery, { code, response }: AttemptOutcome): void {
    webhookAttempts.insert(this.#database, {
      id: randomUUID(),
      delivery_id: delivery.id,
      http_code: code,
      response,
      created_at: this.#clock.now(),
    })
    const attempts = delivery.attempts + 1
    const isAccepted = code !== null && code >= 200 && code < 300
    const delay = retryDelaysSeconds[attempts - 1]
    const isRetried = !isAccepted && delivery.status === 'pending' && delay !== undefined
    deliveries.record(this.#database, delivery.id, {
      attempts,
      last_code: code,
      status: statusAfter(delivery, isAccepted, isRetried),
      next_attempt_at: isRetried ? this.#clock.now() + delay * secondMicroseconds : null,
    })
    if (!isAccepted && !isRetried && delivery.status === 'pending') this.#switchOffIfFailing(delivery.endpoint_id)
  }

  /** Switches an endpoint off after ten events in a row that failed all their attempts. */
  #switchOffIfFailing(endpointId: string): void {
    const ended = deliveries.newestEndedStatuses(this.#database, endpointId, maxFailedInARow)
    if (ended.length < maxFailedInARow || ended.some(({ status }) => status !== 'failed')) return
    const endpoint = endpoints.byId(this.#database, endpointId)
    if (!endpoint) return
    endpoints.update(this.#database, { ...endpoint, enabled: 0, modified_at: this.#clock.now() })
    deliveries.skipPending(this.#database, endpointId)
  }
}

/** Returns the new status. If a redelivery by hand fails, the delivery keeps its status. */
function statusAfter(delivery: Delivery, isAccepted: boolean, isRetried: boolean): Delivery['status'] {
  if (isAccepted) return 'succeeded'
  if (delivery.status !== 'pending') return delivery.status
  return isRetried ? 'pending' : 'failed'
}
