import type { Figure } from './Figure.ts'
import { roundFigure } from './roundFigure.ts'
import { verdict } from './verdict.ts'

export type TableRow = Record<
  'figure' | 'value' | '95 % interval' | 'promised' | 'verdict' | 'conditions' | 'why it is behind',
  string
>

/** Returns the row of a figure in a table. */
export function tableRow(figure: Figure): TableRow {
  const { name, value, unit, interval, bound, conditions, medians, whyBehind } = figure
  // Our code is behind if a ratio is above 1, or a difference is above 0.
  const isBehind = value > (unit === '×' ? 1 : 0)
  return {
    figure: name,
    value: `${roundFigure(value)} ${unit}`,
    '95 % interval': interval ? `${roundFigure(interval[0])} to ${roundFigure(interval[1])}` : '',
    promised: bound === undefined ? '' : 'atMost' in bound ? `≤ ${bound.atMost}` : `≥ ${bound.atLeast}`,
    verdict: verdict(figure),
    conditions: [conditions, medians].filter(Boolean).join('; '),
    'why it is behind': isBehind ? (whyBehind ?? '') : '',
  }
}
