export { createSeatsHandler } from '../createSeatsHandler.ts'
export { createSeatsWebhookHandler, type SeatsWebhookHandlerOptions } from '../createSeatsWebhookHandler.ts'
export type { SeatsEvent } from '../events/SeatsEvent.ts'
export type { AuditEvent } from '../handler/audit/AuditEvent.ts'
export type { RatePerMinute } from '../handler/access/createBudgets.ts'
export type { Authorize, AuthorizeContext, Grant } from '../handler/access/SeatsGrant.ts'
export type { SeatsHandler, SeatsHandlerOptions } from '../SeatsHandlerOptions.ts'
export { memoryStore } from '../store/memoryStore.ts'
export type { Budget, SeatsStore } from '../store/SeatsStore.ts'
export type {
  SeatRevokedEvent,
  SeatsWebhookCallbacks,
  SeatsWebhookEvents,
  SeatWebhookEvent,
  SubscriptionUpdatedEvent,
} from '../webhooks/SeatsWebhookEvents.ts'
