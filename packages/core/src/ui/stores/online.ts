import type { Store } from './Store.ts'

/** A store that tells whether the browser is connected to a network. */
export const online: Store<boolean> = {
  getState: () => navigator.onLine,
  subscribe(listener) {
    addEventListener('online', listener)
    addEventListener('offline', listener)
    return () => {
      removeEventListener('online', listener)
      removeEventListener('offline', listener)
    }
  },
}
