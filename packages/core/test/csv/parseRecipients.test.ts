import { parseRecipients } from '@seats/core/csv'
import { preflightSeats } from '@seats/core'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roster } from '../seats.ts'

const emails = (text: string) => parseRecipients(text).recipients.map(({ email }) => email)
const problems = (text: string) => parseRecipients(text).problems
const adaAndGrace = ['ada@example.com', 'grace@example.com']

describe('pasted lines', () => {
  test.each([
    ['with one address in each line', 'ada@example.com\ngrace@example.com'],
    ['with Windows line ends and a byte order mark', '\uFEFFada@example.com\r\n\r\ngrace@example.com\r\n'],
    ['with the line ends of an old Mac', 'ada@example.com\rgrace@example.com'],
    ['with several addresses in a line', 'ada@example.com; grace@example.com'],
    ['separated by spaces', 'ada@example.com   grace@example.com'],
    ['with names', 'Ada Lovelace <ada@example.com>, Grace <grace@example.com>'],
    ['with names with commas', '"Lovelace, Ada" <ada@example.com>, "Hopper, Grace" <grace@example.com>'],
    ['with names with commas, unquoted', 'Lovelace, Ada <ada@example.com>\nHopper, Grace <grace@example.com>'],
    ['from a spreadsheet', 'Ada\tada@example.com\t1815\nGrace\tgrace@example.com\t1906'],
    ['with quoted cells', '"ada@example.com","Ada"\n"grace@example.com","Grace"'],
    ['as links', 'mailto:ada@example.com <mailto:grace@example.com>'],
    ['in apostrophes', `'ada@example.com'; "'grace@example.com'"`],
    ['mixed on one line', 'Ada <ada@example.com> grace@example.com'],
    ['with a quotation mark that is not closed', '"Ada <ada@example.com>\ngrace@example.com'],
  ])('%s', (_what, text) => {
    expect(parseRecipients(text)).toEqual({ recipients: adaAndGrace.map((email) => ({ email })), problems: [] })
  })

  test('have one problem for each line with a wrong address, and the other lines are read', () => {
    const text = 'ada@example.com\n\nnobody\ngrace@example.com, grace@\n<kay joan@example.com>'
    expect(emails(text)).toEqual(['ada@example.com'])
    expect(problems(text)).toEqual([
      { line: 3, text: 'nobody', code: 'no_address', reason: 'There is no email address in this line.' },
      {
        line: 4,
        text: 'grace@example.com, grace@',
        code: 'invalid_email',
        reason: '"grace@" is not an email address.',
      },
      {
        line: 5,
        text: '<kay joan@example.com>',
        code: 'invalid_email',
        reason: '"kay joan@example.com" is not an email address.',
      },
    ])
  })

  test('keep the case of an address', () => expect(emails('Ada@Example.com')).toEqual(['Ada@Example.com']))

  test.each(['', '\n\n', ' , ;\n;;', '"",""'])('have no recipients if they are empty: %j', (text) => {
    expect(parseRecipients(text)).toEqual({ recipients: [], problems: [] })
  })
})

describe('a table', () => {
  test('is read by its header, in any order and with any other columns', () => {
    const text = 'Name,E-Mail,Role\nAda,ada@example.com,dev\n"Hopper, Grace",grace@example.com,\n'
    expect(parseRecipients(text)).toEqual({ recipients: adaAndGrace.map((email) => ({ email })), problems: [] })
  })

  test('is read with any kind of line ends', () => {
    expect(emails('\r\nemail\nada@example.com\r\ngrace@example.com\r')).toEqual(adaAndGrace)
  })

  test('can have ids, and an address together with an `external_member_id`', () => {
    const text = 'email;external_member_id\nada@example.com;usr_1\n;usr_2\n'
    expect(parseRecipients(text).recipients).toEqual([
      { email: 'ada@example.com', external_member_id: 'usr_1' },
      { external_member_id: 'usr_2' },
    ])
  })

  test('has the right line numbers in its problems, even after cells of several lines', () => {
    const text = [
      'email,note,member_id',
      'ada@example.com,"two',
      'lines",',
      'nobody,,',
      ',,',
      ',note,',
      'kay@example.com,,9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
      ',,mem_1',
      '"open,,',
    ].join('\r\n')
    expect(emails(text)).toEqual(['ada@example.com'])
    expect(problems(text).map(({ line, reason }) => [line, reason])).toEqual([
      [4, '"nobody" is not an email address.'],
      [6, 'The line has no email or member_id.'],
      [7, 'The line names more than one person: keep one identifier.'],
      [8, '"mem_1" is not a valid member_id: Input should be a valid UUID.'],
      [9, 'A quotation mark is opened here and not closed.'],
    ])
  })
})

test('every recipient that is read from a text is valid, for any text', { timeout: 30_000 }, () => {
  const piece = fc.constantFrom(
    'ada@example.com',
    'Ada',
    '"',
    "'",
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '<',
    '>',
    '@',
    ' ',
    'email',
  )
  const text = fc.oneof(
    fc.string(),
    fc.array(piece).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, (text) => {
      const { recipients, problems } = parseRecipients(text)
      const rows = preflightSeats(roster([]), recipients)
      expect(rows.filter(({ outcome }) => outcome === 'invalid')).toEqual([])
      const lines = text.split(/\r\n|\r|\n/).length
      for (const { line } of problems) expect(line).toBeLessThanOrEqual(lines)
      // A text with an address has at least one recipient or problem.
      expect(recipients.length + problems.length).toBeGreaterThanOrEqual(text.includes('ada@example.com') ? 1 : 0)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['letters without a separator', 'a'.repeat(500_000)],
  ['quotation marks', '"'.repeat(500_000)],
  ['brackets', '<'.repeat(500_000)],
  ['at signs', '@'.repeat(500_000)],
  ['blanks', ' '.repeat(500_000)],
  ['apostrophes after an address', `a@${"'".repeat(100_000)}`],
  ['blanks after an address', `a@${' '.repeat(200_000)}b`],
  ['dots', `a@${'.'.repeat(200_000)}`],
  ['brackets that are not closed', 'a@b.c <'.repeat(20_000)],
  ['many opening brackets before one closing bracket', `${'<a@'.repeat(50_000)}>`],
  ['quoted names', '"a"'.repeat(50_000)],
  ['separators', 'a,'.repeat(50_000)],
  ['links that do not end', '[](mailto:'.repeat(20_000)],
  ['HTML links that do not end', '<a href="mailto:'.repeat(20_000)],
  ['zero-width characters', '\u200b'.repeat(200_000)],
  ['a long local part', `${'a'.repeat(200_000)}@b.de`],
  ['dashes', '-'.repeat(200_000)],
  ['line ends', '\n'.repeat(200_000)],
])('a large text of %s is read fast', { timeout: 15_000 }, (_what, text) => {
  expect(parseRecipients(`ada@example.com\n${text}`).recipients).toContainEqual({ email: 'ada@example.com' })
})
