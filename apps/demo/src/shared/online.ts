/** Whether the browser has a network at all. */
export const online = {
  now: () => navigator.onLine,

  subscribe(listener: () => void): () => void {
    window.addEventListener('online', listener)
    window.addEventListener('offline', listener)
    return () => {
      window.removeEventListener('online', listener)
      window.removeEventListener('offline', listener)
    }
  },
}
