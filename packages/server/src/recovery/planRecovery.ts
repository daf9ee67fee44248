import { indexRoster, type SeatsList, type SeatSource } from '@seats/core'
import { evidenceOf } from '../lapses/causeOfRevoke.ts'
import { isEnded, latestOf } from '../lapses/SubscriptionState.ts'
import { fingerprint } from './fingerprint.ts'
import { actionFor, findRevoke, belongsInPlan, lapseTimes, mayHaveLostAgain } from './losses.ts'
import { isWanted, type PlannedPerson, type RecoveryPlan } from './RecoveryPlan.ts'
import type { RecoveryPerson, SeatRecord } from './SeatRecord.ts'
import type { Team } from './Team.ts'

interface PlanParams {
  source: SeatSource
  team: Team
  /** The roster, which was just read. */
  roster: SeatsList
  /** The keys of people who are no longer members of the paying customer. */
  formerMemberKeys: ReadonlySet<string>
}

/** Returns the plan for a team, from the notes about it and its roster. */
export function planRecovery({ source, team, roster, formerMemberKeys }: PlanParams): RecoveryPlan {
  const evidence = evidenceOf(roster.seats, team.subscriptionStates)
  const index = indexRoster(roster)
  const rows = new Map(roster.seats.map((seat) => [seat.id, seat]))
  const lapse = lapseTimes(team)
  const people = latestRecords(team.records).flatMap((record): PlannedPerson[] => {
    const { person, metadata, status } = record
    const since = team.sent.get(person.key)?.since ?? record.assignedAt
    const currentSeat = index.find(recipientOf(person))
    const revoke = currentSeat === undefined ? findRevoke(record, team, rows, evidence) : undefined
    if (!belongsInPlan(lapse, team.settledAt, currentSeat, revoke)) return []
    const isFormerMember = formerMemberKeys.has(person.key) && currentSeat === undefined
    const isUnclear = currentSeat === undefined && mayHaveLostAgain(person, team, roster)
    const action = isFormerMember ? 'left' : isUnclear ? 'unsure' : actionFor(record, currentSeat, revoke)
    return [{ person, action, status, since: new Date(since / 1000).toISOString(), metadata }]
  })
  const wantedPeople = people.filter(isWanted)
  const fits = wantedPeople.length <= roster.available_seats
  const latest = latestOf(team.subscriptionStates)
  return {
    source,
    id: fingerprint(people.map(({ person, action }) => `${person.key} ${action}`)),
    isEnded: latest !== undefined && isEnded(latest),
    people,
    availableSeats: roster.available_seats,
    fits,
    suggestion: fits ? [] : suggest(wantedPeople).slice(0, roster.available_seats),
  }
}

/**
 * Returns the latest record of each person. For one assignment, the record of the claim is later than that of the
 * invitation.
 */
function latestRecords(records: readonly SeatRecord[]): SeatRecord[] {
  const latest = new Map<string, SeatRecord>()
  for (const record of records) {
    const previous = latest.get(record.person.key)
    const isLater =
      previous === undefined ||
      record.assignedAt > previous.assignedAt ||
      (record.assignedAt === previous.assignedAt && record.status === 'claimed')
    if (isLater) latest.set(record.person.key, record)
  }
  return [...latest.values()].toSorted((a, b) => (a.person.key < b.person.key ? -1 : 1))
}

/** Returns the recipient for a person: the member id, or the address if the person has no member id. */
export const recipientOf = ({ member_id, email }: RecoveryPerson): { member_id: string } | { email: string } =>
  member_id === null ? { email: email ?? '' } : { member_id }

/** Returns the keys of people in the order in which they should get free seats. */
const suggest = (people: readonly PlannedPerson[]): string[] =>
  people
    .toSorted((a, b) => Number(b.action === 'claim') - Number(a.action === 'claim') || (a.since < b.since ? -1 : 1))
    .map(({ person }) => person.key)
