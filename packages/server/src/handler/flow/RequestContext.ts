import type { SeatSource } from '@seats/core'
import type { StreamSlots } from '../../events/createStreamSlots.ts'
import type { Report } from '../../internal/createReport.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'
import type { News } from './announceNews.ts'
import type { AuditEvent } from '../audit/AuditEvent.ts'
import type { Budgets, Spend } from '../access/createBudgets.ts'
import type { Authorize } from '../access/SeatsGrant.ts'
import type { Route } from '../routes/matchRoute.ts'
import type { Upstream } from '../polar/startUpstream.ts'

/** A source that a request names, and the reason why the user does not get it. Null for an id that is no UUID. */
export interface RefusedSource {
  source: SeatSource | null
  error: unknown
}

/** One request, past everything that its path, its origin and its body's form can be refused for. */
export interface Job {
  request: Request
  route: Route
  query: URLSearchParams
  body: Record<string, unknown>
  authorize: Authorize
  upstream: (spend: Spend) => Upstream
  budgets: Budgets
  address: string | undefined
  store: SeatsStore
  slots: StreamSlots
  /** Sets what the live streams are told after the audit, in place of what was set before. */
  announce: (news: News) => void
  /** Has the audit, or the operator, told of one source that was refused while the rest of the request is answered. */
  refuse: (refused: RefusedSource) => void
  report: Report
  /** What the audit will say. */
  trail: AuditEvent
}
