import * as z from 'zod/mini'
import { _default as withDefault } from 'zod/mini'
import { id, ref } from './fields.ts'

// These limits keep every charge small enough for a JavaScript number to be exact.
const maxPricePerSeat = 4_000_000
const maxAmount = 99_999_999
const maxSeats = 2_147_483_647

const seatNumber = z.int().check(z.minimum(1), z.maximum(maxSeats))

const tierSchema = z.strictObject({
  min_seats: seatNumber,
  max_seats: z.nullable(seatNumber),
  price_per_seat: z.int().check(z.minimum(0), z.maximum(maxPricePerSeat)),
})

const currency = withDefault(z.string().check(z.regex(/^[a-z]{3}$/, 'Use an ISO code in lower case.')), 'usd')

const priceSchema = z
  .strictObject({
    type: withDefault(z.enum(['fixed', 'volume', 'graduated']), 'fixed'),
    currency,
    interval: withDefault(z.enum(['day', 'week', 'month', 'year']), 'month'),
    interval_count: withDefault(z.int().check(z.minimum(1), z.maximum(999)), 1),
    tiers: withDefault(z.array(tierSchema).check(z.minLength(1)), [
      { min_seats: 1, max_seats: null, price_per_seat: 1000 },
    ]),
  })
  .check(
    z.check(({ value: { type, tiers }, issues }) => {
      const refuse = (path: Array<string | number>, message: string) =>
        issues.push({ code: 'custom', path, message, input: tiers })
      if (type === 'fixed' && tiers.length > 1) refuse(['tiers'], 'A fixed price cannot have more than one tier.')
      tiers.forEach(({ min_seats, max_seats }, index) => {
        const previous = index === 0 ? undefined : tiers[index - 1]
        if (max_seats !== null && max_seats < min_seats) {
          refuse(['tiers', index, 'max_seats'], 'max_seats is below min_seats.')
        }
        if (previous && previous.max_seats === null)
          refuse(['tiers', index - 1, 'max_seats'], 'Only the last tier can have no maximum.')
        if (previous && previous.max_seats !== null && min_seats !== previous.max_seats + 1) {
          refuse(
            ['tiers', index, 'min_seats'],
            `min_seats must be ${previous.max_seats + 1}, because tiers have no gaps.`,
          )
        }
      })
    }),
  )

const visibility = withDefault(z.enum(['draft', 'private', 'public']), 'public')

export const productSchema = z.strictObject({
  id,
  ref,
  name: withDefault(z.string(), 'Team'),
  recurring: withDefault(z.boolean(), true),
  seat_based: withDefault(z.boolean(), true),
  amount: z.optional(z.int().check(z.minimum(0), z.maximum(maxAmount))),
  price: z.prefault(priceSchema, {}),
  visibility,
  archived: withDefault(z.boolean(), false),
  benefits: withDefault(
    z.array(z.strictObject({ id, ref, description: withDefault(z.string(), 'Benefit'), visibility })),
    [],
  ),
})

export const discountSchema = z
  .strictObject({
    id,
    ref,
    name: withDefault(z.string(), 'Discount'),
    type: z.enum(['percentage', 'fixed']),
    basis_points: z.optional(z.int().check(z.minimum(1), z.maximum(10_000))),
    amount: z.optional(z.int().check(z.minimum(0), z.maximum(maxAmount))),
    currency,
    duration: withDefault(z.enum(['once', 'forever', 'repeating']), 'forever'),
    duration_in_months: z.optional(z.int().check(z.minimum(1), z.maximum(999))),
  })
  .check(
    z.check(({ value, issues }) => {
      const requireField = (path: keyof typeof value, variant: string) => {
        if (value[path] !== undefined) return
        issues.push({ code: 'custom', path: [path], message: `A ${variant} discount needs ${path}.`, input: value })
      }
      requireField(value.type === 'percentage' ? 'basis_points' : 'amount', value.type)
      if (value.duration === 'repeating') requireField('duration_in_months', value.duration)
    }),
  )
