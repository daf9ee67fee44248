import { describe, expect, test } from 'vitest'
import { apiCalls } from './support/api.ts'
import { startTestEmulator, storages } from './support/storages.ts'

describe.each(storages)('concurrent calls over HTTP, with data %s', (storage) => {
  test('of 200 assigns for 10 free seats, exactly 10 succeed', async () => {
    const emulator = await startTestEmulator(storage, { port: 0 })
    const { assign, list } = apiCalls(emulator)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => assign({ email: `${index}@example.com` })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
    const refused = answers.filter(({ status }) => status !== 200)
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.error}`))).toEqual(
      new Set(['400 SeatNotAvailable']),
    )
    expect((await list()).body).toMatchObject({ available_seats: 0 })
  })

  test('of 50 claims with one token, exactly one succeeds', async () => {
    const emulator = await startTestEmulator(storage, { port: 0 })
    const { assign, claim, invitationToken } = apiCalls(emulator)
    await assign({ email: 'bob@example.com' })
    const token = invitationToken('bob@example.com')
    const answers = await Promise.all(Array.from({ length: 50 }, () => claim(token)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.error === 'InvalidInvitationToken')).toHaveLength(49)
  })

  test('many assigns of one address create one seat', async () => {
    const emulator = await startTestEmulator(storage, { port: 0 })
    const { assign, list } = apiCalls(emulator)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => assign({ email: index % 2 ? 'BOB@example.com' : 'bob@example.com' })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await list()).body.seats).toHaveLength(1)
  })
})
