/** A value that changes outside of React and Vue, such as the time. */
export interface Store<Value> {
  now(): Value
  subscribe(listener: () => void): () => void
}
