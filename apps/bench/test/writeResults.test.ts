import { expect, test } from 'vitest'
import { counted } from '../src/figures/Figure.ts'
import { tablesOf } from '../src/figures/writeResults.ts'

const results = {
  core: {
    node: '24.1.0',
    cores: 2,
    day: '2026-11-27',
    figures: [counted('the six operations', 9.8765, 'kB', { conditions: 'gzip', bound: { atMost: 10.5 } })],
  },
}

test('the page has a table for each group, with a row for each figure', () => {
  const page = tablesOf(results)
  expect(page).toContain('\n## core\n\nMeasured on 2026-11-27 with Node 24.1.0 on 2 cores.\n')
  expect(page).toContain('| the six operations | 9.88 kB |  | ≤ 10.5 | holds | gzip |')
})
