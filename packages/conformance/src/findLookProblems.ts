/// <reference types="vite/client" />
import axe from 'axe-core'
import { page } from 'vitest/browser'

/** Turns on axe-core's rule for the size of buttons, which is off by default. */
const options: axe.RunOptions = { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }

/**
 * Checks a component with axe-core: in the light theme on a wide page, and in the dark theme on a narrow page that is
 * read from right to left. Also finds text that is cut off. Resolves with a line for each problem. During
 * `npm run test:matrix`, also writes pictures to `test/__screenshots__/states`.
 *
 * @param state the name of the component's state, which each line contains
 */
export async function findLookProblems(element: HTMLElement, state: string): Promise<string[]> {
  const problems: string[] = []
  for (const [colorScheme, width, direction] of [
    ['light', 1280, 'ltr'],
    ['dark', 320, 'rtl'],
  ] as const) {
    const root = document.documentElement
    root.dir = direction
    root.style.colorScheme = colorScheme
    await page.viewport(width, 900)
    if (takesPictures)
      await page.screenshot({ path: `__screenshots__/states/${fileName(`${state} ${colorScheme}`)}.png` })
    const { violations } = await axe.run(element, options)
    const found = [...violations.flatMap(linesOf), ...findCutOff(element).map((html) => `cut off: ${html}`)]
    problems.push(...found.map((line) => `${state}, ${colorScheme}, ${width} px: ${line}`))
  }
  return problems
}

const takesPictures = import.meta.env['VITE_PICTURES'] === 'yes'

const fileName = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')

const linesOf = ({ id, nodes }: axe.Result) =>
  nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)

const textBoxSelector = 'th, td, p, button, a, .seats-status, .seats-person-text'

/** Finds the elements that are narrower than their content, among boxes with text, the dialog and the page itself. */
const findCutOff = (element: HTMLElement): string[] =>
  [document.documentElement, ...element.querySelectorAll(`dialog, :is(${textBoxSelector}):not(.seats-visually-hidden)`)]
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
    .map(({ outerHTML }) => outerHTML.slice(0, 400))
