import { checkOptions } from './checkOptions.ts'
import { advanceSchema, moveClock } from './control/moveClock.ts'
import { parseInput } from './control/parseInput.ts'
import { createFetch } from './createFetch.ts'
import type { Delivery } from './control/deliveryView.ts'
import type { RequestRecord } from './control/RequestLog.ts'
import type { OutboxEmail } from './control/emailView.ts'
import { Emulation } from './Emulation.ts'
import type { Fault } from './faults/Fault.ts'
import { faultSchema } from './faults/faultSchema.ts'
import { inProcessFetch } from './inProcessFetch.ts'
import type { Seed } from './seed/Seed.ts'
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
  /** Calls a minute per token; without it there is no limit. */
  rateLimit?: number
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
  /** The webhooks on their way, or arrived. */
  deliveries(): Delivery[]
  /** The calls to the API, oldest first: the latest 10,000 since the last reset. Tokens are left out. */
  requests(): RequestRecord[]
  /**
   * Opens a session of the customer portal, for one hour, and returns its token.
   * @param customer the ref of a customer. Under the member model the session is their owner's, unless `member` is given.
   * @param options the ref of a member of theirs, with or without the organization's slug.
   * @throws Error if there is no such customer or member.
   */
  session(customer: string, options?: { member?: string }): string
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
      const move = parseInput(advanceSchema, { advance_seconds: seconds })
      emulation.moveClock((clock) => moveClock(clock, move))
      return emulation.now()
    },
    inject: (fault) => emulation.faults.inject(parseInput(faultSchema, fault)),
    deliveries: () => emulation.deliveries(),
    requests: () => emulation.requests.all(),
    session: (customer, { member } = {}) => emulation.session(customer, member),
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
