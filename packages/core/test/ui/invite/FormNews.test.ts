import { newsOf } from '@seats/core/ui'
import { expect, test } from 'vitest'

const request = { email: 'ada@fernhill.example' }
const news = { request, said: 'Ada was invited.', problem: '', isPending: false }

test('there is no message without a request, even after an earlier one', () => {
  expect(newsOf(undefined, news, 'Broken.')).toEqual({ said: '', problem: '', isPending: false })
})

test('a request is pending until it has a message', () => {
  expect(newsOf(request, undefined, undefined)).toEqual({ said: '', problem: '', isPending: true })
  expect(newsOf({ ...request }, news, undefined).isPending).toBe(true)
  expect(newsOf(request, news, undefined)).toEqual(news)
})

test('a request that could not begin is not pending', () => {
  expect(newsOf(request, undefined, 'Broken.')).toEqual({ said: '', problem: 'Broken.', isPending: false })
})
