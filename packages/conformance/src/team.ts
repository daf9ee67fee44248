import type { CustomerSeat, SeatInvitee, SeatsList, SeatSource } from '@seats/core'
import { isOptimisticSeat } from '@seats/core/query'
import type { Component } from './Driver.ts'
import type { MutationOptions, MutationResult, QueryResult } from './Hooks.ts'
import { h, part, type View } from './View.ts'

export interface Team {
  seats: QueryResult<SeatsList>
  assign: MutationResult<CustomerSeat, SeatInvitee>
  revoke: MutationResult<CustomerSeat, CustomerSeat>
  resend: MutationResult<CustomerSeat, CustomerSeat>
}

export interface TeamOptions {
  live?: boolean
  /** More buttons for the page, by label. */
  actions?: Record<string, (team: Team) => void>
  /** Called for each render of a row. */
  onDrawRow?: (email: string | null) => void
  assign?: MutationOptions<CustomerSeat>
}

/** Returns a team's page, with the number of free seats, a row for each seat, and the errors. */
export function team({
  actions = {},
  onDrawRow,
  live = false,
  assign: assignOptions,
}: TeamOptions = {}): Component<SeatSource | null> {
  return (use, input) => {
    const seats = use.useSeats(input, () => ({ live }))
    const assign = use.useAssignSeat(input, () => assignOptions ?? {})
    const revoke = use.useRevokeSeat(input)
    const reinvite = use.useReinviteSeat(input)
    const resend = use.useResendInvitation(input)
    const drawRow = (seat: CustomerSeat): View => {
      onDrawRow?.(seat.email)
      const name = seat.customer_email ?? ''
      return h(
        'div',
        {},
        line(`${name} ${seat.status}${isOptimisticSeat(seat) ? '…' : ''}`),
        button(`revoke ${name}`, () => revoke.mutate(seat)),
        button(`reinvite ${name}`, () => reinvite.mutate(seat)),
        button(`resend ${name}`, () => resend.mutate(seat)),
      )
    }
    return () =>
      h(
        'div',
        {},
        ...(seats.data ? [line(`${seats.data.available_seats} free`)] : []),
        ...seatRows(seats.data, drawRow),
        ...errorLines({ seats, assign, revoke, reinvite, resend }),
        ...Object.entries(actions).map(([label, act]) => button(label, () => act({ seats, assign, revoke, resend }))),
      )
  }
}

export const line = (text: string): View => h('p', {}, text)

/** Returns a line with the code of each error. */
export const errorLines = (results: Record<string, Pick<MutationResult<unknown, never>, 'error'>>): View[] =>
  Object.entries(results).flatMap(([name, { error }]) => (error ? [line(`${name}: ${error.code}`)] : []))

export const button = (label: string, onClick: () => void): View => h('button', { onClick }, label)

/** Sorts seats by creation time, because a roster has no defined order. */
export const sortByCreation = (seats: readonly CustomerSeat[]): CustomerSeat[] =>
  seats.toSorted((first, second) => (first.created_at < second.created_at ? -1 : 1))

/** Returns a part for each seat that is not revoked, oldest first. */
export const seatRows = (roster: SeatsList | undefined, draw = drawSeat): View[] =>
  sortByCreation(roster?.seats ?? [])
    .filter(({ status }) => status !== 'revoked')
    .map((seat) => part(seat.id, seat, draw))

const drawSeat = (seat: CustomerSeat): View => line(`${seat.customer_email} ${seat.status}`)
