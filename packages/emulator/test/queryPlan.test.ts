import { expect, onTestFinished, test } from 'vitest'
import { createFetch } from '../src/start/createFetch.ts'
import { Emulation } from '../src/emulation/Emulation.ts'
import { inProcessFetch } from '../src/start/inProcessFetch.ts'
import type { Emulator } from '../src/exports/index.ts'
import { apiCalls } from './support/api.ts'
import { seed } from './support/seeds.ts'

test('no query of the API scans a table that grows', async () => {
  const emulation = new Emulation(undefined, seed)
  onTestFinished(() => emulation.close())
  const { refs } = emulation
  const emulator = {
    url: emulation.url,
    fetch: inProcessFetch(createFetch(emulation, 1000)),
    ref: (name: string) => refs[name] ?? '',
    outbox: (to?: string) => emulation.outbox(to),
  } as Emulator
  const { call, assign, list, claim, claimInfo, resend, revoke, session, invitationToken } = apiCalls(emulator)
  const before = new Set(emulation.database.queries)

  const source = { subscription_id: refs['legacy/sub'] }
  const withoutMemberModel = { token: 'polar_oat_legacy' }
  const seat = await assign({ email: 'bob@example.com' })
  await resend(seat.body.id)
  await claimInfo(invitationToken('bob@example.com'))
  const claimed = await claim(invitationToken('bob@example.com'))
  await revoke(seat.body.id)
  await assign({ external_member_id: 'usr_new', email: 'new@example.com' })
  await assign({ member_id: refs['acme/bill'] })
  await assign({ external_customer_id: 'cus_zoe' })
  await assign({ customer_id: refs['acme/zoe'] })
  await assign({ ...source, email: 'eve@example.com' }, withoutMemberModel)
  await assign({ ...source, external_customer_id: 'cus_ida' }, withoutMemberModel)
  await assign({ ...source, customer_id: refs['legacy/max'] }, withoutMemberModel)
  await list()
  await session({ external_customer_id: 'cus_zoe' })
  await session({ external_customer_id: 'cus_jane', external_member_id: 'usr_bill' })
  const token = claimed.body.customer_session_token
  await call('GET', `/v1/customer-portal/seats?subscription_id=${refs['acme/sub']}`, { token })

  const queries = emulation.database.queries.filter((sql) => !before.has(sql) || /seats/.test(sql))
  expect(queries.length).toBeGreaterThan(20)
  const scans = queries.flatMap((sql) => {
    if (!/^\s*(?:SELECT|UPDATE|DELETE)/i.test(sql)) return []
    const plan = emulation.database.all<{ detail: string }>(
      `EXPLAIN QUERY PLAN ${sql}`,
      ...Array(sql.split('?').length - 1).fill(null),
    )
    // The outbox may be read as a whole.
    return plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN ') && detail !== 'SCAN emails')
  })
  expect(scans).toEqual([])
})
