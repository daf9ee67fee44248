/**
 * Returns a function that asks once whether a source is still granted. Calls `withdraw` once, if the answer is no, if
 * it fails, or if there is no answer when the next check is due.
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
