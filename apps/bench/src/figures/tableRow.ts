import type { Figure } from './Figure.ts'
import { verdict } from './verdict.ts'

export type TableRow = Record<
  'figure' | 'value' | '95 % interval' | 'promised' | 'verdict' | 'conditions' | 'why it is behind',
  string
>

/** Returns the row of a figure in a table. */
export function tableRow(figure: Figure): TableRow {
  const { name, value, unit, interval, bound, conditions, medians, whyBehind } = figure
  // A ratio of 1, and a difference of 0, are level.
  const isBehind = value > (unit === '×' ? 1 : 0)
  return {
    figure: name,
    value: `${round(value)} ${unit}`,
    '95 % interval': interval ? `${round(interval[0])} to ${round(interval[1])}` : '',
    promised: bound === undefined ? '' : 'atMost' in bound ? `≤ ${bound.atMost}` : `≥ ${bound.atLeast}`,
    verdict: verdict(figure),
    conditions: [conditions, medians].filter(Boolean).join('; '),
    'why it is behind': isBehind ? (whyBehind ?? '') : '',
  }
}

/** Rounds to three significant digits, but keeps every digit before the decimal point. */
const round = (value: number) => (Math.abs(value) < 100 ? Number(value.toPrecision(3)) : Math.round(value)).toString()
