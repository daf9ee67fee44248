import { parseRecipients } from '@seats/core/csv'
import { expect, test } from 'vitest'
import { recipientCases } from './recipientCases.ts'

const lowerCaseEmails = (recipients: object[]) =>
  recipients.map((recipient) => ({
    ...recipient,
    ...('email' in recipient && { email: String(recipient.email).toLowerCase() }),
  }))

test.each(recipientCases)('$name', ({ input, people, problems }) => {
  const result = parseRecipients(input)
  expect(lowerCaseEmails(result.recipients)).toEqual(lowerCaseEmails(people))
  expect(result.problems.map(({ line }) => line)).toEqual(problems)
  for (const { reason } of result.problems) expect(reason).toMatch(/^.{15,}\.$/)
})
