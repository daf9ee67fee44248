/**
 * Returns a function that checks whether a source is still granted. If it is not, if the check fails, or if it has no
 * result when the next one is due, calls `withdraw` once.
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
