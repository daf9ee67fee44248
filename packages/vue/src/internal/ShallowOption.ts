export interface ShallowOption {
  /**
   * Makes only the result reactive, not the objects in it. This is enough, because a changed seat is always a new
   * object. Default of the composables: `true`.
   */
  shallow?: boolean
}
