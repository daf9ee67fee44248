import type { ReactNode } from 'react'

/** The part of the invite form that an app can add. Vue has it as a slot: `renderFields` is `fields`. */
export interface InviteSlots {
  /**
   * Your own fields, such as a `<select name="role">`. The named fields that are filled in become the seat's metadata.
   * `pending` is true while an invitation is being sent.
   */
  renderFields?: ((form: { pending: boolean }) => ReactNode) | undefined
}
