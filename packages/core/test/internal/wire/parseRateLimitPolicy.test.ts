import { expect, test } from 'vitest'
import { parseRateLimitPolicy } from '../../../src/internal/wire/parseRateLimitPolicy.ts'

test.each([
  ['"default";q=80;w=60', 80],
  ['"default"; q=80; w=60', 80],
  ['default;w=60;q=80', 80],
  ['"burst";q=10;w=1, "default";q=100;w=60', 100],
  ['"a, b;q=1;w=60";q=80;w=60', 80],
  ['"default";q=5000;w=3600', 5000 / 60],
  ['"default";q=80', undefined],
  ['"default";q=0;w=60', undefined],
  ['"default";q=80;w=0', undefined],
  ['"default";q=-1;w=60', undefined],
  [`"default";q=${'9'.repeat(400)};w=60`, undefined],
  ['', undefined],
  ['80', undefined],
  [null, undefined],
])('%s allows %s calls per minute', (header, expected) => {
  expect(parseRateLimitPolicy(header)).toBe(expected)
})
