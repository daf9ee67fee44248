import { click, unmountAfterTest, expectLines, watchConsole } from '@seats/conformance/page'
import { TestBackend } from '@seats/conformance/TestBackend'
import { button, line, sortByCreation, seatRows } from '@seats/conformance/team'
import { h } from '@seats/conformance/View'
import type { SeatsClient, SeatSource } from '@seats/core'
import { QueryClient, QueryClientProvider, QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, StrictMode, Suspense, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { expect, test } from 'vitest'
import { SeatsProvider, useRevokeSeat, useSuspenseSeats } from '../src/exports/index.ts'
import { draw } from './driver.ts'

watchConsole()

test('useSuspenseSeats suspends once, and shows later changes', async () => {
  const backend = await TestBackend.create({ roster: ['ada@example.com claimed', 'grace@example.com'] })
  const listCall = backend.holdNextCall('GET')
  const page = mountReact(backend.createClient(), backend.source)
  await expectLines(page, 'loading')
  listCall.release()
  await expectLines(page, '3 free', 'ada@example.com claimed', 'grace@example.com pending')
  click(page, 'revoke the last')
  await expectLines(page, '4 free', 'ada@example.com claimed')
  expect(backend.calls).toEqual(['GET', 'DELETE'])
})

test('useSuspenseSeats passes its error to the error boundary, and reads again after a reset', async () => {
  const backend = await TestBackend.create({ roster: ['ada@example.com'] })
  await backend.failNextCall('GET', {
    kind: 'status',
    status: 403,
    body: '{"error":"NotPermitted","detail":"Not you."}',
  })
  const page = mountReact(backend.createClient(), backend.source)
  await expectLines(page, 'Not you.')
  click(page, 'again')
  await expectLines(page, '4 free', 'ada@example.com pending')
  expect(backend.calls).toEqual(['GET', 'GET'])
})

function mountReact(client: SeatsClient, source: SeatSource) {
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  root.render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <SeatsProvider client={client}>
          <QueryErrorResetBoundary>
            {({ reset }) => (
              <ErrorMessage reset={reset}>
                <Suspense fallback={draw(line('loading'))}>
                  <Team source={source} />
                </Suspense>
              </ErrorMessage>
            )}
          </QueryErrorResetBoundary>
        </SeatsProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  const unmount = () => {
    root.unmount()
    element.remove()
  }
  return unmountAfterTest({ element, unmount })
}

function Team({ source }: { source: SeatSource }) {
  const { data } = useSuspenseSeats(source, { select: (roster) => ({ ...roster, free: roster.available_seats }) })
  const revoke = useRevokeSeat(source)
  const last = sortByCreation(data.seats).at(-1)
  return draw(
    h(
      'div',
      {},
      line(`${data.free} free`),
      ...seatRows(data),
      button('revoke the last', () => last && revoke.mutate(last)),
    ),
  )
}

class ErrorMessage extends Component<{ reset: () => void; children?: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {}
  static getDerivedStateFromError = (error: Error) => ({ error })
  override render() {
    const { error } = this.state
    const retry = () => {
      this.props.reset()
      this.setState({ error: undefined } as object)
    }
    return error ? draw(h('div', {}, line(error.message), button('again', retry))) : this.props.children
  }
}
