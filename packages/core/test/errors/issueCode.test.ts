import {
  addMember,
  createSeatsClient,
  isSeatsError,
  issueCode,
  planSeats,
  preflightSeats,
  previewSeatCount,
  SeatsError,
  type SeatsErrorJSON,
  type SeatsIssueCode,
  type SeatsList,
} from '@seats/core'
import { parseRecipients } from '@seats/core/csv'
import { en, explainError, explainIssue } from '@seats/core/messages'
import { describe, expect, test } from 'vitest'

const client = createSeatsClient({ baseURL: 'https://app.example/api', fetch: () => Promise.reject(new Error()) })
const subscription_id = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'

/** Returns the error of a call. */
async function errorOf(call: () => unknown): Promise<SeatsError> {
  try {
    await call()
  } catch (error) {
    if (isSeatsError(error)) return error
  }
  throw new Error('The call did not fail with a SeatsError.')
}

/** Returns the codes of each field, from the JSON of the error. */
function fieldCodes(error: SeatsError): Record<string, SeatsIssueCode[]> {
  const { issues }: SeatsErrorJSON = JSON.parse(JSON.stringify(error))
  const fields = Map.groupBy(issues, ({ loc: [, ...field] }) => field.join('.') || 'root')
  return Object.fromEntries(
    [...fields].map(([field, issuesOfField]) => [field, issuesOfField.map((issue) => issueCode(issue))]),
  )
}

/** Returns the `code` of each issue itself. `issueCode` would also recognize a code by the issue's text. */
const ownCodes = ({ issues }: SeatsError) => issues.map(({ code }) => code)

const assign = (input: object) => errorOf(() => client.assignSeat({ subscription_id, ...input } as never))

describe('an input that the client refuses', () => {
  test.each<[object, string, SeatsIssueCode]>([
    [{ email: 'ada' }, 'email', 'invalid_email'],
    [{ email: '' }, 'email', 'empty'],
    [{ email: 5 }, 'email', 'wrong_type'],
    [{ email: 'a\0@b.example' }, 'email', 'invalid_characters'],
    [{ customer_id: 'x' }, 'customer_id', 'invalid_id'],
    [{ external_member_id: '' }, 'external_member_id', 'empty'],
    [{ email: 'a@b.example', metadata: [] }, 'metadata', 'wrong_type'],
    [{ email: 'a@b.example', metadata: { toJSON: () => undefined } }, 'metadata', 'metadata_not_json'],
    [{ email: 'a@b.example', metadata: { nul: '\0' } }, 'metadata', 'invalid_characters'],
    [{ email: 'a@b.example', metadata: { long: 'x'.repeat(2000) } }, 'metadata', 'metadata_too_large'],
    [
      { email: 'a@b.example', metadata: Object.fromEntries([...'abcdefghijk'].map((key) => [key, 1])) },
      'metadata',
      'metadata_too_many_keys',
    ],
    [{ email: 'a@b.example', immediate_claim: 'yes' }, 'immediate_claim', 'wrong_type'],
    [{}, 'root', 'person_required'],
    [{ email: 'a@b.example', member_id: subscription_id }, 'root', 'several_people'],
    [{ email: 'a@b.example', order_id: subscription_id }, 'root', 'one_source'],
  ])('%j: the field %s gets the code %s', async (input, field, code) => {
    const error = await assign(input)
    expect(ownCodes(error)).toEqual([code])
    expect(fieldCodes(error)).toEqual({ [field]: [code] })
  })

  test('has a code for each message of each field', async () => {
    const error = await assign({ email: 'ada', customer_id: 'x' })
    const codes = { email: ['invalid_email'], customer_id: ['invalid_id'], root: ['several_people'] }
    expect(fieldCodes(error)).toEqual(codes)
  })

  test.each<[string, () => unknown, SeatsIssueCode]>([
    ['a malformed token', () => client.getClaimInfo('..'), 'invalid_token'],
    ['an empty token', () => client.claimSeat({ invitation_token: '' }), 'empty'],
    ['a count that is a text', () => previewSeatCount(client, { subscription_id, seats: '5' as never }), 'wrong_type'],
    ['half a seat', () => previewSeatCount(client, { subscription_id, seats: 1.5 }), 'not_whole'],
    [
      'more seats than Polar can store',
      () => previewSeatCount(client, { subscription_id, seats: 3_000_000_000 }),
      'too_large',
    ],
    [
      'a customer id in a plan',
      () =>
        planSeats({ seats: [], available_seats: 1, total_seats: 1 } as SeatsList, [
          { customer_id: subscription_id } as never,
        ]),
      'customer_id_in_plan',
    ],
  ])('%s has its code', async (_what, call, code) => {
    expect(ownCodes(await errorOf(call))).toEqual([code])
  })

  test('the address and the role of a new member have their codes', async () => {
    const session = createSeatsClient({ sessionToken: 'polar_mst_x', fetch: () => Promise.reject(new Error()) })
    const error = await errorOf(() => addMember(session, { email: 'ada', role: 'owner' as never }))
    expect(fieldCodes(error)).toEqual({ email: ['invalid_email'], role: ['owner_membership'] })
  })
})

