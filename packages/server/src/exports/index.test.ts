import { expect, test } from 'vitest'
import * as server from './index.ts'

test('the public API', () => {
  expect(Object.keys(server).toSorted()).toMatchInlineSnapshot(`
    [
      "createSeatsHandler",
    ]
  `)
})
