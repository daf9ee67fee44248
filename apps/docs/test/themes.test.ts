import { readFileSync } from 'node:fs'
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
    const [border, background] = ['line-strong', 'surface'].map((name) => luminance(colorOf(name, css, scheme)))
    expect(contrast(border ?? 0, background ?? 0)).toBeGreaterThanOrEqual(3)
  })
})

test('a border in the colour of shadcn/ui’s `--input` would be too faint', () => {
  expect(contrast(luminance('oklch(0.922 0 0)'), luminance('oklch(1 0 0)'))).toBeLessThan(3)
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

const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** Returns the relative luminance of `#abc`, `#aabbcc` or `oklch(…)`. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = color.startsWith('oklch') ? linearOfOklch(color) : linearOfHex(color)
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linearOfHex(color: string): number[] {
  const digits = /^#(?:[\da-f]{3}|[\da-f]{6})$/.exec(color)?.[0].slice(1)
  if (digits === undefined) throw new Error(`Not a colour: ${color}`)
  const pairs = digits.length === 3 ? [...digits].map((digit) => digit + digit) : (digits.match(/../g) ?? [])
  return pairs.map((pair) => {
    const part = Number.parseInt(pair, 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
}

function linearOfOklch(color: string): number[] {
  const [lightness = 0, chroma = 0, hue = 0] = [...color.matchAll(/[\d.]+/g)].map(Number)
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}
