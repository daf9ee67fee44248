import type {
  CustomerSeat,
  PortalSeatAssign,
  SeatAssign,
  SeatOccupantRef,
  SeatRecipient,
  SeatSource,
  SeatsClient,
  SeatsError,
  SeatsErrorCode,
  SeatStatus,
} from '@seats/core'
import { createSeatsClient, isSeatsError } from '@seats/core'
import { describe, expectTypeOf, test } from 'vitest'

interface Identifiers {
  email: string
  external_customer_id: string
  customer_id: string
  external_member_id: string
  member_id: string
}
type Key = keyof Identifiers

/** True for each pair of identifiers that a recipient may have. A key paired with itself is that identifier alone. */
type Table = { [One in Key]: { [Other in Key]: Pick<Identifiers, One | Other> extends SeatRecipient ? true : false } }

describe('a recipient', () => {
  test('a pair of identifiers that Polar refuses does not compile', () => {
    expectTypeOf<Table>().toEqualTypeOf<{
      email: {
        email: true
        external_customer_id: false
        customer_id: false
        external_member_id: true
        member_id: false
      }
      external_customer_id: {
        email: false
        external_customer_id: true
        customer_id: false
        external_member_id: false
        member_id: false
      }
      customer_id: {
        email: false
        external_customer_id: false
        customer_id: true
        external_member_id: false
        member_id: false
      }
      external_member_id: {
        email: true
        external_customer_id: false
        customer_id: false
        external_member_id: true
        member_id: false
      }
      member_id: {
        email: false
        external_customer_id: false
        customer_id: false
        external_member_id: false
        member_id: true
      }
    }>()
  })

  test('a recipient with three fields or without a field does not compile', () => {
    type Three = Pick<Identifiers, 'email' | 'external_member_id' | 'member_id'>
    expectTypeOf<Three extends SeatRecipient ? true : false>().toEqualTypeOf<false>()
    expectTypeOf<Identifiers extends SeatRecipient ? true : false>().toEqualTypeOf<false>()
    expectTypeOf<object extends SeatRecipient ? true : false>().toEqualTypeOf<false>()
  })
})

test('an assign has exactly one source, and a checkout only with a session', () => {
  type Both = { subscription_id: string; order_id: string }
  expectTypeOf<Both extends SeatSource ? true : false>().toEqualTypeOf<false>()
  expectTypeOf<object extends SeatSource ? true : false>().toEqualTypeOf<false>()

  type With<Source> = Source & { email: string }
  type Checkout = With<{ checkout_id: string }>
  expectTypeOf<With<{ order_id: string }>>().toExtend<SeatAssign>()
  expectTypeOf<With<{ subscription_id: string }>>().toExtend<PortalSeatAssign>()
  expectTypeOf<Checkout>().toExtend<PortalSeatAssign>()
  expectTypeOf<Checkout extends SeatAssign ? true : false>().toEqualTypeOf<false>()
  expectTypeOf<Checkout & { order_id: string } extends PortalSeatAssign ? true : false>().toEqualTypeOf<false>()
  expectTypeOf<{ order_id: string } extends SeatAssign ? true : false>().toEqualTypeOf<false>()
})

test('an invalid assign does not compile', () => {
  const write = (client: SeatsClient) => [
    client.assignSeat({ order_id: 'o', email: 'a@example.com', external_member_id: 'm', immediate_claim: true }),
    // @ts-expect-error a customer id does not go with a member id
    client.assignSeat({ order_id: 'o', customer_id: 'c', member_id: 'm' }),
    // @ts-expect-error an address does not go with a member id
    client.assignSeat({ order_id: 'o', email: 'a@example.com', member_id: 'm' }),
    // @ts-expect-error two sources
    client.assignSeat({ order_id: 'o', subscription_id: 's', email: 'a@example.com' }),
    // @ts-expect-error no recipient
    client.assignSeat({ order_id: 'o' }),
    // @ts-expect-error there is no such field
    client.assignSeat({ order_id: 'o', email: 'a@example.com', role: 'owner' }),
    // @ts-expect-error a checkout without a session
    client.assignSeat({ checkout_id: 'c', email: 'a@example.com' }),
  ]
  expectTypeOf(write).returns.toBeArray()
})

test('the client of a session accepts a checkout, and is a SeatsClient', () => {
  const createClient = () => createSeatsClient({ sessionToken: 'polar_cst_x' })
  expectTypeOf(createClient).returns.toEqualTypeOf<SeatsClient<PortalSeatAssign>>()
  expectTypeOf(createClient).returns.toExtend<SeatsClient>()
  expectTypeOf(() => createSeatsClient({ accessToken: 'polar_oat_x' })).returns.toEqualTypeOf<SeatsClient>()
  // @ts-expect-error two tokens
  expectTypeOf(() => createSeatsClient({ accessToken: 'polar_oat_x', sessionToken: 'polar_cst_x' })).toBeFunction()
})

test('an occupant is the seat that was seen, one identifier, or nobody', () => {
  type Known = Pick<CustomerSeat, 'member_id' | 'email'> & { external_member_id: string | null; name: string | null }
  expectTypeOf<CustomerSeat>().toExtend<SeatOccupantRef>()
  expectTypeOf<Known>().toExtend<SeatOccupantRef>()
  expectTypeOf<null>().toExtend<SeatOccupantRef>()
  expectTypeOf<{ member_id: string }>().toExtend<SeatOccupantRef>()
  expectTypeOf<{ email: string }>().toExtend<SeatOccupantRef>()
  expectTypeOf<object>().not.toExtend<SeatOccupantRef>()
  expectTypeOf<{ email: null }>().not.toExtend<SeatOccupantRef>()
  expectTypeOf<{ name: string }>().not.toExtend<SeatOccupantRef>()
  expectTypeOf<string>().not.toExtend<SeatOccupantRef>()
})

test('a status and an error code can be any name, although an editor suggests the known names', () => {
  expectTypeOf<'frozen'>().toExtend<SeatStatus>()
  expectTypeOf<'SomethingNew'>().toExtend<SeatsErrorCode>()
  expectTypeOf<SeatStatus>().not.toEqualTypeOf<string>()
  expectTypeOf<CustomerSeat['status']>().toEqualTypeOf<SeatStatus>()
})

test('isSeatsError narrows to SeatsError, and to a code', () => {
  const narrowError = (error: unknown) => {
    if (isSeatsError(error, 'SeatNotAvailable')) return error
    return isSeatsError(error) ? error.fieldErrors : undefined
  }
  type Narrowed = SeatsError & { readonly code: 'SeatNotAvailable' }
  expectTypeOf(narrowError).returns.toEqualTypeOf<Narrowed | Record<string, string[]> | undefined>()
})
