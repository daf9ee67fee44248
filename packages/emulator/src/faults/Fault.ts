/** What goes wrong: before acting (`status`, `latency`, `drop_before`, `drop_now_act_later`), or after (`drop_after`, `garbage`). */
export type FaultKind =
  | { kind: 'status'; status: number; body?: string | undefined; headers?: Record<string, string> | undefined }
  | { kind: 'latency'; ms: number }
  | { kind: 'drop_before' }
  | { kind: 'drop_after' }
  | { kind: 'drop_now_act_later'; ms: number }
  | { kind: 'garbage' }

/** Something that goes wrong with calls to the API. */
export interface Fault {
  /** Which calls; all unless told. `path` is a prefix in which `*` stands for one segment. */
  match?: { method?: string | undefined; path?: string | undefined } | undefined
  /** How often; without end unless told. */
  times?: number | undefined
  /** How likely, from 0 to 1. Default: 1. */
  probability?: number | undefined
  /** The same calls meet the same luck under the same seed. */
  seed?: number | undefined
  fault: FaultKind
}
