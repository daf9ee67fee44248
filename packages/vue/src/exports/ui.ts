/**
 * A team page and its parts, for Vue. Their styles are in `@seats/core/ui.css`.
 *
 * This list has no props, because TypeDoc cannot read single-file components.
 * [Props and slots of the components](https://github.com/seats-dev/seats/blob/main/apps/docs/reference/components.md)
 * lists the props, and your editor shows them.
 *
 * @module @seats/vue/ui
 */

export { default as BulkInvite } from '../ui/BulkInvite.vue'
export { default as ClaimPage } from '../ui/ClaimPage.vue'
export { default as InviteForm } from '../ui/InviteForm.vue'
export { default as Members } from '../ui/Members.vue'
export { default as MembersButton } from '../ui/MembersButton.vue'
export { default as SeatCount } from '../ui/SeatCount.vue'
export { default as SeatGate } from '../ui/SeatGate.vue'
export { default as SeatsMeter } from '../ui/SeatsMeter.vue'
export { default as SeatsTable } from '../ui/SeatsTable.vue'
export { default as SeatsUiProvider } from '../ui/SeatsUiProvider.vue'
export { default as TeamPanel } from '../ui/TeamPanel.vue'
export type { ClaimSlots } from '../ui/ClaimSlots.ts'
export type { CountSlots } from '../ui/CountSlots.ts'
export type { InviteSlots } from '../ui/InviteSlots.ts'
export type { MemberSlots } from '../ui/MemberSlots.ts'
export type { MeterSlots } from '../ui/MeterSlots.ts'
export type { CommonProps, PartProps } from '../ui/PartProps.ts'
export type { SeatRowSlot, TableSlots } from '../ui/TableSlots.ts'
export type { BulkRow, ClaimSlot, MemberSlot, PriceSlot, SeatSlot } from '@seats/core/ui'
