import { expect, test } from 'vitest'
import * as emulator from '../src/exports/index.ts'
import * as playwright from '../src/exports/playwright.ts'

test('the public names do not change unnoticed', () => {
  expect(Object.keys(emulator)).toEqual(['startEmulator'])
  expect(Object.keys(playwright).toSorted()).toEqual(['expect', 'test'])
})
