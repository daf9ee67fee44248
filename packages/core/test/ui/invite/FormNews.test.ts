import { newsOf } from '@seats/core/ui'
import { expect, test } from 'vitest'

const invitee = { email: 'ada@fernhill.example' }
const news = { invitee, success: 'Ada was invited.', problem: '', isPending: false }

test('there is no message without an invitee, even after an earlier message', () => {
  expect(newsOf(undefined, news, 'Broken.')).toEqual({ success: '', problem: '', isPending: false })
})

test('an invitation is pending until it has a message', () => {
  expect(newsOf(invitee, undefined, undefined)).toEqual({ success: '', problem: '', isPending: true })
  expect(newsOf({ ...invitee }, news, undefined).isPending).toBe(true)
  expect(newsOf(invitee, news, undefined)).toEqual(news)
})

test('an invitation that could not begin is not pending', () => {
  expect(newsOf(invitee, undefined, 'Broken.')).toEqual({ success: '', problem: 'Broken.', isPending: false })
})
