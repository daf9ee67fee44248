export { createSeatsHandler } from '../createSeatsHandler.ts'
export { createSeatsWebhookHandler, type SeatsWebhookHandlerOptions } from '../createSeatsWebhookHandler.ts'
export type { SeatsEvent } from '../events/SeatsEvent.ts'
export type { AuditEvent } from '../handler/AuditEvent.ts'
export type { RatePerMinute } from '../handler/budgets.ts'
export type { Authorize, AuthorizeContext, Grant } from '../handler/Grant.ts'
export type { SeatsHandler, SeatsHandlerOptions } from '../handler/SeatsHandlerOptions.ts'
export { memoryStore } from '../store/memoryStore.ts'
export type { Budget, SeatsStore } from '../store/SeatsStore.ts'
export type {
  SeatRevokedEvent,
  SeatsWebhookCallbacks,
  SeatsWebhookEvents,
  SeatWebhookEvent,
  SubscriptionUpdatedEvent,
} from '../webhooks/SeatsWebhookEvents.ts'
