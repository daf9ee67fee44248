import { newsOf } from '@seats/core/ui'
import { expect, test } from 'vitest'

const request = { email: 'ada@fernhill.example' }
const news = { request, said: 'Ada was invited.', problem: '', isPending: false }

test('nothing is said without a request, whatever was said before', () => {
  expect(newsOf(undefined, news, 'Broken.')).toEqual({ said: '', problem: '', isPending: false })
})

test('a request is under way until there is news of it', () => {
  expect(newsOf(request, undefined, undefined)).toEqual({ said: '', problem: '', isPending: true })
  expect(newsOf({ ...request }, news, undefined).isPending).toBe(true)
  expect(newsOf(request, news, undefined)).toEqual(news)
})

test('a request that could not begin is not under way', () => {
  expect(newsOf(request, undefined, 'Broken.')).toEqual({ said: '', problem: 'Broken.', isPending: false })
})
