import type { BulkRow } from '@seats/core/ui'
import type { ReactNode } from 'react'

/** The parts of the invite form that an app can add or replace. Vue has them as slots: `renderFields` is `fields`. */
export interface InviteSlots {
  /**
   * Your own fields, such as a `<select name="role">`. The named fields that are filled in become the seat's metadata.
   * `pending` is true while the invitation is being sent.
   */
  renderFields?: ((form: { pending: boolean }) => ReactNode) | undefined
  /** Replaces the address of a person in the dialog for many people, in its preview and its results. */
  renderInvitee?: ((row: BulkRow) => ReactNode) | undefined
}
