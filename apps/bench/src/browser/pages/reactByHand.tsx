import { QueryClient, QueryClientProvider, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, useEffect, useMemo, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import * as byHand from './handWritten.ts'
import './handWritten.css'

const Row = memo(({ seat, index, revoke }: { seat: byHand.Seat; index: number; revoke: (id: string) => void }) => (
  <tr data-index={index}>
    <th>
      {byHand.nameOf(seat)}
      <small>{byHand.emailOf(seat)}</small>
    </th>
    <td>{seat.status}</td>
    <td>
      <button aria-label={`Revoke ${byHand.nameOf(seat)}`} onClick={() => revoke(seat.id)}>
        Revoke
      </button>
    </td>
  </tr>
))

function People({ seats }: { seats: readonly byHand.Seat[] }) {
  const queryClient = useQueryClient()
  const { mutate: revoke } = useMutation({
    mutationFn: byHand.revokeSeat,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: byHand.queryKey }),
  })
  const [search, setSearch] = useState('')
  const foundSeats = useMemo(() => byHand.findSeats(seats, search), [seats, search])
  const scrollBox = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- The virtualizer is used in this component only.
  const list = useVirtualizer({
    count: foundSeats.length,
    getScrollElement: () => scrollBox.current,
    estimateSize: () => byHand.rowHeight,
    overscan: 6,
  })
  const visibleRows = list.getVirtualItems()
  const heightAbove = visibleRows[0]?.start ?? 0
  const heightBelow = list.getTotalSize() - (visibleRows.at(-1)?.end ?? 0)
  return (
    <>
      <input type="search" value={search} onChange={({ target }) => setSearch(target.value)} />
      <div ref={scrollBox} className="scroll">
        <table>
          <tbody>
            <tr style={{ height: heightAbove }} />
            {visibleRows.map(({ index }) => {
              const seat = foundSeats[index]
              return seat && <Row key={seat.id} {...{ seat, index, revoke }} />
            })}
            <tr style={{ height: heightBelow }} />
          </tbody>
        </table>
      </div>
    </>
  )
}

function Invite() {
  const queryClient = useQueryClient()
  const [email, setEmail] = useState('')
  const { mutate, error } = useMutation({
    mutationFn: byHand.inviteByEmail,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: byHand.queryKey }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        mutate(email)
      }}
    >
      <input type="email" value={email} onChange={({ target }) => setEmail(target.value)} />
      <button>Invite</button>
      {error?.message}
    </form>
  )
}

function Team() {
  const queryClient = useQueryClient()
  const { data, error } = useQuery({ queryKey: byHand.queryKey, queryFn: byHand.listSeats, staleTime: 30_000 })
  useEffect(
    () => byHand.onRosterChange(() => void queryClient.invalidateQueries({ queryKey: byHand.queryKey })),
    [queryClient],
  )
  if (data === undefined) return <p>{error ? error.message : 'Loading…'}</p>
  return (
    <>
      <p>
        {data.total_seats - data.available_seats} of {data.total_seats} seats are used.
      </p>
      <Invite />
      <People seats={data.seats} />
    </>
  )
}

const root = document.body.appendChild(document.createElement('div'))
createRoot(root).render(
  <QueryClientProvider client={new QueryClient()}>
    <Team />
  </QueryClientProvider>,
)
