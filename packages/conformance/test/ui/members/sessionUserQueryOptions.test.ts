import { createSeatsClient } from '@seats/core'
import { managesMembers, sessionUserQueryOptions } from '@seats/core/ui'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { expect, onTestFinished, test } from 'vitest'

test('a user whose session Polar no longer accepts manages nobody, and is not read again and again', async () => {
  const answers = [
    Response.json({ type: 'member', role: 'owner', member_id: null }),
    Response.json({ error: 'NotPermitted', detail: 'Not permitted' }, { status: 403 }),
  ]
  let calls = 0
  const client = createSeatsClient({
    sessionToken: 'polar_mst_ada',
    fetch: async () => answers[calls++] ?? Response.json({ detail: 'One call too many' }, { status: 403 }),
  })
  const queryClient = new QueryClient()
  const observer = new QueryObserver(queryClient, sessionUserQueryOptions(client))
  onTestFinished(observer.subscribe(() => {}))
  const manages = () => {
    const { data } = observer.getCurrentResult()
    return data && managesMembers(data)
  }

  await expect.poll(manages).toBe(true)
  await observer.refetch()
  expect(manages()).toBe(false)
  expect(calls).toBe(2)
})
