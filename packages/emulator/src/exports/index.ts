/**
 * A local Polar to develop and test against.
 *
 * @module @seats/emulator
 */

export { startEmulator, type Deliveries, type Emulator, type EmulatorOptions } from '../start/startEmulator.ts'
export type { Delivery } from '../emulation/deliveryView.ts'
export type { RequestRecord } from '../emulation/RequestLog.ts'
export type { OutboxEmail } from '../emulation/emailView.ts'
export type { Fault } from '../faults/Fault.ts'
export type { Seed } from '../seed/schema/Seed.ts'
export type { WebhookEndpoint } from '../emulation/endpointView.ts'
export type { LifecycleEvent } from '../lifecycle/lifecycleRules.ts'
export type { WebhookHandler } from '../webhooks/delivery/attemptDelivery.ts'
export type { DeliveryMatch } from '../webhooks/delivery/Network.ts'
