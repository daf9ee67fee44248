export interface ShallowOption {
  /**
   * Makes only the result reactive, not the objects in it. That is enough, because a changed seat is always a new
   * object.
   */
  shallow?: boolean
}
