import { expect, test } from 'vitest'
import { counted } from '../src/figures/Figure.ts'
import { withTables } from '../src/figures/writeResults.ts'

const results = {
  core: {
    node: '24.1.0',
    cores: 2,
    day: '2026-11-27',
    figures: [counted('the six operations', 9.8765, 'kB', { conditions: 'gzip', bound: { atMost: 10.5 } })],
  },
}

test('the tables replace those between the marks, and the rest of the README stays', () => {
  const text = 'Before\n\n<!-- figures -->\nlast week\n<!-- end of figures -->\n\nAfter\n'
  const written = withTables(text, results)
  expect(written).toMatch(/^Before\n\n<!-- figures -->\n\n## core\n/)
  expect(written).toContain('| the six operations | 9.88 kB |  | ≤ 10.5 | holds | gzip |')
  expect(written).not.toContain('last week')
  expect(written.endsWith('<!-- end of figures -->\n\nAfter\n')).toBe(true)
  expect(withTables(written, results)).toBe(written)
})
