import type { AttemptOutcome } from './AttemptOutcome.ts'
import { seededRandom } from '../../faults/seededRandom.ts'

/** Which deliveries something happens to: the next ones, or the next of one kind. */
export interface DeliveryMatch {
  /** A kind of event, `customer_seat.revoked` say. Default: any. */
  type?: string
  /** How many attempts. Default: 1; Infinity for all from now on. */
  times?: number
}

interface Mishap {
  type: string | undefined
  remaining: number
}

/** What a network does to webhooks on their way: it loses them, brings them twice, out of order, or late. */
export class Network {
  readonly #drops: Mishap[] = []
  readonly #doubles: Mishap[] = []
  #random: (() => number) | undefined
  #isHeld = false

  get isHeld(): boolean {
    return this.#isHeld
  }

  /** The next attempts get lost on the way: the endpoint hears nothing, and they count as failed. */
  drop({ type, times = 1 }: DeliveryMatch = {}): void {
    this.#drops.push({ type, remaining: times })
  }

  /** The next attempts arrive twice. */
  double({ type, times = 1 }: DeliveryMatch = {}): void {
    this.#doubles.push({ type, remaining: times })
  }

  /** From now on, what is due goes out in any order: the same for the same seed. */
  shuffle(seed = 1): void {
    this.#random = seededRandom(seed)
  }

  hold(): void {
    this.#isHeld = true
  }

  release(): void {
    this.#isHeld = false
  }

  /** Forgets all mishaps. */
  clear(): void {
    this.#drops.length = 0
    this.#doubles.length = 0
    this.#random = undefined
    this.#isHeld = false
  }

  get isShuffled(): boolean {
    return this.#random !== undefined
  }

  /** Returns which of a number of deliveries goes out next. */
  pick(count: number): number {
    return Math.floor((this.#random?.() ?? 0) * Math.max(0, count))
  }

  /** Carries one attempt, and returns how it ended. */
  async carry(type: string, send: () => Promise<AttemptOutcome>): Promise<AttemptOutcome> {
    if (take(this.#drops, type)) return { code: null, response: 'The webhook was lost on the way.' }
    const outcome = await send()
    return take(this.#doubles, type) ? send() : outcome
  }
}

function take(mishaps: Mishap[], type: string): boolean {
  const mishap = mishaps.find((each) => each.remaining > 0 && (each.type === undefined || each.type === type))
  if (mishap) mishap.remaining -= 1
  return mishap !== undefined
}
