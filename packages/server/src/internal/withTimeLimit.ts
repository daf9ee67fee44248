/**
 * Resolves or rejects as `work` does. If `work` takes longer than `limitMs`, resolves with the result of `onTimeout`
 * instead, or rejects with the error that `onTimeout` throws. The work goes on.
 */
export async function withTimeLimit<T>(work: Promise<T>, limitMs: number, onTimeout: () => T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const timeOver = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs)
  })
  return Promise.race([work, timeOver.then(onTimeout)]).finally(() => clearTimeout(timer))
}
