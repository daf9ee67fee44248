import { rowsStories } from '@seats/conformance/stories/rows'
import type { CustomerSeat, SeatSource } from '@seats/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { memo } from 'react'
import { createRoot } from 'react-dom/client'
import { SeatsProvider, useRevokeSeat, useSeats } from '../src/exports/index.ts'

interface RowProps {
  seat: CustomerSeat
  revoke: (seat: CustomerSeat) => void
  onRender: (seat: CustomerSeat) => void
}

const Row = memo(({ seat, revoke, onRender }: RowProps) => {
  onRender(seat)
  return (
    <li>
      {seat.status} {seat.modified_at}
      <button onClick={() => revoke(seat)}>Revoke</button>
    </li>
  )
})

function Rows({ source, onRender }: { source: SeatSource; onRender: RowProps['onRender'] }) {
  const { data } = useSeats(source, { live: true })
  const { mutate: revoke } = useRevokeSeat(source)
  return data?.seats.map((seat) => <Row key={seat.id} {...{ seat, revoke, onRender }} />)
}

rowsStories(({ client, source, onRender }) => {
  const element = document.body.appendChild(document.createElement('ul'))
  const root = createRoot(element)
  root.render(
    <QueryClientProvider client={new QueryClient()}>
      <SeatsProvider client={client}>
        <Rows {...{ source, onRender }} />
      </SeatsProvider>
    </QueryClientProvider>,
  )
  return { element, unmount: () => (root.unmount(), element.remove()) }
})
