import axe from 'axe-core'
import { expect } from 'vitest'
import { page } from 'vitest/browser'

/** The rules of axe-core, with the one for the size of buttons, which is not on by default. */
const options: axe.RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }

/**
 * Checks a component with axe-core: in the light theme on a wide page, and in the dark theme on a narrow page that is read
 * from right to left. Nothing may be cut off in either.
 *
 * @param state the name of the state, for the message
 */
export async function checkLook(element: HTMLElement, state: string): Promise<void> {
  for (const [colorScheme, width, direction] of [
    ['light', 1280, 'ltr'],
    ['dark', 320, 'rtl'],
  ] as const) {
    const root = document.documentElement
    root.dir = direction
    root.style.colorScheme = colorScheme
    await page.viewport(width, 900)
    const look = `${state}, ${colorScheme}, ${width} px`
    const { violations } = await axe.run(element, options)
    expect(violations.flatMap(linesOf), look).toEqual([])
    expect(findCut(element), look).toEqual([])
  }
}

const linesOf = ({ id, nodes }: axe.Result) =>
  nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)

const textBoxes = 'th, td, p, button, a, .seats-status, .seats-person-text'

/** Finds the boxes whose text is wider than they are, and those that are wider than the page or the dialog. */
const findCut = (element: HTMLElement): string[] =>
  [document.documentElement, ...element.querySelectorAll(`dialog, :is(${textBoxes}):not(.seats-visually-hidden)`)]
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map(({ outerHTML }) => outerHTML.slice(0, 400))

/** Ends animations, whose colours would be measured half way, and gives the page the colours of its theme. */
export function preparePage(): () => void {
  const style = document.createElement('style')
  style.textContent =
    '*, ::before, ::after { animation: none !important; transition: none !important } body { background: Canvas }'
  document.head.append(style)
  const root = document.documentElement
  return () => {
    style.remove()
    root.dir = ''
    root.style.colorScheme = ''
  }
}
