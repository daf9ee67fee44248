export interface ShallowOption {
  /** Makes only the result reactive, not the objects in it. Composables set it: a seat is replaced, never changed. */
  shallow?: boolean
}
