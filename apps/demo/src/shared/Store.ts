/** Something of the browser's that changes by itself. */
export interface Store<Value> {
  now(): Value
  subscribe(listener: () => void): () => void
}
