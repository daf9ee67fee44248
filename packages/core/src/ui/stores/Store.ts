/** A value that changes outside of React and Vue, such as the time. */
export interface Store<Value> {
  /** Returns the current value. */
  getState(): Value
  /** Calls the listener after each change. Returns a function that removes the listener. */
  subscribe(listener: () => void): () => void
}
