import { billingAddress } from '@seats/core/ui'
import { expect, test } from 'vitest'

const addressOf = (url: string | undefined) => billingAddress(url, 'https://app.example.com/team')

test('the address becomes absolute if it is relative, and stays the same if it is absolute', () => {
  expect(addressOf('/billing')).toBe('https://app.example.com/billing')
  expect(addressOf('https://polar.sh/lumen/portal')).toBe('https://polar.sh/lumen/portal')
})

test.each([
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'https://',
  undefined,
])('the address %j does not become a link', (url) => expect(addressOf(url)).toBeUndefined())
