import { SeatsError } from '@seats/core'
import { billingLink } from '@seats/core/ui'
import { expect, test } from 'vitest'

const page = 'https://app.example.com/team'
const paymentError = new SeatsError({ code: 'PaymentFailed', status: 402, detail: 'Declined.' })
const linkTo = (url: string | undefined, error: unknown = paymentError) => billingLink(error, url, page)

test.each(['PaymentFailed', 'PaymentActionRequired'])('an error %s has a link to the billing page', (code) => {
  const error = new SeatsError({ code, status: 402, detail: 'Declined.' })
  expect(linkTo('https://polar.sh/lumen/portal', error)).toBe('https://polar.sh/lumen/portal')
})

test('an address without a host gets the host of the app', () => {
  expect(linkTo('/billing')).toBe('https://app.example.com/billing')
})

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'https://',
  undefined,
])('the address %j does not become a link', (url) => expect(linkTo(url)).toBeUndefined())

test('another error has no link', () => {
  const lockedError = new SeatsError({ code: 'SubscriptionLocked', status: 409, detail: 'Locked.' })
  expect(linkTo('/billing', lockedError)).toBeUndefined()
  expect(linkTo('/billing', null)).toBeUndefined()
})
