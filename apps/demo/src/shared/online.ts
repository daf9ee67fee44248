import { eventStore } from './eventStore.ts'

/** Whether the browser is connected to a network. */
export const online = eventStore(window, ['online', 'offline'], () => navigator.onLine)
