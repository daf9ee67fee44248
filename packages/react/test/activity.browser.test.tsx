import { unmountAfterTest, expectLines, watchConsole } from '@seats/conformance/page'
import { TestBackend } from '@seats/conformance/TestBackend'
import { seatRows } from '@seats/conformance/team'
import { h } from '@seats/conformance/View'
import type { SeatSource } from '@seats/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Activity } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { SeatsProvider, useSeats } from '../src/exports/index.ts'
import { draw } from './driver.ts'

watchConsole()

test('a page that Activity hides closes its stream, and shows the missed changes when it is visible again', async () => {
  const backend = await TestBackend.create({ roster: ['ada@example.com'] })
  const client = backend.createClient()
  const cache = new QueryClient()
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  const show = (mode: 'visible' | 'hidden') =>
    root.render(
      <QueryClientProvider client={cache}>
        <SeatsProvider client={client}>
          <Activity mode={mode}>
            <Team source={backend.source} />
          </Activity>
        </SeatsProvider>
      </QueryClientProvider>,
    )
  const page = unmountAfterTest({
    element,
    unmount() {
      root.unmount()
      element.remove()
    },
  })
  show('visible')
  await expectLines(page, 'ada@example.com pending')
  await expect.poll(() => backend.openStreamCount).toBe(1)
  show('hidden')
  await expect.poll(() => backend.openStreamCount).toBe(0)
  await backend.createOtherClient().assignSeat({ ...backend.source, email: 'grace@example.com' })
  show('visible')
  await expectLines(page, 'ada@example.com pending', 'grace@example.com pending')
  await expect.poll(() => backend.openStreamCount).toBe(1)
})

function Team({ source }: { source: SeatSource }) {
  const { data } = useSeats(source, { live: true, staleTime: Infinity, refetchOnWindowFocus: false })
  return draw(h('div', {}, ...seatRows(data)))
}
