import { expect, test } from 'vitest'
import { seatAccessQueryOptions } from '../../../src/query/options/seatAccessQueryOptions.ts'
import { clientWithAnswers } from '../../answers.ts'
import { source } from '../../seats.ts'

test('after a 404, the access has the time of the client’s clock', async () => {
  const now = () => Date.parse('2020-02-02T20:20:20Z')
  const answer = () => Response.json({ error: 'ResourceNotFound', detail: 'Not found' }, { status: 404 })
  const { client } = clientWithAnswers(answer, { baseURL: 'https://app.example.com/api/seats', now })
  const { queryFn } = seatAccessQueryOptions(client, source)
  expect(await queryFn({ signal: new AbortController().signal })).toEqual({
    seated: false,
    reason: 'unknown',
    lapsedSince: null,
    basis: 'known',
    asOf: '2020-02-02T20:20:20.000Z',
  })
})
