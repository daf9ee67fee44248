import type { SeatOccupantRef } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'
import { invalid } from './refusals.ts'

/**
 * Reads the header that says whom a change of a seat means. Returns `undefined` if there is none, and `null` for nobody.
 * Core's client always sends the kind (`email=ada%40example.com`); a header that is written by hand may leave it out.
 *
 * @throws Refusal with status 422 for what names nobody, or more than one person
 */
export function readOccupant(request: Request): SeatOccupantRef | undefined {
  const header = request.headers.get('seats-occupant') ?? ''
  if (header === '') return undefined
  if (header === 'nobody') return null
  // A header that is sent twice arrives as one, joined by a comma.
  const [, kind, text = ''] = /^(?:(\w+)=)?([^\s,=]+)$/.exec(header) ?? []
  const value = decode(text)
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
        ['header', 'seats-occupant'],
        'Seats-Occupant should be member_id=…, external_member_id=…, email=… or customer_id=…, percent-encoded, or nobody',
      )
  }
}

function kindOf(value: string): string {
  if (parseUuid(value) !== undefined) return 'member_id'
  return value.includes('@') ? 'email' : 'external_member_id'
}

/** Returns an empty text for what is not percent-encoded UTF-8. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
