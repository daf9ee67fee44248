import type { CustomerSeat } from '@seats/core'
import { SeatsProvider, useRevokeSeat, useSeats } from '@seats/react'
import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createElement, memo } from 'react'
import { createRoot } from 'react-dom/client'
import { createBenchPage, textOf } from './page.ts'

const { client, source, root, onRender } = createBenchPage()

const Row = memo(({ seat, revoke }: { seat: CustomerSeat; revoke: (seat: CustomerSeat) => void }) => {
  onRender(seat)
  return createElement(
    'li',
    { id: seat.id },
    textOf(seat),
    createElement('button', { onClick: () => revoke(seat) }, 'Revoke'),
  )
})

const list = (seats: CustomerSeat[] | undefined, revoke: (seat: CustomerSeat) => void) =>
  createElement(
    'ul',
    null,
    seats?.map((seat) => createElement(Row, { key: seat.id, seat, revoke })),
  )

function ByHand() {
  const queryClient = useQueryClient()
  const queryKey = ['seats', source.subscription_id]
  const { data } = useQuery({ queryKey, queryFn: () => client.listSeats(source), staleTime: 30_000 })
  const { mutate } = useMutation({
    mutationFn: (seat: CustomerSeat) => client.revokeSeat(seat.id, { occupant: seat }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey }),
  })
  return list(data?.seats, mutate)
}

function Ours() {
  const { data } = useSeats(source)
  const { mutate } = useRevokeSeat(source)
  return list(data?.seats, mutate)
}

/** Shows one of the two pages. The bundle's entry calls it. */
export function show(variant: 'byHand' | 'ours'): void {
  const page = createElement(variant === 'ours' ? Ours : ByHand)
  const app = createElement(
    QueryClientProvider,
    { client: new QueryClient() },
    createElement(SeatsProvider, { client }, page),
  )
  createRoot(root).render(app)
}