describe('an issue of Polar', () => {
  const value = 'value_error'
  test.each<[type: string, msg: string, SeatsIssueCode]>([
    ['missing', 'Field required', 'required'],
    ['extra_forbidden', 'Extra inputs are not permitted', 'not_allowed'],
    ['string_type', 'Input should be a valid string', 'wrong_type'],
    ['bool_parsing', 'Input should be a valid boolean, unable to interpret input', 'wrong_type'],
    ['model_attributes_type', 'Input should be a valid dictionary or object to extract fields from', 'wrong_type'],
    ['uuid_parsing', 'Input should be a valid UUID, invalid character', 'invalid_id'],
    ['string_too_long', 'String should have at most 255 characters', 'too_long'],
    ['string_too_short', 'String should have at least 1 character', 'too_short'],
    ['greater_than_equal', 'Input should be greater than or equal to 1', 'too_small'],
    ['less_than_equal', 'Input should be less than or equal to 1000', 'too_large'],
    ['enum', "Input should be 'owner', 'billing_manager' or 'member'", 'invalid_choice'],
    ['json_invalid', 'JSON decode error', 'invalid_json'],
    [value, 'value is not a valid email address: An email address must have an @-sign.', 'invalid_email'],
    [value, 'value is not a valid email address: The domain name nowhere.example does not exist.', 'email_domain'],
    [value, 'value is not a valid email address: The domain name a.example does not accept email.', 'email_domain'],
    [
      value,
      'value is not a valid email address: The part after the @-sign is a special-use or reserved name that cannot be used with email.',
      'email_domain',
    ],
    [value, 'Value error, Exactly one of subscription_id or order_id must be provided', 'one_source'],
    [value, 'Either subscription_id or order_id must be provided', 'one_source'],
    [value, 'Value error, Metadata cannot have more than 10 keys', 'metadata_too_many_keys'],
    [value, 'Value error, Metadata size cannot exceed 1KB', 'metadata_too_large'],
    [value, 'Metadata cannot be stored', 'invalid_characters'],
    [value, 'Value error, Cannot provide both external_member_id and member_id', 'several_people'],
    [value, 'You cannot modify your own role.', 'own_membership'],
    [value, 'You cannot remove yourself from the team.', 'own_membership'],
    [value, 'Cannot delete the only owner. Transfer ownership first.', 'last_owner'],
    [value, 'Cannot change role. Customer must have exactly one owner.', 'last_owner'],
    [value, 'Cannot add a member as owner. There must be exactly one owner.', 'owner_membership'],
    [value, 'Only the owner can transfer ownership.', 'owner_membership'],
    [value, 'Something that Polar says tomorrow', 'invalid'],
    ['new_rule', 'Something else', 'invalid'],
  ])('%s, “%s” has the code %s', (type, msg, code) => {
    const issue = { type, msg, loc: ['body', 'field'] }
    const error = new SeatsError({ code: 'RequestValidationError', detail: msg, issues: [issue] })
    expect(error.issues.map(issueCode)).toEqual([code])
    expect(fieldCodes(error)).toEqual({ field: [code] })
    const limit = /\d+/.exec(msg)?.[0]
    expect(explainError(error, en)).toBe(
      explainIssue({ code, values: { limit: limit ? Number(limit) : undefined } }, en),
    )
  })

  test('keeps Polar’s type and context, and its sentence contains the limit', () => {
    const issue = { type: 'string_too_long', msg: 'Long', loc: ['body', 'name'], ctx: { max_length: 255 } }
    const error = new SeatsError({ code: 'RequestValidationError', detail: 'Long', issues: [issue] })
    expect(error.issues[0]).toMatchObject(issue)
    expect(explainError(error, en)).toBe('This is too long. The most is 255.')
  })

  test('can be explained from the error’s JSON, even if that JSON has no issues', () => {
    const issues = [{ type: 'missing', msg: 'Field required', loc: ['body', 'email'] }]
    const error = new SeatsError({ code: 'RequestValidationError', detail: 'x', issues })
    const json = JSON.parse(JSON.stringify(error))
    expect(explainError(json, en)).toBe('This must be filled in.')
    expect(explainError({ ...json, issues: undefined }, en)).toBe('This must be filled in.')
  })

  test('keeps a code that it already has, even if its text means another code', () => {
    const issue = { type: 'value_error', msg: 'Field required', loc: ['body', 'email'], code: 'invalid_email' as const }
    expect(issueCode(issue)).toBe('invalid_email')
  })
})

