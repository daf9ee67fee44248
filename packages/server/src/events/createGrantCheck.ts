/**
 * Returns a function that checks whether a source is still granted. The function calls `withdraw`, at most once, if the
 * source is not granted, if the check fails, or if a check is still running when the next check begins.
 */
export function createGrantCheck(isGranted: () => Promise<boolean>, withdraw: () => void): () => void {
  let isPending = false
  let isWithdrawn = false
  const withdrawOnce = () => {
    if (isWithdrawn) return
    isWithdrawn = true
    withdraw()
  }
  return () => {
    if (isPending) return withdrawOnce()
    isPending = true
    isGranted()
      .catch(() => false)
      .then((granted) => {
        isPending = false
        if (!granted) withdrawOnce()
      })
  }
}
