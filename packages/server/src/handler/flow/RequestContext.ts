import type { StreamSlots } from '../../events/createStreamSlots.ts'
import type { ReportError } from '../../internal/createErrorReporter.ts'
import type { SeatGate } from '../../gate/SeatGate.ts'
import type { StoredIndex } from '../../rosterIndex/createStoredIndex.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'
import type { Budgets, Spend } from '../access/createBudgets.ts'
import type { Proration } from '../access/ProrationOption.ts'
import type { Authorize } from '../access/SeatsGrant.ts'
import type { Upstream } from '../polar/startUpstream.ts'
import type { Route } from '../routes/matchRoute.ts'

/**
 * A request with everything that an operation needs. The path, the origin and the form of the body have been checked.
 */
export interface RequestContext {
  readonly request: Request
  readonly route: Route
  readonly query: URLSearchParams
  readonly body: Readonly<Record<string, unknown>>
  /** The IP address of the sender, if it is known. */
  readonly ipAddress: string | undefined
  readonly authorize: Authorize
  /** Returns an object for calls to Polar that spend the given budget. */
  readonly upstreamFor: (spend: Spend) => Upstream
  readonly budgets: Budgets
  readonly proration: Proration
  readonly store: SeatsStore
  readonly index: StoredIndex
  readonly indexMaxAgeMs: number
  /** The gate that answers questions about the user's own seat. */
  readonly gate: SeatGate
  readonly slots: StreamSlots
  readonly report: ReportError
}
