import { readFileSync } from 'node:fs'
import Color from 'colorjs.io'
import { describe, expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')

const sheet = read('../../../packages/core/src/ui/ui.css')
const themes = [...read('../guides/components.md').matchAll(/```css\n(\/\* ([^*]*)\. \*\/[\s\S]*?)```/g)].map(
  ([, css = '', name = '']) => ({ name, css }),
)

/** The default theme of shadcn/ui: each variable in light and in dark. */
const shadcn = new Map([
  ['card', ['oklch(1 0 0)', 'oklch(0.205 0 0)']],
  ['input', ['oklch(0.922 0 0)', 'oklch(0.3 0 0)']],
  ['muted-foreground', ['oklch(0.556 0 0)', 'oklch(0.708 0 0)']],
  ['border', ['oklch(0.922 0 0)', 'oklch(0.28 0 0)']],
])

test('the guide has three themes', () => {
  expect(themes.map(({ name }) => name)).toEqual([
    'A green product with square corners',
    'shadcn/ui',
    'A dense sidebar',
  ])
})

// WCAG 2.2, 1.4.11: the border of a field must stand out from the page.
describe.each([{ name: 'the default theme', css: '' }, ...themes])('the border of a field in $name', ({ css }) => {
  test.each(['light', 'dark'] as const)('has a contrast of at least 3:1 in %s', (scheme) => {
    const [border, background] = [colorOf('line-strong', css, scheme), colorOf('surface', css, scheme)]
    expect(contrast(border, background)).toBeGreaterThanOrEqual(3)
  })
})

test('a border in the colour of shadcn/ui’s `--input` would be too faint', () => {
  expect(contrast('oklch(0.922 0 0)', 'oklch(1 0 0)')).toBeLessThan(3)
})

/** Returns the colour of a property in a theme, or else the default of the stylesheet. */
function colorOf(name: string, css: string, scheme: 'light' | 'dark'): string {
  const value =
    new RegExp(`--seats-${name}: (.+);`).exec(css)?.[1] ??
    new RegExp(`--_${name}: var\\(--seats-${name}, (.+)\\);`).exec(sheet)?.[1] ??
    ''
  const index = scheme === 'light' ? 0 : 1
  const [, variable] = /^var\(--([\w-]+)\)$/.exec(value) ?? []
  if (variable !== undefined) return shadcn.get(variable)?.[index] ?? ''
  const pair = /^light-dark\(((?:[^(),]|\([^()]*\))+), (.+)\)$/.exec(value)
  return pair?.[index + 1] ?? value
}

const contrast = (color: string, background: string) => new Color(color).contrastWCAG21(background)
