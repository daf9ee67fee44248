import { createSeatsClient, listSeatsWithText } from '@seats/core'
import { expect, test } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { roster } from '../../seats.ts'

const source = { subscription_id: '00000000-0000-4000-8000-000000000001' }

test('returns the roster, and the text that it was read from', async () => {
  const text = JSON.stringify(roster([]), null, 2)
  const { client } = clientWithAnswers(() => new Response(text))
  expect(await listSeatsWithText(client, source)).toEqual({ roster: roster([]), text })
})

test('returns the text of the last answer, after a renewed token and another try', async () => {
  const answers = [new Response('{"error":"Unauthorized"}', { status: 401 }), new Response('', { status: 502 })]
  const text = JSON.stringify(roster([]))
  const { client, requests } = clientWithAnswers(() => answers.shift() ?? new Response(text), {
    accessToken: () => 't',
  })
  expect(await listSeatsWithText(client, source)).toEqual({ roster: roster([]), text })
  expect(requests).toHaveLength(3)
})

test('returns no text if an app has wrapped the client, because the app may change the roster', async () => {
  const { client } = clientWithAnswers()
  const wrapped = {
    ...client,
    listSeats: async (...call: Parameters<typeof client.listSeats>) => ({
      ...(await client.listSeats(...call)),
      total_seats: 99,
    }),
  }
  expect(await listSeatsWithText(wrapped, source)).toEqual({
    roster: { ...roster([]), total_seats: 99 },
    text: undefined,
  })
})

test('fails like listSeats', async () => {
  const client = createSeatsClient({ accessToken: 'polar_oat_test', fetch: async () => new Response('[]') })
  const options = { retry: false } as const
  const error = await errorOf(client.listSeats(source, options))
  expect((await errorOf(listSeatsWithText(client, source, options))).toJSON()).toEqual(error.toJSON())
})
