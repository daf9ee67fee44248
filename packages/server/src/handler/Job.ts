import type { CustomerSeat } from '@seats/core'
import type { StreamSlots } from '../events/createStreamSlots.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import type { AuditEvent } from './AuditEvent.ts'
import type { Budgets, Spend } from './budgets.ts'
import type { Authorize } from './Grant.ts'
import type { Route } from './matchRoute.ts'
import type { Upstream } from './Upstream.ts'

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
  /** Tells the live streams, and remembers whose seat it is. Never fails: the change is made by then. */
  announce: (seat: CustomerSeat) => Promise<void>
  /** What the audit will say. */
  trail: AuditEvent
}
