import type { AttemptOutcome } from './AttemptOutcome.ts'
import { seededRandom } from '../../faults/seededRandom.ts'

/** Chooses attempts to deliver webhooks: the next attempts, or the next attempts for one kind of event. */
export interface DeliveryMatch {
  /** A kind of event, for example `customer_seat.revoked`. Default: any kind. */
  type?: string | undefined
  /** The number of attempts. Default: 1. `Infinity` means all from now on. */
  times?: number | undefined
}

/** The attempts that one call of `drop` or `double` has chosen. */
interface Mishap {
  type: string | undefined
  remaining: number
}

/** Imitates a network: webhooks get lost, arrive twice, out of order, or late. */
export class Network {
  readonly #drops: Mishap[] = []
  readonly #doubles: Mishap[] = []
  #random: (() => number) | undefined
  readonly #holds = new Set<symbol>()

  get isHeld(): boolean {
    return this.#holds.size > 0
  }

  /** Loses the next attempts. The endpoint gets nothing, and the attempts count as failed. */
  drop({ type, times = 1 }: DeliveryMatch = {}): void {
    this.#drops.push({ type, remaining: times })
  }

  /** Delivers the next attempts twice. */
  double({ type, times = 1 }: DeliveryMatch = {}): void {
    this.#doubles.push({ type, remaining: times })
  }

  /** Makes first attempts in a random order from now on. The same seed gives the same order. */
  shuffle(seed = 1): void {
    this.#random = seededRandom(seed)
  }

  /** Holds webhooks back. Returns a function that ends this hold. Webhooks are sent again once all holds have ended. */
  hold(): () => void {
    const hold = Symbol('hold')
    this.#holds.add(hold)
    return () => void this.#holds.delete(hold)
  }

  /** Forgets all drops, doubles, shuffles and holds. */
  clear(): void {
    this.#drops.length = 0
    this.#doubles.length = 0
    this.#random = undefined
    this.#holds.clear()
  }

  get isShuffled(): boolean {
    return this.#random !== undefined
  }

  /** Returns the index of the delivery to send next, of `count` deliveries that wait. */
  pick(count: number): number {
    return Math.floor((this.#random?.() ?? 0) * Math.max(0, count))
  }

  /** Makes one attempt, which may get lost or be made twice. Returns the last outcome. */
  async send(type: string, attempt: () => Promise<AttemptOutcome>): Promise<AttemptOutcome> {
    if (take(this.#drops, type)) return { code: null, response: 'The webhook was lost on the way.' }
    const outcome = await attempt()
    return take(this.#doubles, type) ? attempt() : outcome
  }
}

function take(mishaps: Mishap[], type: string): boolean {
  const mishap = mishaps.find((each) => each.remaining > 0 && (each.type === undefined || each.type === type))
  if (mishap) mishap.remaining -= 1
  return mishap !== undefined
}
