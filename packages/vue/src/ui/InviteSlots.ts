import type { BulkRow } from '@seats/core/ui'

/** The parts of the invite form that an app can add or replace. React has them as props: `fields` is `renderFields`. */
export interface InviteSlots {
  /**
   * Your own fields, such as a `<select name="role">`. Each field that has a `name` and a value becomes an entry of the
   * seat's metadata. `pending` is true while the invitation is being sent.
   */
  fields?: (form: { pending: boolean }) => unknown
  /** Replaces a person's address in the preview and in the results of the dialog for many people. */
  invitee?: (row: BulkRow) => unknown
}
