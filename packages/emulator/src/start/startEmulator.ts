import { checkOptions } from './checkOptions.ts'
import { clockSchema, moveClock } from '../control/moveClock.ts'
import { parseInput } from '../emulation/parseInput.ts'
import { createFetch } from './createFetch.ts'
import type { Delivery } from '../emulation/deliveryView.ts'
import type { RequestRecord } from '../emulation/RequestLog.ts'
import type { OutboxEmail } from '../emulation/emailView.ts'
import { Emulation } from '../emulation/Emulation.ts'
import { ConnectionDropped } from '../faults/ConnectionDropped.ts'
import type { Fault } from '../faults/Fault.ts'
import { faultSchema } from '../faults/faultSchema.ts'
import { inProcessFetch } from './inProcessFetch.ts'
import { lifecycleSchema, type LifecycleEvent } from '../lifecycle/lifecycleRules.ts'
import type { WebhookHandler } from '../webhooks/delivery/attemptDelivery.ts'
import type { DeliveryMatch } from '../webhooks/delivery/Network.ts'
import type { WebhookEndpoint } from '../emulation/endpointView.ts'
import type { Seed, WebhookSeed } from '../seed/schema/Seed.ts'
import { deliveryMatchSchema, shuffleSchema } from './deliverySchemas.ts'
import { startServer, type Server } from './startServer.ts'

/** The options of an emulator. All have defaults. */
export interface EmulatorOptions {
  /**
   * The data that the emulator starts with. Default: the organization `acme` with a subscription, an order and the
   * token `polar_oat_acme`.
   */
  seed?: Seed
  /** The port on 127.0.0.1. 0 takes a free port. Without a port, only `fetch` reaches the emulator. */
  port?: number
  /** The directory of the data file. Default: the data is kept in memory. */
  dataDir?: string
  /**
   * The time at which the emulator's clock starts. Default: the real time. If `dataDir` has data, the clock is as far
   * from the real time as before.
   */
  now?: Date | string | number
  /** Functions that get the events of every organization. By default, they get all kinds of events. */
  webhooks?: Array<Pick<WebhookSeed, 'secret' | 'key' | 'events'> & { handler: WebhookHandler }>
  /** The calls per minute for each token. Calls without a token are counted by IP address. Default: no limit. */
  rateLimit?: number
}

/**
 * Returns the webhooks, oldest first. The methods imitate a bad network: webhooks get lost, arrive twice, in another
 * order or late.
 */
export interface Deliveries {
  (): Delivery[]
  /**
   * Loses the next attempts. The endpoint gets nothing, and each attempt counts as failed.
   * @throws Error if there is no such kind of event.
   */
  drop(match?: DeliveryMatch): void
  /** Delivers the next attempts twice. @throws Error if there is no such kind of event. */
  double(match?: DeliveryMatch): void
  /** Makes first attempts in a random order from now on. The same seed gives the same order. */
  shuffle(seed?: number): void
  /**
   * Holds all webhooks back. Returns a function that releases them and resolves when they have been delivered. If there
   * are several holds, the webhooks wait until all holds are released.
   */
  hold(): () => Promise<void>
}

