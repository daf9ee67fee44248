import { expect, test } from 'vitest'
import { ratio } from '../src/figures/Figure.ts'
import { tableRow } from '../src/figures/tableRow.ts'

const rowOf = (ours: number) =>
  tableRow(
    ratio(
      'assign, compared with plain fetch',
      { ours: [ours], other: [10] },
      { conditions: 'in process', whyBehind: 'The answer is checked.' },
    ),
  )

test('a row says why ours takes longer', () => {
  expect(rowOf(12)).toMatchObject({ value: '1.2 ×', 'why it is behind': 'The answer is checked.' })
})

test('a row gives no reason if ours takes as long or less', () => {
  expect(rowOf(10)['why it is behind']).toBe('')
  expect(rowOf(9)['why it is behind']).toBe('')
})

test('a row states the medians of both subjects, and their unit', () => {
  expect(rowOf(12).conditions).toBe('in process; 12 ms compared with 10 ms')
})
