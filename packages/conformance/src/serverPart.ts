import type { CustomerSeat, SeatPermissions, SeatsClient, SeatsList } from '@seats/core'
import { membersQueryOptions, seatPermissionsQueryOptions, seatsQueryOptions } from '@seats/core/query'
import { sessionUserQueryOptions, type WordsOptions } from '@seats/core/ui'
import type { commonUiNames } from './names.ts'

export interface ServerPage {
  client: SeatsClient
  /** The name of the component. */
  part: Exclude<(typeof commonUiNames)[number], 'SeatsUiProvider'>
  props: Record<string, unknown>
  /** The answers that are already in the query cache, as keys and data. */
  read: [key: readonly unknown[], data: unknown][]
  /** The props of a `SeatsUiProvider` around the component. If they are missing, there is no provider. */
  words?: WordsOptions
}

export const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const createdAt = '2026-01-01T00:00:00Z'
const seat: CustomerSeat = {
  id: 'a5e0a7f6-3a53-4b53-8a39-0c6b2f1f6a11',
  created_at: createdAt,
  modified_at: null,
  ...source,
  order_id: null,
  status: 'claimed',
  customer_id: null,
  member_id: null,
  member: null,
  email: 'ada@example.com',
  customer_email: 'ada@example.com',
  invitation_token_expires_at: null,
  claimed_at: createdAt,
  revoked_at: null,
  seat_metadata: null,
}
const roster: SeatsList = { seats: [seat], total_seats: 1234, available_seats: 1233 }
const permissions: SeatPermissions = {
  listSeats: true,
  assignSeat: true,
  immediateClaim: true,
  revokeSeat: true,
  resendInvitation: true,
  getSubscription: true,
  buySeats: true,
  reduceSeats: true,
  manageMembers: true,
}
const owner = {
  id: 'b7f1c8e2-4d64-4c75-9b4a-1d7c3e2f7b22',
  created_at: createdAt,
  modified_at: null,
  email: 'owner@example.com',
  name: 'Olga Owner',
  role: 'owner',
}

/** Returns the answers that the components read, for the query cache. */
export const answersFor = (client: SeatsClient): ServerPage['read'] => [
  [seatsQueryOptions(client, source).queryKey, roster],
  [seatPermissionsQueryOptions(client, source).queryKey, { permissions, answeredAt: client.now() }],
  [sessionUserQueryOptions(client).queryKey, { type: 'member', role: 'owner', member_id: owner.id }],
  [membersQueryOptions(client).queryKey, [owner]],
]
