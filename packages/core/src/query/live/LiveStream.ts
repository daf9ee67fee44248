import type { LiveSource } from './liveSource.ts'

/** A stream of events that is being read. */
export interface LiveStream {
  /** The sources that it was opened for. Some of them may have been refused since. */
  readonly sources: readonly LiveSource[]
  /** When it was opened, by `performance.now()`. */
  readonly openedAt: number
  /** Whether anything has come: some proxies open a stream and keep what it says. */
  readonly hasBegun: boolean
  readonly hasEnded: boolean
  /** Whether a source was refused a while ago, so that a new stream may have it. */
  readonly isRenewalDue: boolean
  close(): void
}
