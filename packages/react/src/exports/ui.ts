/**
 * A team page and its parts, for React. Their styles are in `@seats/core/ui.css`. `@seats/vue/ui` has the same
 * components.
 * [Props and slots of the components](https://github.com/seats-dev/seats/blob/main/apps/docs/reference/components.md)
 * lists the props of both packages.
 *
 * @module @seats/react/ui
 */

export { BulkInvite, type BulkInviteProps } from '../ui/BulkInvite.tsx'
export { ClaimPage, type ClaimPageProps } from '../ui/ClaimPage.tsx'
export { InviteForm, type InviteFormProps } from '../ui/InviteForm.tsx'
export { Members, type MembersProps } from '../ui/Members.tsx'
export { MembersButton, type MembersButtonProps } from '../ui/MembersButton.tsx'
export { SeatCount, type SeatCountProps } from '../ui/SeatCount.tsx'
export { SeatGate, type SeatGateProps } from '../ui/SeatGate.tsx'
export { SeatsMeter, type SeatsMeterProps } from '../ui/SeatsMeter.tsx'
export { SeatsTable, type SeatsTableProps } from '../ui/SeatsTable.tsx'
export { SeatsUiProvider, type SeatsUiProviderProps } from '../ui/SeatsUiProvider.tsx'
export { TeamPanel, type TeamPanelProps } from '../ui/TeamPanel.tsx'
export type { ClaimSlots } from '../ui/ClaimSlots.ts'
export type { CountSlots } from '../ui/CountSlots.ts'
export type { InviteSlots } from '../ui/InviteSlots.ts'
export type { MemberSlots } from '../ui/MemberSlots.ts'
export type { CommonProps, PartProps } from '../ui/PartProps.ts'
export type { SeatRowSlot, TableSlots } from '../ui/TableSlots.ts'
export type { BulkRow, ClaimSlot, MemberSlot, PriceSlot, SeatSlot } from '@seats/core/ui'
