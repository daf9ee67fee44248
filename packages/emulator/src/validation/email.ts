import { Failure, type Check } from './Failure.ts'
import { string } from './checks.ts'

const invalid = (input: string, reason: string) =>
  new Failure('value_error', `value is not a valid email address: ${reason}`, input, { reason })

export const email: Check<string> = (input) => {
  const text = string(input)
  if (text instanceof Failure) return text
  const address = (/^[^<]*<(.+)>\s*$/.exec(text)?.[1] ?? text).trim()
  const at = address.lastIndexOf('@')
  if (at < 0) return invalid(text, 'An email address must have an @-sign.')
  return address.slice(0, at) + address.slice(at).toLowerCase()
}
