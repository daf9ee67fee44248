import { eventStore } from './eventStore.ts'

/** Whether the browser has a network at all. */
export const online = eventStore(window, ['online', 'offline'], () => navigator.onLine)
