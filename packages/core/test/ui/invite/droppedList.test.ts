import { droppedList } from '@seats/core/ui'
import { expect, test } from 'vitest'

const field = (value: string, selectionStart = value.length, selectionEnd = selectionStart) => ({
  value,
  selectionStart,
  selectionEnd,
})
const pastedText = (text: string) => ({ getData: () => text })
const twoAddresses = 'ada@fernhill.example\nlin@fernhill.example'

test('a pasted list keeps its line breaks', () => {
  expect(droppedList(field(''), pastedText(twoAddresses))).toBe(twoAddresses)
})

test('an address that is in the field already comes first', () => {
  expect(droppedList(field('mei@fernhill.example, '), pastedText(twoAddresses))).toBe(
    `mei@fernhill.example,\n${twoAddresses}`,
  )
})

test('the selected text of the field is replaced', () => {
  expect(droppedList(field('mei@fernhill.example', 0, 20), pastedText(twoAddresses))).toBe(twoAddresses)
})

test.each(['', 'ada@fernhill.example', 'Ada Lovelace'])('%j is not a list', (text) => {
  expect(droppedList(field('mei@fernhill.example'), pastedText(text))).toBeUndefined()
})

test('an event without a text has no list', () => expect(droppedList(field(''), null)).toBeUndefined())
