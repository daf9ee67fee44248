import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { expect, test } from 'vitest'

const css = readFileSync(fileURLToPath(new URL('../src/ui/ui.css', import.meta.url)), 'utf8')

/** Returns the selectors of the stylesheet, without nesting. */
async function selectors(): Promise<string[]> {
  const { code } = await transform(css, { loader: 'css', target: 'chrome100' })
  const flatCode = code
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/@keyframes[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '')
  return [...flatCode.matchAll(/([^{};]+)\{/g)]
    .map(([, selector = '']) => selector.trim())
    .filter((text) => !text.startsWith('@'))
}

/** Splits a list of selectors at the commas outside of brackets. */
const splitList = (text: string) => text.split(/,(?![^(]*\))/).map((part) => part.trim())

test('every selector contains a class of Seats, so that it does not match elements of an app', async () => {
  const allSelectors = (await selectors()).flatMap(splitList)
  expect(allSelectors.length).toBeGreaterThan(100)
  expect(allSelectors.filter((selector) => !selector.includes('.seats'))).toEqual([])
})

test('in a selector, only a pseudo-element has specificity, so that the rules of an app win', async () => {
  const partsOutsideWhere = (await selectors()).map((selector) => {
    let text = selector
    while (/:where\([^()]*\)/.test(text)) text = text.replaceAll(/:where\([^()]*\)/g, '')
    let plainText = text
    for (let previousText = ''; plainText !== previousText;) {
      previousText = plainText
      plainText = plainText.replaceAll(/:where\((?:[^()]|\([^()]*\))*\)/g, '')
    }
    return plainText
  })
  expect(partsOutsideWhere.filter((selector) => /[.#[]|(?<!:):(?!:)(?!is\()[a-z]/.test(selector))).toEqual([])
})

test('a strict content security policy allows the whole stylesheet', () => {
  expect(css).not.toMatch(/url\(|@import|expression/)
})

test('names of animations begin with `seats-`, and names of custom properties with `--seats-` or `--_`', () => {
  expect(
    [...css.matchAll(/@keyframes (\S+)/g)].map(([, name]) => name).filter((name) => !name?.startsWith('seats-')),
  ).toEqual([])
  const propertyNames = [...css.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name)
  expect(propertyNames.filter((name) => !/^--(seats-|_)/.test(name))).toEqual([])
})

test('the stylesheet follows the direction of the text', () => {
  expect(css).not.toMatch(
    /(?:^|[\s;{])(?:margin|padding|border|inset)-(?:left|right)|text-align: (?:left|right)|(?:^|\s)(?:left|right):/m,
  )
  const fourValues = [...css.matchAll(/(?:margin|padding|inset): (\S+) (\S+) (\S+) (\S+);/g)]
  expect(fourValues.filter(([, , right, , left]) => right !== left).map(([rule]) => rule)).toEqual([])
})
