import type { CustomerSeat, SeatSource } from '@seats/core'
import { parseJson } from '../internal/parseJson.ts'
import { namesOf } from '../rosterIndex/indexFields.ts'
import { nameKey, nameKinds, type NameKind, type SeatPerson } from '../rosterIndex/SeatPerson.ts'
import { eventText } from './SeatsEvent.ts'

/**
 * Creates a filter of a source's events for a person who may not list the roster. Replaces an event about this person
 * with one that only says that something has changed. Drops all other events.
 */
export function createOwnEventFilter(source: SeatSource, person: SeatPerson): (message: string) => string | undefined {
  const kind = nameKinds.find((kind) => person[kind])
  const name = kind && nameKey[kind](person[kind] ?? '')
  const changed = eventText({ event: 'changed', data: source })
  return (message) => (kind && name === namesIn(message)?.[kind] ? changed : undefined)
}

type Names = Record<NameKind, string | null>

let last: { message: string; names: Names | undefined } | undefined

/**
 * Returns the names of the person whom an event is about. Keeps the last result, because many streams get the same
 * message.
 */
function namesIn(message: string): Names | undefined {
  if (last?.message !== message) last = { message, names: readNames(message) }
  return last.names
}

function readNames(message: string): Names | undefined {
  if (!message.startsWith('event: seat\n')) return undefined
  // Only `publishSeat` sends this event, so its data is a seat.
  const seat = parseJson(message.slice(message.indexOf('data: ') + 6)) as CustomerSeat
  const names = namesOf(seat)
  const keyOf = (kind: NameKind) => (names[kind] ? nameKey[kind](names[kind]) : null)
  return { member_id: keyOf('member_id'), external_member_id: keyOf('external_member_id'), email: keyOf('email') }
}
