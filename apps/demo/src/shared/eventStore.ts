import type { Store } from './Store.ts'

/** Makes a store of a value that changes with events of the browser. */
export const eventStore = <Value>(target: EventTarget, events: string[], now: () => Value): Store<Value> => ({
  now,
  subscribe(listener) {
    for (const event of events) target.addEventListener(event, listener)
    return () => events.forEach((event) => target.removeEventListener(event, listener))
  },
})
