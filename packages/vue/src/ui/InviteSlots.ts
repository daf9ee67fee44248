/** The part of the invite form that an app can add. React has it as a prop: `fields` is `renderFields`. */
export interface InviteSlots {
  /**
   * Your own fields, such as a `<select name="role">`. The named fields that are filled in become the seat's metadata.
   * `pending` is true while an invitation is under way.
   */
  fields?: (form: { pending: boolean }) => unknown
}
