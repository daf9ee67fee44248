import { parseRecipients } from '@seats/core/csv'
import { expect, test } from 'vitest'
import { recipientCases } from './recipientCases.ts'

const lowerCaseEmails = (recipients: object[]) =>
  recipients.map((recipient) => ({
    ...recipient,
    ...('email' in recipient && { email: String(recipient.email).toLowerCase() }),
  }))

test.each(recipientCases)('$name', ({ input, people, problems }) => {
  const read = parseRecipients(input)
  expect(lowerCaseEmails(read.recipients)).toEqual(lowerCaseEmails(people))
  expect(read.problems.map(({ line }) => line)).toEqual(problems)
  for (const { reason } of read.problems) expect(reason).toMatch(/^.{15,}\.$/)
})
