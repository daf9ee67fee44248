import { useEffect, useState } from 'react'

/** A part of a page whose code is loaded when it is needed. */
export interface Loaded<Part> {
  part: Part | undefined
  /** True if the code is needed and could not be loaded. */
  hasFailed: boolean
  retry: () => void
}

/** Loads the code of a part as soon as `isNeeded` is true. */
export function useLoaded<Part>(isNeeded: boolean, load: () => Promise<Part>): Loaded<Part> {
  const [loaded, setLoaded] = useState<{ part: Part }>()
  const [hasFailed, setFailed] = useState(false)
  const mustLoad = isNeeded && loaded === undefined && !hasFailed
  useEffect(() => {
    if (!mustLoad) return
    load().then(
      (part) => setLoaded({ part }),
      () => setFailed(true),
    )
  }, [mustLoad, load])
  return { part: loaded?.part, hasFailed: hasFailed && isNeeded, retry: () => setFailed(false) }
}
