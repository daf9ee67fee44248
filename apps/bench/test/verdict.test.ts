import { expect, test } from 'vitest'
import type { Bound, Figure } from '../src/figures/Figure.ts'
import { verdict } from '../src/figures/verdict.ts'

const figure = (value: number, bound?: Bound, interval?: [number, number]): Figure => ({
  name: 'assign, compared with plain fetch',
  unit: '×',
  conditions: 'in process',
  value,
  bound,
  ...(interval && { interval }),
})

test.each([
  ['holds', 1.1, { atMost: 1.2 }, [1.05, 1.2]],
  ['misses', 1.3, { atMost: 1.2 }, [1.21, 1.4]],
  ['too wide to tell', 1.3, { atMost: 1.2 }, [1.19, 1.4]],
  ['too wide to tell', 1.1, { atMost: 1.2 }, [1, 1.21]],
  ['holds', 110, { atLeast: 100 }, [100, 120]],
  ['misses', 90, { atLeast: 100 }, [80, 99.9]],
  ['too wide to tell', 110, { atLeast: 100 }, [99, 120]],
] as const)('the verdict “%s”: value %d, bound %o, interval %o', (expected, value, bound, [low, high]) => {
  expect(verdict(figure(value, bound, [low, high]))).toBe(expected)
})

test('the bound of a counted value holds or is missed', () => {
  expect(verdict(figure(10.5, { atMost: 10.5 }))).toBe('holds')
  expect(verdict(figure(10.6, { atMost: 10.5 }))).toBe('misses')
})

test('a value that is not a number misses its bound', () => {
  expect(verdict(figure(NaN, { atMost: 1 }, [NaN, NaN]))).toBe('misses')
})

test('a value without a bound has no verdict', () => {
  expect(verdict(figure(7))).toBe('')
})
