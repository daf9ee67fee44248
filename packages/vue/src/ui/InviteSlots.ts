import type { BulkRow } from '@seats/core/ui'

/** The parts of the invite form that an app can add or replace. React has them as props: `fields` is `renderFields`. */
export interface InviteSlots {
  /**
   * Your own fields, such as a `<select name="role">`. The named fields that are filled in become the seat's metadata.
   * `pending` is true while the invitation is being sent.
   */
  fields?: (form: { pending: boolean }) => unknown
  /** Replaces the address of a person in the dialog for many people, in its preview and its results. */
  invitee?: (row: BulkRow) => unknown
}
