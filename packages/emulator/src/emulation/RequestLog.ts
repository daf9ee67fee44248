import { formatTime } from '../clock/formatTime.ts'
import type { Clock } from '../clock/Clock.ts'

/** A call to the API, without its secrets. */
export interface RequestRecord {
  method: string
  /** The path without the query and without tokens. */
  path: string
  /** Null until the call is answered. The status stays null if the connection was dropped. */
  status: number | null
  /** The time by the emulator's clock. */
  when: string
}

const maxRecords = 10_000

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

  /** Records a call. The caller of this method sets the status when the call is answered. */
  add({ method, url }: Request): RequestRecord {
    const record = { method, path: withoutTokens(url), status: null, when: formatTime(this.#clock.now()) }
    this.#records.push(record)
    if (this.#records.length > maxRecords) this.#records.shift()
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
