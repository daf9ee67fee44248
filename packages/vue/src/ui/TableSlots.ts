import type { SeatPermissions } from '@seats/core'
import type { SeatSlot } from '@seats/core/ui'

/** What the slot `row` gets. */
export interface SeatRowSlot extends SeatSlot {
  /** Attributes for your `<tr>`. Without them the focus and long lists do not work. */
  rowProps: Record<string, unknown>
}

/** The parts of the table that an app can replace. React has them as props: `row` is `renderRow`. */
export interface TableSlots {
  /** Replaces the `<tr>` of a seat. The table still asks and tells news, in the place of the row. */
  row?: (row: SeatRowSlot) => unknown
  /** Replaces the initials before a person's name. */
  avatar?: (row: SeatSlot) => unknown
  /** Replaces a person's name and address. */
  name?: (row: SeatSlot) => unknown
  /** The heading of a column of your own. */
  columnHeader?: () => unknown
  /** A cell of a column of your own, without the `<td>`. */
  column?: (row: SeatSlot) => unknown
  /** Your own buttons, after those of a row. */
  rowActions?: (row: SeatSlot) => unknown
  /** Replaces the text for a team of nobody. */
  empty?: (team: { can: SeatPermissions }) => unknown
}
