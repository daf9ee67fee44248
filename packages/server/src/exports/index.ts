/**
 * Serves the seats API to your pages without showing them your token, and receives webhooks.
 *
 * @module @seats/server
 */

export { createSeatGate } from '../createSeatGate.ts'
export { createSeatsHandler } from '../createSeatsHandler.ts'
export { createSeatsWebhookHandler } from '../createSeatsWebhookHandler.ts'
export type { SeatCause } from '../lapses/SeatCause.ts'
export type { Sources, SweepOptions, SweepProgress, SweepReport, SweepResume } from '../lapses/forEachSource.ts'
export {
  createSeatsMirror,
  type ReconcileReport,
  type SeatsMirror,
  type SeatsMirrorOptions,
} from '../mirror/createSeatsMirror.ts'
export type { MirrorEvent } from '../mirror/recordEvent.ts'
export type { MirrorSeat, MirrorSource, MirrorTable } from '../mirror/MirrorTable.ts'
export { createSeatRecovery, type SeatRecovery, type SeatRecoveryOptions } from '../recovery/createSeatRecovery.ts'
export type { ForgottenPerson } from '../recovery/forgetPerson.ts'
export type { PlannedPerson, RecoveryAction, RecoveryPlan } from '../recovery/RecoveryPlan.ts'
export type { LapsedTeam, RecordedSeat } from '../recovery/recordRecovery.ts'
export type { RecoveryMemory } from '../recovery/RecoveryMemory.ts'
export type { RestoreOptions } from '../recovery/restoreTeam.ts'
export type { RecoveryOutcome } from '../recovery/runRecovery.ts'
export type { Include, SeatingReport } from '../recovery/seatPeople.ts'
export type { RecoveryPerson } from '../recovery/SeatRecord.ts'
export type { RecoverySweepReport } from '../recovery/sweepTeams.ts'
export type { SeatGate } from '../gate/SeatGate.ts'
export type { NoAccessReason, SeatGateAnswer } from '../gate/SeatGateAnswer.ts'
export type { SeatGateOptions } from '../gate/SeatGateOptions.ts'
export type { SeatPerson } from '../rosterIndex/SeatPerson.ts'
export type { SeatsEvent } from '../events/SeatsEvent.ts'
export type { AuditEvent, SeatCountChange } from '../handler/audit/AuditEvent.ts'
export type { ProrationOption } from '../handler/access/ProrationOption.ts'
export type { RatePerMinute } from '../handler/access/RatePerMinute.ts'
export type { Authorize, AuthorizeContext, SeatsGrant } from '../handler/access/SeatsGrant.ts'
export type { SeatsHandler, SeatsHandlerOptions } from '../SeatsHandlerOptions.ts'
export type { SeatsWebhookHandlerOptions } from '../SeatsWebhookHandlerOptions.ts'
export { memoryStore } from '../store/memoryStore.ts'
export { sharedBudget, type SharedBudgetOptions } from '../store/sharedBudget.ts'
export type { RateBudget, SeatsStore, VersionedValue } from '../store/SeatsStore.ts'
export type {
  MemberWebhookEvent,
  SeatClaimedEvent,
  SeatRevokedEvent,
  SeatsWebhookCallbacks,
  SeatsWebhookEvents,
  SeatWebhookEvent,
  SubscriptionUpdatedEvent,
} from '../webhooks/SeatsWebhookEvents.ts'
