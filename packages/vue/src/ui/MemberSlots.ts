import type { MemberSlot } from '@seats/core/ui'

/** The parts of the list of members that an app can replace. React has them as props: `name` is `renderName`. */
export interface MemberSlots {
  /** Replaces the initials before a person's name. */
  avatar?: (row: MemberSlot) => unknown
  /** Replaces a person's name and address. */
  name?: (row: MemberSlot) => unknown
  /** Your own buttons, shown after the other buttons of the row. */
  rowActions?: (row: MemberSlot) => unknown
  /** Shown below the list if the signed-in user is the only member. */
  empty?: () => unknown
}
