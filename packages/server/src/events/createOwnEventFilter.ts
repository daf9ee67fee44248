import type { CustomerSeat, SeatSource } from '@seats/core'
import { parseJson } from '../internal/parseJson.ts'
import { identifiersOf } from '../rosterIndex/indexFields.ts'
import { identifierKey, kindsByStrength, type IdentifierKind, type SeatPerson } from '../rosterIndex/SeatPerson.ts'
import { eventText } from './SeatsEvent.ts'

/**
 * Creates a filter for the events of a source, for a person who may not list the roster. The filter replaces an event
 * about this person's seat by the event `changed`, which contains no seat, and drops all other events.
 */
export function createOwnEventFilter(source: SeatSource, person: SeatPerson): (message: string) => string | undefined {
  const kind = kindsByStrength.find((kind) => person[kind])
  const identifier = kind && identifierKey[kind](person[kind] ?? '')
  const changed = eventText({ event: 'changed', data: source })
  return (message) => (kind && identifier === identifiersIn(message)?.[kind] ? changed : undefined)
}

type Identifiers = Record<IdentifierKind, string | null>

let lastRead: { message: string; identifiers: Identifiers | undefined } | undefined

/**
 * Returns the identifiers of the person whom an event is about. Keeps the last result, because many streams get the
 * same message.
 */
function identifiersIn(message: string): Identifiers | undefined {
  if (lastRead?.message !== message) lastRead = { message, identifiers: readIdentifiers(message) }
  return lastRead.identifiers
}

function readIdentifiers(message: string): Identifiers | undefined {
  if (!message.startsWith('event: seat\n')) return undefined
  // Only `publishSeat` sends this event, so its data is a seat.
  const seat = parseJson(message.slice(message.indexOf('data: ') + 6)) as CustomerSeat
  const identifiers = identifiersOf(seat)
  const keyOf = (kind: IdentifierKind) => (identifiers[kind] ? identifierKey[kind](identifiers[kind]) : null)
  return { member_id: keyOf('member_id'), external_member_id: keyOf('external_member_id'), email: keyOf('email') }
}
