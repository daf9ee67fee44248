import type { Figure } from './Figure.ts'

export type Verdict = 'holds' | 'misses' | 'too wide to tell' | ''

/**
 * Judges a figure by its 95 % interval.
 *
 * | the interval lies | then the bound |
 * | --- | --- |
 * | within the bound | holds |
 * | outside of it | misses |
 * | on both sides | too wide to tell |
 */
export function verdict({ value, interval = [value, value], bound }: Figure): Verdict {
  if (bound === undefined) return ''
  const isKept = (value: number) => ('atMost' in bound ? value <= bound.atMost : value >= bound.atLeast)
  const [low, high] = interval.map(isKept)
  if (low && high) return 'holds'
  return low || high ? 'too wide to tell' : 'misses'
}
