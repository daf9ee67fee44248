import { cdp } from 'vitest/browser'

/** Taps an element twice, with touches of the browser and as fast as it takes them. Works in Chromium only. */
export async function doubleTap(element: Element | undefined): Promise<void> {
  if (element === undefined) throw new Error('There is no element to tap.')
  element.scrollIntoView({ block: 'center' })
  const { x, y, width, height } = element.getBoundingClientRect()
  const touch = { x: x + width / 2, y: y + height / 2 }
  const browser = cdp()
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  for (let tap = 0; tap < 2; tap++) {
    await browser.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [touch] })
    await browser.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await browser.send('Emulation.setTouchEmulationEnabled', { enabled: false })
}