/** A running emulator. */
export interface Emulator {
  /** The address. If there is no port, `http://emulator.test`. */
  readonly url: string
  /** The ids of the seed's refs, by `slug/ref`. */
  readonly refs: Record<string, string>
  /** A `fetch` that this emulator answers in process. */
  readonly fetch: typeof globalThis.fetch
  /** Returns the id of a ref. @throws Error if there is no such ref. */
  ref(name: string): string
  /** Returns the emulator's time in milliseconds, like `Date.now`. */
  now(): number
  /** Returns the emails that Polar would have sent, newest first. With `to`, only the emails to this address. */
  outbox(to?: string): OutboxEmail[]
  /**
   * Moves the clock, which runs on from the new time. Returns the new time.
   * @throws Error if the new time would not be in the years 1970 to 9999.
   */
  advance(seconds: number): number
  /** Injects a fault into calls to the API, such as a lost answer. Returns the id of the fault. */
  inject(fault: Fault): { id: string }
  /** Returns the latest 10,000 calls to the API since the last reset, oldest first, without tokens. */
  requests(): RequestRecord[]
  /**
   * Opens a session of the customer portal for one hour and returns its token.
   * @param customer The ref of a customer. With the member model, the session belongs to the customer's member with the
   * role `owner`, unless `member` is given.
   * @param options The ref of a member, with or without the organization's slug.
   * @throws Error if there is no such customer or member.
   */
  session(customer: string, options?: { member?: string }): string
  /** Lists the webhooks, and lets you lose, double, shuffle and hold them. */
  readonly deliveries: Deliveries
  /**
   * Resolves when no webhook is being sent and none is due. A webhook that will be tried again later is due when the
   * emulator's clock reaches that time.
   */
  delivered(): Promise<void>
  /** Returns the webhook endpoints, and whether they are on. */
  endpoints(): WebhookEndpoint[]
  /**
   * Applies an event in the life of a subscription that no call can cause, such as a failed payment, with all its
   * consequences.
   * @param subscription A ref (`acme/sub`) or an id.
   * @throws Error if there is no such subscription, or if its status does not allow the event. The message says which
   * events the status allows.
   */
  lifecycle(subscription: string, event: LifecycleEvent): { id: string; status: string }
  /**
   * Deletes all data, then stores the given seed, or else the seed that the emulator started with. The clock stays as
   * it is. Returns the ids of the refs.
   */
  reset(seed?: Seed): Record<string, string>
  /** Ends the connections and streams. A second call does nothing. */
  close(): Promise<void>
}

/**
 * Starts a local Polar for seats, by default in process and in memory. It answers calls as
 * https://polar.sh/docs/api-reference describes them.
 * @param options The data, the port, the clock and other settings. All are optional.
 * @throws Error if an option or the seed is wrong, the port is taken, or the directory cannot be used.
 * @example
 * ```ts
 * import { startEmulator } from '@seats/emulator'
 *
 * const emulator = await startEmulator()
 * const response = await emulator.fetch(`${emulator.url}/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`, {
 *   headers: { authorization: 'Bearer polar_oat_acme' },
 * })
 * await emulator.close()
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port, rateLimit, now, webhooks = [] } = checkOptions(options)
  const emulation = new Emulation(options.dataDir, options.seed, now)
  const { network } = emulation.webhooks
  emulation.setSharedHandlers(webhooks)
  const fetch = createFetch(emulation, rateLimit)
  const server = port === undefined ? undefined : await listen(emulation, fetch, port)
  if (server) emulation.url = server.url
  emulation.webhooks.sendDue()

  let closed: Promise<void> | undefined
  const close = async () => {
    await server?.close()
    emulation.close()
  }

  return {
    url: emulation.url,
    get refs() {
      return emulation.refs
    },
    fetch: inProcessFetch((request) => {
      if (closed) throw new ConnectionDropped('The emulator is closed')
      return fetch(request)
    }),
    ref: (name) => emulation.ref(name),
    now: () => emulation.now(),
    outbox: (to) => emulation.outbox(to),
    advance: (seconds) => {
      const move = parseInput(clockSchema, { advance_seconds: seconds })
      emulation.moveClock((clock) => moveClock(clock, move))
      return emulation.now()
    },
    inject: (fault) => emulation.faults.inject(parseInput(faultSchema, fault)),
    requests: () => emulation.requests.all(),
    session: (customer, { member } = {}) => emulation.session(customer, member),
    deliveries: Object.assign(() => emulation.deliveries(), {
      drop: (match: DeliveryMatch = {}) => network.drop(parseInput(deliveryMatchSchema, match)),
      double: (match: DeliveryMatch = {}) => network.double(parseInput(deliveryMatchSchema, match)),
      shuffle: (seed?: number) => network.shuffle(parseInput(shuffleSchema, { seed }).seed),
      hold: () => {
        const release = network.hold()
        return () => {
          release()
          return emulation.webhooks.delivered()
        }
      },
    }),
    delivered: () => emulation.webhooks.delivered(),
    endpoints: () => emulation.endpoints(),
    lifecycle: (subscription, event) =>
      emulation.lifecycle(emulation.refs[subscription] ?? subscription, parseInput(lifecycleSchema, { event }).event),
    reset: (seed) => emulation.reset(seed),
    close: () => (closed ??= close()),
  }
}

async function listen(emulation: Emulation, fetch: ReturnType<typeof createFetch>, port: number): Promise<Server> {
  try {
    return await startServer(fetch, port, '127.0.0.1')
  } catch (error) {
    emulation.close()
    throw error
  }
}
