import { retitle } from '@seats/core/ui'
import { expect, test } from 'vitest'

test('a text is added before the title, and removed again', () => {
  const document = { title: 'Lumen' }
  const putBack = retitle(document, 'You are in')
  expect(document.title).toBe('You are in – Lumen')
  putBack()
  expect(document.title).toBe('Lumen')
})

test('the text is the whole title of a document without a title', () => {
  const document = { title: '' }
  retitle(document, 'You are in')
  expect(document.title).toBe('You are in')
})

test('a title that the app has set in the meantime is kept', () => {
  const document = { title: 'Lumen' }
  const putBack = retitle(document, 'You are in')
  document.title = 'Team'
  putBack()
  expect(document.title).toBe('Team')
})
