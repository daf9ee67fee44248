import type { Issue } from '../validation/python/pydantic/ValidationError.ts'

const messages = {
  email: 'A customer with this email address already exists.',
  external_id: 'A customer with this external ID already exists.',
}

/** Returns the issue for an email or an external id that another customer already has. */
export const takenIssue = (field: 'email' | 'external_id', input: string): Issue => ({
  type: 'value_error',
  loc: ['body', field],
  msg: messages[field],
  input,
})
