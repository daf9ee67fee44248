import { eventStore } from './eventStore.ts'

/** Whether anybody can see the page. */
export const visible = eventStore(document, ['visibilitychange'], () => document.visibilityState === 'visible')
