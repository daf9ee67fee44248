import type { SeatPermissions } from '@seats/core'
import type { SeatSlot } from '@seats/core/ui'
import type { HTMLAttributes, ReactNode } from 'react'

/** The argument of `renderRow`. */
export interface SeatRowSlot extends SeatSlot {
  /** Attributes for your `<tr>`. They are needed for the focus and for long lists. */
  rowProps: HTMLAttributes<HTMLTableRowElement>
}

/** The parts of the table that an app can replace. Vue has them as slots: `renderRow` is `row`. */
export interface TableSlots {
  /**
   * Replaces the `<tr>` of a seat. While the table has to show a question or the result of an action, it shows its own
   * row instead.
   */
  renderRow?: ((row: SeatRowSlot) => ReactNode) | undefined
  /** Replaces the initials before a person's name. */
  renderAvatar?: ((row: SeatSlot) => ReactNode) | undefined
  /** Replaces a person's name and address. */
  renderName?: ((row: SeatSlot) => ReactNode) | undefined
  /** The heading of your own column. */
  renderColumnHeader?: (() => ReactNode) | undefined
  /** A cell of your own column, without the `<td>`. */
  renderColumn?: ((row: SeatSlot) => ReactNode) | undefined
  /** Your own buttons, shown after the other buttons of the row. */
  renderRowActions?: ((row: SeatSlot) => ReactNode) | undefined
  /** Replaces the text for an empty team. */
  renderEmpty?: ((team: { can: SeatPermissions }) => ReactNode) | undefined
}
