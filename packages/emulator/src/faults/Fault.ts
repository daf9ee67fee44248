/**
 * A kind of fault. `status`, `latency`, `drop_before` and `drop_now_act_later` come before the call has an effect.
 * `drop_after` and `garbage` come after the effect.
 */
export type FaultKind =
  | { kind: 'status'; status: number; body?: string | undefined; headers?: Record<string, string> | undefined }
  | { kind: 'latency'; ms: number }
  | { kind: 'drop_before' }
  | { kind: 'drop_after' }
  | { kind: 'drop_now_act_later'; ms: number }
  | { kind: 'garbage' }

/** A fault in calls to the API. */
export interface Fault {
  /** The calls that are affected. `path` is a prefix, in which `*` stands for one segment. Default: all calls. */
  match?: { method?: string | undefined; path?: string | undefined } | undefined
  /** The number of affected calls. Default: no limit. */
  times?: number | undefined
  /** The probability, from 0 to 1. Default: 1. */
  probability?: number | undefined
  /** Seeds the random numbers, so that each run affects the same calls. */
  seed?: number | undefined
  fault: FaultKind
}
