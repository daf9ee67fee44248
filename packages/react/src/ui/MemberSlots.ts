import type { MemberSlot } from '@seats/core/ui'
import type { ReactNode } from 'react'

/** The parts of the list of members that an app can replace. Vue has them as slots: `renderName` is `name`. */
export interface MemberSlots {
  /** Replaces the initials before a person's name. */
  renderAvatar?: ((row: MemberSlot) => ReactNode) | undefined
  /** Replaces a person's name and address. */
  renderName?: ((row: MemberSlot) => ReactNode) | undefined
  /** Your own buttons, shown after the other buttons of the row. */
  renderRowActions?: ((row: MemberSlot) => ReactNode) | undefined
  /** Shown below the list if the signed-in user is the only member. */
  renderEmpty?: (() => ReactNode) | undefined
}
