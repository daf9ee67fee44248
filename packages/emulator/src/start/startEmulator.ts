import { checkOptions } from './checkOptions.ts'
import { clockSchema, moveClock } from '../control/moveClock.ts'
import { parseInput } from '../emulation/parseInput.ts'
import { createFetch } from './createFetch.ts'
import type { Delivery } from '../emulation/deliveryView.ts'
import type { RequestRecord } from '../emulation/RequestLog.ts'
import type { OutboxEmail } from '../emulation/emailView.ts'
import { Emulation } from '../emulation/Emulation.ts'
import type { Fault } from '../faults/Fault.ts'
import { faultSchema } from '../faults/faultSchema.ts'
import { inProcessFetch } from './inProcessFetch.ts'
import type { LifecycleEvent } from '../lifecycle/turns.ts'
import type { WebhookHandler } from '../webhooks/delivery/attemptDelivery.ts'
import type { DeliveryMatch } from '../webhooks/delivery/Network.ts'
import type { WebhookEndpoint } from '../emulation/endpointView.ts'
import type { Seed, WebhookSeed } from '../seed/schema/Seed.ts'
import { startServer, type Server } from './startServer.ts'

/** How an emulator is started; everything has a default. */
export interface EmulatorOptions {
  /** What it is filled with; without one, organization `acme` with a subscription, an order and the token `polar_oat_acme`. */
  seed?: Seed
  /** Listens on this port of 127.0.0.1; 0 takes a free one. Without it only `fetch` reaches the emulator. */
  port?: number
  /** Keeps everything in a file below this directory; without it, in memory. */
  dataDir?: string
  /** Where its clock starts. */
  now?: Date | string | number
  /** Functions in this process that hear of every kind of event of every organization, as `--webhook-url` does. */
  webhooks?: Array<Pick<WebhookSeed, 'secret' | 'events'> & { handler: WebhookHandler }>
  /** Calls a minute per token; without it there is no limit. */
  rateLimit?: number
}

/** The webhooks, in the order in which they were made; its methods are what a network does to them. */
export interface Deliveries {
  (): Delivery[]
  /** Loses the next attempts on the way: the endpoint hears nothing, and each counts as failed. */
  drop(match?: DeliveryMatch): void
  /** Brings the next attempts twice. */
  double(match?: DeliveryMatch): void
  /** Brings events in any order from now on: the same for the same seed. */
  shuffle(seed?: number): void
  /** Holds everything back; the function that it returns lets it go, and resolves when it has been delivered. */
  hold(): () => Promise<void>
}

/** A running emulator. */
export interface Emulator {
  /** Where it is reached: `http://emulator.test` where no port was given. */
  readonly url: string
  /** The ids made for the seed's refs, by `slug/ref`. */
  readonly refs: Record<string, string>
  /** The global `fetch`, answered by this emulator in process. */
  readonly fetch: typeof globalThis.fetch
  /** The id of one ref. @throws Error when there is none. */
  ref(name: string): string
  /** The emulator's time in milliseconds, as `Date.now` gives the real one. */
  now(): number
  /** The invitation emails it would have sent, newest first. */
  outbox(to?: string): OutboxEmail[]
  /** Moves its clock, which keeps running from there. @throws Error beyond the years 1970 to 9999. */
  advance(seconds: number): number
  /** Makes calls fail. */
  inject(fault: Fault): { id: string }
  /** The calls to the API, oldest first: the latest 10,000 since the last reset. Tokens are left out. */
  requests(): RequestRecord[]
  /**
   * Opens a session of the customer portal, for one hour, and returns its token.
   * @param customer the ref of a customer. Under the member model the session is their owner's, unless `member` is given.
   * @param options the ref of a member of theirs, with or without the organization's slug.
   * @throws Error if there is no such customer or member.
   */
  session(customer: string, options?: { member?: string }): string
  /** The webhooks on their way, or arrived; and what a network does to them. */
  readonly deliveries: Deliveries
  /** Resolves when no webhook is under way and none is due. What is to be tried again later waits for the clock. */
  delivered(): Promise<void>
  /** The webhook endpoints, and whether each is still sent to. */
  endpoints(): WebhookEndpoint[]
  /**
   * Makes a turn in the life of a subscription that no call can make, with everything that follows.
   * @param subscription a ref (`acme/sub`) or an id.
   * @throws Error if the subscription cannot take it; the message says what it could take.
   */
  lifecycle(subscription: string, event: LifecycleEvent): { id: string; status: string }
  /** Empties everything, then seeds. */
  reset(seed?: Seed): Record<string, string>
  /** Ends its connections and streams. Once more is as good as once. */
  close(): Promise<void>
}

/**
 * Starts a local Polar for seats, in process and in memory unless told otherwise. What it answers is what
 * https://polar.sh/docs/api-reference describes.
 * @param options what it is filled with, where it keeps that and whether it listens on a port.
 * @throws Error when an option cannot mean anything, the seed is refused, the port is taken or the directory cannot be
 * used.
 * @example
 * const emulator = await startEmulator()
 * const response = await emulator.fetch(`${emulator.url}/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`, {
 *   headers: { authorization: 'Bearer polar_oat_acme' },
 * })
 * await emulator.close()
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const { port, rateLimit, now } = checkOptions(options)
  const emulation = new Emulation(options.dataDir, options.seed, now)
  const { network } = emulation.webhooks
  for (const { handler, ...rest } of options.webhooks ?? []) emulation.addSharedHandler(handler, rest)
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
    fetch: inProcessFetch(fetch),
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
      drop: (match?: DeliveryMatch) => network.drop(match),
      double: (match?: DeliveryMatch) => network.double(match),
      shuffle: (seed?: number) => network.shuffle(seed),
      hold: () => {
        network.hold()
        return () => {
          network.release()
          return emulation.webhooks.delivered()
        }
      },
    }),
    delivered: () => emulation.webhooks.delivered(),
    endpoints: () => emulation.endpoints(),
    lifecycle: (subscription, event) => emulation.lifecycle(emulation.refs[subscription] ?? subscription, event),
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
