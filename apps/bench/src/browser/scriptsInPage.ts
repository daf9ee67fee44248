// These functions run in the page, so none of them may use a name from outside of itself.

declare global {
  interface Window {
    /** Milliseconds from the navigation to the frame that shows the first rows. */
    firstRowsMs?: number
  }
}

/** Stores the time of the first rows in `window.firstRowsMs`. Runs before the page's own scripts. */
export function recordFirstRows(): void {
  const observer = new MutationObserver(() => {
    if (document.querySelector('tr[data-index]') === null) return
    observer.disconnect()
    requestAnimationFrame(() => {
      window.firstRowsMs = performance.now()
    })
  })
  observer.observe(document, { childList: true, subtree: true })
}

export const countNodes = (): { rows: number; nodes: number } => ({
  rows: document.querySelectorAll('tr[data-index]').length,
  nodes: document.querySelectorAll('*').length,
})

/** Returns the names of the people whose seats can be revoked, in the order of the rows. */
export const shownNames = (): string[] =>
  [...document.querySelectorAll('tr[data-index] button[aria-label]')].map(
    (button) => button.ariaLabel?.split(' ').at(-1) ?? '',
  )

/** Scrolls through 60 frames, two rows each. Resolves with the number of frames that were not painted. */
export async function scroll(): Promise<number> {
  const frames = 60
  const box = document.querySelector('tr[data-index]')?.closest('table')?.parentElement
  const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const start = await nextFrame()
  let end = start
  for (let frame = 0; frame < frames; frame++) {
    box?.scrollBy(0, 114)
    end = await nextFrame()
  }
  box?.scrollTo(0, 0)
  return Math.max(0, Math.round((end - start) / (1000 / 60)) - frames)
}

/** Resolves after two frames. */
export const nextFrames = (): Promise<void> =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
