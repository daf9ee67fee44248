/**
 * A local Polar to develop and test against.
 *
 * @module @seats/emulator
 */

export { startEmulator, type Deliveries, type Emulator, type EmulatorOptions } from '../startEmulator.ts'
export type { Delivery } from '../control/deliveryView.ts'
export type { RequestRecord } from '../control/RequestLog.ts'
export type { OutboxEmail } from '../control/emailView.ts'
export type { Fault } from '../faults/Fault.ts'
export type { Seed } from '../seed/Seed.ts'
export type { WebhookEndpoint } from '../control/endpointView.ts'
export type { LifecycleEvent } from '../lifecycle/turns.ts'
export type { WebhookHandler } from '../webhooks/attemptDelivery.ts'
export type { DeliveryMatch } from '../webhooks/Network.ts'
