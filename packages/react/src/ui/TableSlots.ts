import type { SeatPermissions } from '@seats/core'
import type { SeatSlot } from '@seats/core/ui'
import type { HTMLAttributes, ReactNode } from 'react'

/** What `renderRow` gets. */
export interface SeatRowSlot extends SeatSlot {
  /** Attributes for your `<tr>`. Without them the focus and long lists do not work. */
  rowProps: HTMLAttributes<HTMLTableRowElement>
}

/** The parts of the table that an app can replace. Vue has them as slots: `renderRow` is `row`. */
export interface TableSlots {
  /** Replaces the `<tr>` of a seat. The table still asks and tells news, in the place of the row. */
  renderRow?: ((row: SeatRowSlot) => ReactNode) | undefined
  /** Replaces the initials before a person's name. */
  renderAvatar?: ((row: SeatSlot) => ReactNode) | undefined
  /** Replaces a person's name and address. */
  renderName?: ((row: SeatSlot) => ReactNode) | undefined
  /** The heading of a column of your own. */
  renderColumnHeader?: (() => ReactNode) | undefined
  /** A cell of a column of your own, without the `<td>`. */
  renderColumn?: ((row: SeatSlot) => ReactNode) | undefined
  /** Your own buttons, after those of a row. */
  renderRowActions?: ((row: SeatSlot) => ReactNode) | undefined
  /** Replaces the text for a team of nobody. */
  renderEmpty?: ((team: { can: SeatPermissions }) => ReactNode) | undefined
}
