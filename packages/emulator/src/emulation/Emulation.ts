import { randomUUID } from 'node:crypto'
import { Clock } from '../clock/Clock.ts'
import { deliveryView, type Delivery } from './deliveryView.ts'
import { emailView, type OutboxEmail } from './emailView.ts'
import { endpointView, type WebhookEndpoint } from './endpointView.ts'
import { InputError } from './InputError.ts'
import { RequestLog } from './RequestLog.ts'
import type { Context } from '../domain/context/Context.ts'
import { openSession } from '../domain/sessions/openSession.ts'
import { SeatEvents } from '../domain/context/SeatEvents.ts'
import { SeatRaces } from '../domain/context/SeatRaces.ts'
import { Faults } from '../faults/Faults.ts'
import { applyLifecycleEvent } from '../lifecycle/applyLifecycleEvent.ts'
import type { LifecycleEvent } from '../lifecycle/lifecycleRules.ts'
import { applySeed } from '../seed/apply/applySeed.ts'
import { reconnectHandlers } from '../seed/apply/reconnectHandlers.ts'
import { defaultSeed } from '../seed/schema/defaultSeed.ts'
import { parseSeed } from '../seed/schema/parseSeed.ts'
import type { ParsedSeed } from '../seed/schema/seedSchema.ts'
import { clearDatabase } from '../storage/database/clearDatabase.ts'
import { clockOffset } from '../storage/database/clockOffset.ts'
import type { Database } from '../storage/database/Database.ts'
import { deliveries } from '../storage/webhooks/deliveries.ts'
import { endpoints } from '../storage/webhooks/endpoints.ts'
import { openDatabase } from '../storage/database/openDatabase.ts'
import { outbox } from '../storage/people/outbox.ts'
import { refs } from '../storage/database/refs.ts'
import { handlerUrl } from '../webhooks/contract/handlerUrl.ts'
import type { WebhookKeyKind } from '../webhooks/contract/webhookKey.ts'
import type { WebhookHandler } from '../webhooks/delivery/attemptDelivery.ts'
import { Webhooks } from '../webhooks/delivery/Webhooks.ts'

interface HandlerOptions {
  secret?: string | undefined
  key?: WebhookKeyKind | undefined
  events?: readonly string[] | undefined
}

/**
 * An emulator without its HTTP part: its data, its clock, its webhooks and its faults. The control API, `startEmulator`
 * and the command line use this class.
 */
export class Emulation {
  readonly database: Database
  readonly clock: Clock
  readonly faults = new Faults()
  readonly context: Context
  readonly webhooks: Webhooks
  readonly requests: RequestLog
  url = 'http://emulator.test'
  readonly #closing = new AbortController()

  readonly #initialSeed: ParsedSeed

