import { expect, test } from 'vitest'
import * as emulator from '../src/exports/index.ts'

test('the public names do not change unnoticed', () => {
  expect(Object.keys(emulator)).toEqual(['startEmulator'])
})
