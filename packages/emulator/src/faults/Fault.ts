/**
 * A kind of fault. With `status` and `drop_before`, the call has no effect. With `latency` and `drop_now_act_later`,
 * the call takes effect later. `drop_after` and `garbage` come after the call has taken effect.
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
  /** The probability, from 0 to 1, that a call that matches is affected. Default: 1. */
  probability?: number | undefined
  /** The start of the random numbers for `probability`. With the same number, each run affects the same calls. */
  seed?: number | undefined
  fault: FaultKind
}
