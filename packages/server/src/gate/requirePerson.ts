import { SeatsError, type SeatSource } from '@seats/core'
import { normalizeSource } from '../contract/normalizeSource.ts'
import { sourceKey } from '../contract/sourceKey.ts'
import { isObject } from '../internal/isObject.ts'
import { kindsByStrength, type SeatPerson } from '../rosterIndex/SeatPerson.ts'

/**
 * Returns the person. An identifier may be null.
 *
 * @throws SeatsError `RequestValidationError` if the value has none of the three identifiers, or if one of them is
 * not a text.
 */
export function requirePerson(person: SeatPerson): SeatPerson {
  let isNamed = false
  for (const kind of isObject(person) ? kindsByStrength : []) {
    const identifier: unknown = person[kind]
    if (identifier !== undefined && identifier !== null && typeof identifier !== 'string') throw noPerson()
    isNamed ||= kind in person
  }
  if (!isNamed) throw noPerson()
  return person
}

/**
 * Returns the sources as a list.
 *
 * @throws SeatsError `RequestValidationError` if one of them is not a source.
 */
export function requireSources(sources: SeatSource | readonly SeatSource[]): SeatSource[] {
  return [sources].flat().map((source) => {
    if (isObject(source) && sourceKey(source as SeatSource) !== undefined) return normalizeSource(source as SeatSource)
    throw invalid('This is not a source. Give `{ subscription_id }` or `{ order_id }` with a UUID.')
  })
}

const noPerson = () =>
  invalid('This names no person. Give `{ member_id }`, `{ external_member_id }` or a verified `{ email }`.')

const invalid = (detail: string) => new SeatsError({ code: 'RequestValidationError', detail })
