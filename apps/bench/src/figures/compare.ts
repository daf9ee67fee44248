interface CompareOptions {
  /** Called before each run. Its time does not count. */
  beforeRun?: () => void
  /** Returns the time in milliseconds. Default: the time on the clock. `cpuTime` does not count other processes. */
  now?: () => number
}

/** Measures every run in milliseconds. The subjects take turns, so that other load on the machine affects all alike. */
export async function compare<Name extends string>(
  subjects: Record<Name, () => Promise<unknown>>,
  rounds: number,
  { beforeRun = () => {}, now = () => performance.now() }: CompareOptions = {},
): Promise<Record<Name, number[]>> {
  const entries = Object.entries<() => Promise<unknown>>(subjects)
  const times = Object.fromEntries(entries.map(([name]): [string, number[]] => [name, []]))
  // The rounds below zero only warm up the code.
  for (let round = -Math.ceil(rounds / 10); round < rounds; round++) {
    // The order is random, because garbage that one subject leaves slows down the next.
    for (const [name, run] of entries.toSorted(() => Math.random() - 0.5)) {
      beforeRun()
      const start = now()
      await run()
      if (round >= 0) times[name]?.push(now() - start)
    }
  }
  return times as Record<Name, number[]>
}
