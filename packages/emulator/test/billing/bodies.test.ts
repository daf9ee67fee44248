import { describe, expect, test } from 'vitest'
import { startTestEmulator } from '../support/storages.ts'
import { midSeptember, teamCalls, teamSeed, type Json } from '../support/team.ts'

const prepareEmulator = async () => {
  const emulator = await startTestEmulator('in memory', { now: midSeptember, seed: teamSeed() })
  return { emulator, ...teamCalls(emulator) }
}

/** Returns the problem of one variant. The answer to a wrong PATCH has the problems of every variant of the body. */
const findProblem = (body: Json, variant: string) =>
  (body['detail'] as Json[]).find((issue) => (issue['loc'] as unknown as string[])[1] === variant)

const notADateMessage = 'Input should be a valid datetime or date, '
const after9999Message = 'dates after 9999 are not supported as unix timestamps'

describe('a time in a body', () => {
  test.each([
    ['2020-01-01T', 'unexpected extra characters at the end of the input'],
    ['2027-01-01T24:00:00Z', 'unexpected extra characters at the end of the input'],
    ['2027-01-01T10:00:00+24:00', 'unexpected extra characters at the end of the input'],
    [' 2027-01-01', 'invalid character in year'],
    ['2027/01/01', 'invalid date separator, expected `-`'],
    ['2027-0x-01', 'invalid character in month'],
    ['2027-01-0x', 'invalid character in day'],
    ['2027-13-01', 'month value is outside expected range of 1-12'],
    ['2027-02-29', 'day value is outside expected range'],
    ['tomorrow', 'input is too short'],
    [' 7 ', 'input is too short'],
    ['253402300800000', after9999Message],
  ])("an invalid time is rejected with pydantic's message: %j", async (given, error) => {
    const { updateSubscription } = await prepareEmulator()
    const { status, body } = await updateSubscription({ current_billing_period_end: given })
    expect(status).toBe(422)
    expect(findProblem(body, 'SubscriptionUpdateBillingPeriod')).toMatchObject({
      type: 'datetime_from_date_parsing',
      msg: notADateMessage + error,
      input: given,
      ctx: { error },
    })
  })

  test.each([
    [1e18, after9999Message],
    [-1e18, 'dates before 0000 are not supported as unix timestamps'],
    ['0000-01-01', 'year 0 is out of range'],
  ])('a time outside the calendar is rejected: %j', async (given, error) => {
    const { updateSubscription } = await prepareEmulator()
    const { status, body } = await updateSubscription({ trial_end: given })
    expect(status).toBe(422)
    expect(findProblem(body, 'SubscriptionUpdateBase')).toMatchObject({
      type: 'datetime_parsing',
      msg: `Input should be a valid datetime, ${error}`,
    })
  })

  test.each([
    ['2027-03-01', '2027-03-01T00:00:00Z'],
    ['2027-03-01 10:00', '2027-03-01T10:00:00Z'],
    ['2027-03-01t10:00:00,25+02:00', '2027-03-01T08:00:00.250000Z'],
    ['2027-03-01T10:00:00.1234567890z', '2027-03-01T10:00:00.123456Z'],
    ['2027-03-01T10:00:00\u221202:00', '2027-03-01T12:00:00Z'],
    ['1803895200.5', '2027-03-01T10:00:00.500000Z'],
    [1_803_895_200_000, '2027-03-01T10:00:00Z'],
    ['9999-12-31T00:00:00Z', '9999-12-31T00:00:00Z'],
  ])('a time can be written as %j', async (given, time) => {
    const { updateSubscription, getSubscription } = await prepareEmulator()
    const { status, body } = await updateSubscription({ current_billing_period_end: given })
    expect(status).toBe(200)
    const periodEndOf = (json: Json) => new Date(String(json['current_period_end'])).toISOString()
    expect(periodEndOf(body)).toBe(new Date(time).toISOString())
    expect(periodEndOf((await getSubscription()).body)).toBe(new Date(time).toISOString())
  })

  test.each([
    [{ trial_end: '2026-09-12' }, '2026-09-12T00:00:00'],
    [{ trial_end: '2026-09-12T02:00:00.5+02:00' }, '2026-09-12T02:00:00.500000+02:00'],
    [{ pause_at_period_end: true, resumes_at: '2026-09-12T00:00:00Z' }, '2026-09-12T00:00:00+00:00'],
  ])('a time that breaks a rule is reported with its original offset: %j', async (body, input) => {
    const { updateSubscription } = await prepareEmulator()
    expect((await updateSubscription(body)).body['detail']).toMatchObject([{ type: 'value_error', input }])
  })
})

test('the number 1 is accepted in place of true', async () => {
  const { updateSubscription } = await prepareEmulator()
  expect((await updateSubscription({ revoke: 1 })).body).toMatchObject({ status: 'canceled' })
})

test('an integer in a string may end in `.0`, but not in `.`', async () => {
  const { updateSubscription } = await prepareEmulator()
  expect((await updateSubscription({ seats: '5.0' })).status).toBe(200)
  const { status, body } = await updateSubscription({ seats: '5.' })
  expect(status).toBe(422)
  expect(findProblem(body, 'SubscriptionUpdateSeats')).toMatchObject({ type: 'int_parsing', input: '5.' })
})

describe('a filter that may be repeated', () => {
  const asList =
    'json-or-python[json=list[uuid],python=chain[is-instance[Sequence],function-wrap[sequence_validator()]]]'
  const error = 'invalid character: found `x` at 0'

  test('an invalid value is reported for both variants of the schema: a single value and a list', async () => {
    const { send, emulator } = await prepareEmulator()
    const id = String(emulator.ref('acme/sub'))
    const { status, body } = await send('GET', `/v1/subscriptions/?product_id=${id}&product_id=x`)
    expect(status).toBe(422)
    expect(body['detail']).toEqual([
      {
        type: 'uuid_type',
        loc: ['query', 'product_id', 'uuid'],
        msg: 'UUID input should be a string, bytes or UUID object',
        input: [id, 'x'],
      },
      {
        type: 'uuid_parsing',
        loc: ['query', 'product_id', asList, 1],
        msg: `Input should be a valid UUID, ${error}`,
        input: 'x',
        ctx: { error },
      },
    ])
  })

  test('a filter in the portal and a filter by status report an invalid value in the same way', async () => {
    const { send, session } = await prepareEmulator()
    const token = await session('acme/owner')
    const portal = await send('GET', '/v1/customer-portal/subscriptions/?product_id=x', undefined, { token })
    expect((portal.body['detail'] as Json[]).map(({ loc }) => loc)).toEqual([
      ['query', 'product_id', 'uuid'],
      ['query', 'product_id', asList, 0],
    ])
    const { body } = await send('GET', '/v1/subscriptions/?status=x')
    expect(body['detail']).toMatchObject([
      { type: 'enum', loc: ['query', 'status', 'str-enum[SubscriptionStatus]'], input: ['x'] },
      { type: 'enum', loc: ['query', 'status', asList.replace('uuid', 'str-enum[SubscriptionStatus]'), 0], input: 'x' },
    ])
  })
})