  /**
   * Opens the data in `dataDir`, or in memory by default. If there is no data yet, stores `seed`.
   * @throws SeedError if the seed is wrong.
   * @throws Error if the directory cannot be used.
   */
  constructor(dataDir?: string, seed: unknown = defaultSeed, now?: Date) {
    this.#initialSeed = parseSeed(seed)
    this.database = openDatabase(dataDir)
    this.clock = new Clock(clockOffset.get(this.database))
    this.requests = new RequestLog(this.clock)
    this.webhooks = new Webhooks(this.database, this.clock, this.#closing.signal)
    this.context = {
      database: this.database,
      clock: this.clock,
      events: new SeatEvents(),
      webhooks: this.webhooks,
      races: new SeatRaces(),
      closing: this.#closing.signal,
      url: () => this.url,
    }
    if (now) this.moveClock((clock) => clock.set(now.getTime() * 1000))
    try {
      if (this.#isEmpty()) applySeed(this.context, this.#initialSeed)
      else reconnectHandlers(this.context, this.#initialSeed)
    } catch (error) {
      this.close()
      throw error
    }
  }

  get refs(): Record<string, string> {
    return refs.all(this.database)
  }

  /** Returns the time in milliseconds, like `Date.now`. */
  now(): number {
    return Math.floor(this.clock.now() / 1000)
  }

  seed(input: unknown): Record<string, string> {
    return applySeed(this.context, parseSeed(input))
  }

  /**
   * Deletes all data, then stores a seed. The default is the seed that the emulator was started with. The clock and the
   * shared endpoints (see `setSharedEndpoints`) stay as they are. A wrong seed changes nothing.
   */
  reset(input?: unknown): Record<string, string> {
    const seed = input === undefined ? this.#initialSeed : parseSeed(input)
    const refIds = this.database.transaction(() => {
      clearDatabase(this.database)
      return applySeed(this.context, seed)
    })
    this.faults.clear()
    this.context.races.clear()
    this.webhooks.network.clear()
    this.requests.clear()
    return refIds
  }

  /** Returns the id of a ref. @throws Error if there is no such ref. */
  ref(name: string): string {
    const id = refs.get(this.database, name)
    if (id === undefined) throw new Error(`The seed has no ref '${name}'; it has ${Object.keys(this.refs).join(', ')}`)
    return id
  }

  /**
   * Returns a session token for a customer or one of their members. `customer` and `member` are refs.
   * @throws Error if there is no such ref, or if the customer has no such member.
   */
  session(customer: string, member?: string): string {
    const memberRef = member === undefined || member.includes('/') ? member : `${customer.split('/')[0]}/${member}`
    const withId = (ref: string) => ({ ref, id: this.ref(ref) })
    return openSession(this.context, withId(customer), memberRef === undefined ? undefined : withId(memberRef))
  }

  outbox(to?: string): OutboxEmail[] {
    return (to === undefined ? outbox.all(this.database) : outbox.to(this.database, to)).map(emailView)
  }

  deliveries(): Delivery[] {
    return deliveries.all(this.database).map(deliveryView)
  }

  /** Sends a delivery once more. Returns undefined if there is no such delivery. */
  async redeliver(id: string): Promise<Delivery | undefined> {
    await this.webhooks.redeliver(id)
    const delivery = deliveries.byId(this.database, id)
    return delivery && deliveryView(delivery)
  }

  /**
   * Applies an event in the life of a subscription, such as a failed payment.
   * @throws InputError if there is no such subscription.
   * @throws LifecycleEventNotAllowed if the status of the subscription does not allow the event.
   */
  lifecycle(id: string, event: LifecycleEvent): { id: string; status: string } {
    const subscription = applyLifecycleEvent(this.context, id, event)
    if (!subscription) throw new InputError(404, [{ path: 'id', message: 'There is no such subscription.' }])
    return { id, status: subscription.row.status }
  }

  endpoints(): WebhookEndpoint[] {
    return endpoints.all(this.database).map(endpointView)
  }

  /** Switches an endpoint on again. Returns undefined if there is no such endpoint. */
  enableEndpoint(id: string): WebhookEndpoint | undefined {
    if (!this.webhooks.enable(id)) return undefined
    const endpoint = endpoints.byId(this.database, id)
    return endpoint && endpointView(endpoint)
  }

  /**
   * Replaces the shared endpoints, which get the events of every organization. Returns the secret of each new endpoint.
   */
  setSharedEndpoints(urls: readonly string[], secret: string | undefined): string[] {
    return this.database.transaction(() => {
      endpoints.removeShared(this.database)
      return urls.map((url) => this.#addShared({ url, ...(secret !== undefined && { secret }) }).secret)
    })
  }

  /**
   * Replaces the shared endpoints, also those of an earlier run, with functions of this process. Shared endpoints get
   * the events of every organization.
   */
  setSharedHandlers(handlers: ReadonlyArray<HandlerOptions & { handler: WebhookHandler }>): void {
    this.database.transaction(() => {
      endpoints.removeShared(this.database)
      for (const { handler, ...options } of handlers) this.#addSharedHandler(handler, options)
    })
  }

  #addSharedHandler(handler: WebhookHandler, options: HandlerOptions): void {
    const { secret, key, events } = options
    const id = randomUUID()
    this.#addShared({
      id,
      url: handlerUrl(id),
      ...(secret !== undefined && { secret }),
      ...(key !== undefined && { key }),
      ...(events !== undefined && { events: JSON.stringify(events) }),
    })
    this.webhooks.handlers.set(id, handler)
  }

  #addShared(endpoint: { id?: string; url: string; secret?: string; key?: WebhookKeyKind; events?: string }) {
    return endpoints.insert(this.database, { ...endpoint, organization_id: null, created_at: this.clock.now() })
  }

  moveClock(move: (clock: Clock) => void): void {
    move(this.clock)
    clockOffset.set(this.database, this.clock.offset)
  }

  close(): void {
    this.#closing.abort()
    this.database.close()
  }

  #isEmpty(): boolean {
    return this.database.get('SELECT 1 FROM organizations LIMIT 1') === undefined
  }
}
