export interface ShallowOption {
  /**
   * Makes only the result reactive, not the objects in it. That is enough, because a seat is always replaced and never
   * changed.
   */
  shallow?: boolean
}
