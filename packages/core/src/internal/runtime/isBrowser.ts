/** Returns whether this code runs in a page or in one of its workers. Edge runtimes have workers' globals too, but no `location`. */
export function isBrowser(): boolean {
  const { document, WorkerGlobalScope, location } = globalThis as Record<string, unknown>
  return document !== undefined || (WorkerGlobalScope !== undefined && location !== undefined)
}
