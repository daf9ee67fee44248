import { retitle } from '@seats/core/ui'
import { expect, test } from 'vitest'

test('a text is put before the title, and taken off again', () => {
  const document = { title: 'Lumen' }
  const putBack = retitle(document, 'You are in')
  expect(document.title).toBe('You are in – Lumen')
  putBack()
  expect(document.title).toBe('Lumen')
})

test('a document without a title has the text alone', () => {
  const document = { title: '' }
  retitle(document, 'You are in')
  expect(document.title).toBe('You are in')
})

test('a title that the app has set meanwhile stays', () => {
  const document = { title: 'Lumen' }
  const putBack = retitle(document, 'You are in')
  document.title = 'Team'
  putBack()
  expect(document.title).toBe('Team')
})
