import type { SeatsToken } from '@seats/core'
import { expect, test, vi } from 'vitest'
import { clientWithAnswers, errorOf } from '../../answers.ts'
import { roster, source, uuid } from '../../seats.ts'

const unauthorizedResponse = () =>
  Response.json({ error: 'invalid_token', error_description: 'Expired' }, { status: 401 })

/** Creates a client, and a server that accepts only the token that `acceptedToken` returns. */
function clientWithToken(accessToken: SeatsToken, acceptedToken: () => string) {
  return clientWithAnswers(
    (request) =>
      request.headers.get('authorization') === `Bearer ${acceptedToken()}`
        ? Response.json(roster([]))
        : unauthorizedResponse(),
    { accessToken },
  )
}

test('the token function is called once for many calls', async () => {
  const getToken = vi.fn<() => Promise<string>>(async () => 'one')
  const { client, requests } = clientWithToken(getToken, () => 'one')
  await Promise.all([client.listSeats(source), client.listSeats(source)])
  await client.listSeats(source)
  expect(getToken.mock.calls).toEqual([[{ refresh: false }]])
  expect(requests).toHaveLength(3)
})

test('after a 401 the token function is called again, once for all calls', async () => {
  let currentToken = 'one'
  const getToken = vi.fn<(context: { refresh: boolean }) => Promise<string>>(async () => currentToken)
  const { client, requests } = clientWithToken(getToken, () => currentToken)
  await client.listSeats(source)
  currentToken = 'two'
  await Promise.all(Array.from({ length: 10 }, () => client.listSeats(source)))
  await client.listSeats(source)
  expect(getToken.mock.calls).toEqual([[{ refresh: false }], [{ refresh: true }]])
  expect(requests).toHaveLength(1 + 20 + 1)
})

test('a call whose 401 comes after the refresh is sent again with the new token', async () => {
  let currentToken = 'one'
  const getToken = vi.fn<(context: { refresh: boolean }) => string>(() => currentToken)
  const heldRevoke = Promise.withResolvers<void>()
  const { client } = clientWithAnswers(
    async (request) => {
      const authorization = request.headers.get('authorization')
      if (request.method === 'DELETE' && authorization === 'Bearer one') await heldRevoke.promise
      return authorization === `Bearer ${currentToken}` ? Response.json(roster([])) : unauthorizedResponse()
    },
    { accessToken: getToken },
  )
  await client.listSeats(source)
  currentToken = 'two'
  const lateRevoke = errorOf(client.revokeSeat(uuid()))
  await client.listSeats(source)
  heldRevoke.resolve()
  // The token was accepted: the error only says that the answer is a roster and not a seat.
  expect((await lateRevoke).code).toBe('InvalidResponse')
  expect(getToken).toHaveBeenCalledTimes(2)
})

test('even an assign is sent again once after a 401', async () => {
  const { client, requests } = clientWithToken(
    () => 'wrong',
    () => 'right',
  )
  const error = await errorOf(client.assignSeat({ ...source, email: 'a@example.com' }))
  expect(error).toMatchObject({ code: 'Unauthorized', status: 401, isRetryable: false, isAmbiguous: false })
  expect(requests).toHaveLength(2)
})

test('a call with a fixed token is not sent again after a 401', async () => {
  const { client, requests } = clientWithToken('wrong', () => 'right')
  await errorOf(client.listSeats(source))
  expect(requests).toHaveLength(1)
})

test('if the token function fails, the error is not ambiguous, and the next call uses the token function again', async () => {
  const cause = new Error('vault is sealed')
  const getToken = vi.fn<() => Promise<string>>(async () => 'one').mockRejectedValueOnce(cause)
  const { client, requests } = clientWithToken(getToken, () => 'one')
  const error = await errorOf(client.assignSeat({ ...source, email: 'a@example.com' }))
  expect(error).toMatchObject({ code: 'Unauthorized', status: undefined, isAmbiguous: false, cause })
  expect(requests).toHaveLength(0)
  await client.listSeats(source)
  expect(getToken).toHaveBeenCalledTimes(2)
})

test('a call rejects if the refresh fails', async () => {
  const getToken = ({ refresh }: { refresh: boolean }) => {
    if (refresh) throw new Error('signed out')
    return 'old'
  }
  const { client } = clientWithToken(getToken, () => 'new')
  expect(await errorOf(client.listSeats(source))).toMatchObject({ code: 'Unauthorized', status: undefined })
})

test('a refresh that fails is tried once for all calls', async () => {
  const getToken = vi.fn<(context: { refresh: boolean }) => string>(({ refresh }) => {
    if (refresh) throw new Error('signed out')
    return 'old'
  })
  const { client } = clientWithToken(getToken, () => 'new')
  const errors = await Promise.all(Array.from({ length: 5 }, () => errorOf(client.listSeats(source))))
  expect(errors.map(({ code }) => code)).toEqual(errors.map(() => 'Unauthorized'))
  expect(getToken.mock.calls).toEqual([[{ refresh: false }], [{ refresh: true }]])
})

test.each(['', ' ', 'a b', 'ü'])(
  'if the token function returns %j, the call rejects with a ConfigurationError and sends nothing',
  async (token) => {
    const { client, requests } = clientWithToken(
      () => token,
      () => token,
    )
    expect(await errorOf(client.listSeats(source))).toMatchObject({ code: 'ConfigurationError' })
    expect(requests).toHaveLength(0)
  },
)

test('if the token function never resolves, the call ends with the timeout or an abort', async () => {
  const { client, requests } = clientWithToken(
    () => new Promise<string>(() => {}),
    () => 'one',
  )
  const options = { timeout: 5, retry: false } as const
  const error = await errorOf(client.assignSeat({ ...source, email: 'a@example.com' }, options))
  expect(error).toMatchObject({ code: 'TimeoutError', isAmbiguous: false, isRetryable: true })
  const reason = new Error('left')
  await expect(client.listSeats(source, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  const controller = new AbortController()
  const call = client.listSeats(source, { signal: controller.signal })
  controller.abort(reason)
  await expect(call).rejects.toBe(reason)
  expect(requests).toHaveLength(0)
})