describe('an issue of a server that adds codes', () => {
  const errorWith = (issue: object) =>
    new SeatsError({
      code: 'RequestValidationError',
      detail: 'x',
      issues: [{ type: 'value_error', msg: 'Field required', loc: ['body', 'email'], ...issue }],
    })

  test.each(['tomorrows_code', 'constructor', 5, {}])(
    'with the code %j, which this version does not know, has the generic code and sentence',
    (code) => {
      const error = errorWith({ code })
      expect(error.issues.map(issueCode)).toEqual(['invalid'])
      expect(explainError(error, en)).toBe(en.issues.invalid)
    },
  )

  test('with the code of a problem in a file has the generic code, and its values are ignored', () => {
    const error = errorWith({ code: 'missing_cell', values: { names: null } })
    expect(error.issues.map(issueCode)).toEqual(['invalid'])
    expect(explainError(error, en)).toBe('The line has no address.')
  })
})

test('a recipient that a bulk job would refuse has the code of its problem', () => {
  const roster: SeatsList = { seats: [], available_seats: 5, total_seats: 5 }
  const [row] = preflightSeats(roster, [{ email: 'ada' }])
  expect(explainIssue(row ?? {}, en)).toBe(en.issues.invalid_email)
})

describe('a line that cannot be read', () => {
  const codesOfProblems = (text: string) => parseRecipients(text).problems.map(({ code, values }) => [code, values])

  test.each([
    ['ada@', 'invalid_email'],
    [`${'a'.repeat(1001)}@b.example`, 'email_too_long'],
    ['{email}@b.example', 'email_placeholder'],
    ['o’neil@b.example', 'email_quotation_mark'],
    ['1.ada@b.example', 'email_list_number'],
    ['a..b@b.example', 'email_before_at'],
    ['ada@b_c.example', 'email_after_at'],
    ['ada@b.test', 'email_domain'],
    ['nobody', 'no_address'],
    ['ada [at] b.example', 'at_sign_as_word'],
    ['email,name\nada@b.example', 'cell_count'],
    ['x@b.example\nemail,name\nada@b.example,Ada', 'above_header'],
    ['email,name\n"ada@b.example,Ada', 'open_quotation_mark'],
    ['email,name\n,Ada', 'missing_cell'],
    ['email,member_id\nada@b.example,x', 'invalid_id'],
  ])('%j has the code %s', (text, code) => {
    expect(codesOfProblems(text)[0]?.[0]).toBe(code)
  })

  test('has the values that its sentence shows', () => {
    expect(codesOfProblems('email,name\nada@b.example')).toEqual([['cell_count', { cells: 1, columns: 2 }]])
    expect(codesOfProblems('Manager: ada@b.example')).toEqual([['unclear_label', { text: 'Manager' }]])
    expect(codesOfProblems('email,name\n,Ada')).toEqual([['missing_cell', { names: ['email'] }]])
  })

  test('is explained with these values', () => {
    const [problem] = parseRecipients('email,name\nada@b.example').problems
    expect(explainIssue(problem ?? {}, en)).toBe(
      'This line has fewer cells (1) than the header (2). Add the missing cells.',
    )
  })
})
