import type { SeatOccupantRef } from '@seats/core'
import { decodePercent } from '../internal/decodePercent.ts'
import { parseUuid } from '../internal/parseUuid.ts'
import { invalid } from './refusals.ts'

/**
 * Reads the header `Seats-Occupant`, which names the occupant whom a change of a seat means. Returns `undefined`
 * without the header, and `null` if the header is `nobody`. Core's client always sends the kind of identifier
 * (`email=ada%40example.com`). A header that is written by hand may lack the kind.
 *
 * @throws Refusal with status 422 if the header cannot be understood, or names more than one person.
 */
export function readOccupant(request: Request): SeatOccupantRef | undefined {
  const header = request.headers.get('seats-occupant') ?? ''
  if (header === '') return undefined
  if (header === 'nobody') return null
  // If the header is sent twice, both values arrive joined by a comma. The pattern does not match a comma, so they are
  // refused.
  const [, kind, text = ''] = /^(?:(\w+)=)?([^\s,=]+)$/.exec(header) ?? []
  const value = decodePercent(text) ?? ''
  switch (value && (kind ?? kindOf(value))) {
    case 'member_id':
      return { member_id: value }
    case 'external_member_id':
      return { external_member_id: value }
    case 'email':
      return { email: value }
    case 'customer_id':
      return { customer_id: value }
    default:
      throw invalid(
        'invalid',
        ['header', 'seats-occupant'],
        'Seats-Occupant should be member_id=…, external_member_id=…, email=… or customer_id=…, percent-encoded, or nobody',
      )
  }
}

function kindOf(value: string): string {
  if (parseUuid(value) !== undefined) return 'member_id'
  return value.includes('@') ? 'email' : 'external_member_id'
}
