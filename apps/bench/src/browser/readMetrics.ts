import type { CDPSession } from 'playwright-core'

export interface Metrics {
  /** Milliseconds of CPU time of the main thread, without layout and style. */
  workMs: number
  heapMB: number
}

/** Reads Chromium's own counters of a page. */
export async function readMetrics(session: CDPSession): Promise<Metrics> {
  const { metrics } = await session.send('Performance.getMetrics')
  const valueOf = (metric: string) => metrics.find(({ name }) => name === metric)?.value ?? NaN
  // `ScriptDuration` would leave out everything that runs after an `await`, such as all of Vue's rendering.
  const seconds =
    valueOf('TaskDuration') -
    valueOf('LayoutDuration') -
    valueOf('RecalcStyleDuration') -
    valueOf('DevToolsCommandDuration')
  return { workMs: seconds * 1000, heapMB: valueOf('JSHeapUsedSize') / 1e6 }
}
