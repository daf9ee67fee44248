import { domainToASCII } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePunycode } from '../../src/csv/decodePunycode.ts'

test.each([
  ['mnchen-3ya', 'münchen'],
  ['p1ai', 'рф'],
  ['fiqs8s', '中国'],
  ['', ''],
  ['abc-', 'abc'],
  ['mnchen-3y', undefined],
  ['zzzzzzzzzzz99999', undefined],
  ['m ü', undefined],
])('%j is decoded to %j', (text, letters) => {
  expect(decodePunycode(text)).toBe(letters)
})

test('every label that Node encodes is decoded to the same letters', () => {
  const label = fc.string({ unit: fc.constantFrom(...'abz19éßжλ日本ก한'), minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(label, (letters) => {
      const [ascii = ''] = domainToASCII(`${letters}.x`).split('.')
      fc.pre(ascii.startsWith('xn--'))
      expect(decodePunycode(ascii.slice(4))).toBe(letters.normalize('NFC'))
    }),
  )
})
