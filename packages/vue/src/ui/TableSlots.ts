import type { SeatPermissions } from '@seats/core'
import type { SeatSlot } from '@seats/core/ui'

/** The props of the slot `row`. */
export interface SeatRowSlot extends SeatSlot {
  /** Attributes for your `<tr>`. They are needed for the focus and for long lists. */
  rowProps: Record<string, unknown>
}

/** The parts of the table that an app can replace. React has them as props: `row` is `renderRow`. */
export interface TableSlots {
  /**
   * Replaces the `<tr>` of a seat. While the table has to show a question or the result of an action, it shows its own
   * row instead.
   */
  row?: (row: SeatRowSlot) => unknown
  /** Replaces the initials before a person's name. */
  avatar?: (row: SeatSlot) => unknown
  /** Replaces a person's name and address. */
  name?: (row: SeatSlot) => unknown
  /** The heading of your own column. */
  columnHeader?: () => unknown
  /** A cell of your own column, without the `<td>`. */
  column?: (row: SeatSlot) => unknown
  /** Your own buttons, shown after the other buttons of the row. */
  rowActions?: (row: SeatSlot) => unknown
  /** Replaces the text for an empty team. */
  empty?: (team: { can: SeatPermissions }) => unknown
}
