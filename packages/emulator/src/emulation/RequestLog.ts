import { formatTime } from '../clock/formatTime.ts'
import type { Clock } from '../clock/Clock.ts'

/** A call to the API, without anything secret. */
export interface RequestRecord {
  method: string
  /** Without the query, and without an invitation token. */
  path: string
  /** Null while it is unanswered, and for a connection that was dropped. */
  status: number | null
  /** By the emulator's clock. */
  when: string
}

const maximum = 10_000

/** The latest calls to the API, oldest first. */
export class RequestLog {
  readonly #clock: Clock
  #records: RequestRecord[] = []

  constructor(clock: Clock) {
    this.#clock = clock
  }

  all(): RequestRecord[] {
    return this.#records.map((record) => ({ ...record }))
  }

  /** Notes a call. The record's status is to be set when it is answered. */
  add({ method, url }: Request): RequestRecord {
    const record = { method, path: withoutTokens(url), status: null, when: formatTime(this.#clock.now()) }
    this.#records.push(record)
    if (this.#records.length > maximum) this.#records.shift()
    return record
  }

  clear(): void {
    this.#records = []
  }
}

const withoutTokens = (url: string): string =>
  (/^[^/]*\/\/[^/?#]*([^?#]*)/.exec(url)?.[1] ?? '')
    .replace(/(\/customer-seats\/claim\/)[^/]+/, '$1{invitation_token}')
    .replaceAll(/(?:polar_[a-z_]+_|whsec_)[^/]*/g, '{token}')
