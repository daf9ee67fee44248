import type { createPolar } from '@polar-sh/sdk/2026-10'
import type { CustomerSeat, CustomerSeatClaimResponse, SeatClaimInfo, SeatsList } from '@seats/core'
import { expectTypeOf, test } from 'vitest'

type Polar = ReturnType<typeof createPolar>
type Seats = Polar['customerSeats']
type PortalSeats = Polar['customerPortal']['seats']
type Answer<Method extends (...args: never[]) => unknown> = Awaited<ReturnType<Method>>

test('a response of the official SDK has core’s types', () => {
  expectTypeOf<Answer<Seats['listSeats']>>().toExtend<SeatsList>()
  expectTypeOf<Answer<Seats['assignSeat']>>().toExtend<CustomerSeat>()
  expectTypeOf<Answer<Seats['revokeSeat']>>().toExtend<CustomerSeat>()
  expectTypeOf<Answer<Seats['resendInvitation']>>().toExtend<CustomerSeat>()
  expectTypeOf<Answer<Seats['getClaimInfo']>>().toExtend<SeatClaimInfo>()
  expectTypeOf<Answer<Seats['claimSeat']>>().toExtend<CustomerSeatClaimResponse>()
  expectTypeOf<Answer<PortalSeats['listSeats']>>().toExtend<SeatsList>()
  expectTypeOf<Answer<PortalSeats['assignSeat']>>().toExtend<CustomerSeat>()
})

test('a seat without `status` does not have core’s type', () => {
  expectTypeOf<Omit<Answer<Seats['assignSeat']>, 'status'> extends CustomerSeat ? true : false>().toEqualTypeOf<false>()
})
