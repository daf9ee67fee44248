import type { BulkRow } from '@seats/core/ui'
import type { ReactNode } from 'react'

/** The parts of the invite form that an app can add or replace. Vue has them as slots: `renderFields` is `fields`. */
export interface InviteSlots {
  /**
   * Your own fields, such as a `<select name="role">`. Each field that has a `name` and a value becomes an entry of the
   * seat's metadata. `pending` is true while the invitation is being sent.
   */
  renderFields?: ((form: { pending: boolean }) => ReactNode) | undefined
  /** Replaces a person's address in the preview and in the results of the dialog for many people. */
  renderInvitee?: ((row: BulkRow) => ReactNode) | undefined
}
