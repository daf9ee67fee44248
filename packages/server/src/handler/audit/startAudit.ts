import type { Route } from '../routes/matchRoute.ts'
import type { AuditEvent } from './AuditEvent.ts'

/** Returns an audit event with the fields that the route already shows. */
export const startAudit = ({ operation, seatId }: Route): AuditEvent => ({
  operation,
  actor: null,
  address: null,
  source: null,
  recipient: null,
  seatId: seatId ?? null,
  seat: null,
  seatCount: null,
  status: 0,
  code: null,
})
