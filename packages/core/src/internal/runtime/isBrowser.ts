/**
 * Returns whether this code runs in a page or a web worker. Edge runtimes have a worker's globals too, but no
 * `location`.
 */
export function isBrowser(): boolean {
  const { document, WorkerGlobalScope, location } = globalThis as Record<string, unknown>
  return document !== undefined || (WorkerGlobalScope !== undefined && location !== undefined)
}
