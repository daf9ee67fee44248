import { indexRoster, type CustomerSeat, type SeatsList, type SeatSource } from '@seats/core'
import { microseconds } from '../internal/microseconds.ts'
import { assignedAt } from '../lapses/assignment.ts'
import { causeOfRevoke, evidenceOf, type Evidence } from '../lapses/causeOfRevoke.ts'
import { lapsesOf } from '../lapses/lapsesOf.ts'
import { isEnded, latestOf } from '../lapses/Standing.ts'
import { assignmentKey, type RevokeNote, type Team } from './Team.ts'
import type { RecoveryPerson, SeatRecord } from './SeatRecord.ts'

/** What a recovery does for a person, or the reason why it does nothing. */
export type RecoveryAction =
  /** Gets the seat back at once, because they had claimed it. */
  | 'claim'
  /** Is invited again, because they had an invitation that had not expired. */
  | 'invite'
  /** Has a seat, and keeps it. */
  | 'seated'
  /** The invitation had expired. */
  | 'expired'
  /** Somebody revoked the seat during the lapse. */
  | 'revoked'
  /** Does not belong to the customer any more. */
  | 'left'
  /** Nothing shows why the seat was lost. A recovery does not restore it by itself. */
  | 'unsure'

export interface PlannedPerson {
  person: RecoveryPerson
  action: RecoveryAction
  /** The status of the seat that they had. */
  status: 'claimed' | 'pending'
  /** The time since which the person had the seat, as ISO text. */
  since: string
  metadata: Record<string, unknown> | null
}

/** The people of a team after a lapse. It is plain JSON. */
export interface RecoveryPlan {
  source: SeatSource
  /** Changes with anything that the plan says about people. */
  id: string
  /** Whether the subscription has ended. Then `restore` needs another source. */
  isEnded: boolean
  people: PlannedPerson[]
  availableSeats: number
  /** Whether there is a free seat for everybody whose action is `claim` or `invite`. */
  fits: boolean
  /** If not all fit: the keys of those who should get the free seats. Who had claimed comes first, then who was there longer. */
  suggestion: string[]
}

interface PlanParams {
  source: SeatSource
  team: Team
  /** Read a moment ago. */
  roster: SeatsList
  /** The keys of people who do not belong to the customer any more. */
  left: ReadonlySet<string>
}

/** Returns the plan for a team, from the notes about it and its roster. */
export function planRecovery({ source, team, roster, left }: PlanParams): RecoveryPlan {
  const evidence = evidenceOf(roster.seats, team.standings)
  const index = indexRoster(roster)
  const rows = new Map(roster.seats.map((seat) => [seat.id, seat]))
  const lapse = lapseTimes(team)
  const people = latestRecords(team.records).flatMap((record): PlannedPerson[] => {
    const { person, metadata, status } = record
    const since = team.sent.get(person.key)?.since ?? record.assignedAt
    const seated = index.find(recipientOf(person))
    const revoke = seated === undefined ? findRevoke(record, team, rows, evidence) : undefined
    if (!isPartOf(lapse, team.settledAt, seated, revoke)) return []
    const isLeft = left.has(person.key) && seated === undefined
    const isUnclear = seated === undefined && mayHaveLostAgain(person, team, roster)
    const action = isLeft ? 'left' : isUnclear ? 'unsure' : actionFor(record, seated, revoke)
    return [{ person, action, status, since: new Date(since / 1000).toISOString(), metadata }]
  })
  const wanted = people.filter(isWanted)
  const latest = latestOf(team.standings)
  return {
    source,
    id: fingerprint(people.map(({ person, action }) => `${person.key} ${action}`)),
    isEnded: latest !== undefined && isEnded(latest),
    people,
    availableSeats: roster.available_seats,
    fits: wanted.length <= roster.available_seats,
    suggestion: wanted.length <= roster.available_seats ? [] : suggest(wanted).slice(0, roster.available_seats),
  }
}

/** Returns whether a recovery seats this person by itself. */
export const isWanted = ({ action }: PlannedPerson): boolean => action === 'claim' || action === 'invite'

/** Returns the latest record of each person. Of one assignment, the claim is later than the invitation. */
function latestRecords(records: readonly SeatRecord[]): SeatRecord[] {
  const latest = new Map<string, SeatRecord>()
  for (const record of records) {
    const known = latest.get(record.person.key)
    const isLater =
      known === undefined ||
      record.assignedAt > known.assignedAt ||
      (record.assignedAt === known.assignedAt && record.status === 'claimed')
    if (isLater) latest.set(record.person.key, record)
  }
  return [...latest.values()].toSorted((a, b) => (a.person.key < b.person.key ? -1 : 1))
}

/** Names a person as Polar does: by member id, or by address in an organization without members. */
export const recipientOf = ({ member_id, email }: RecoveryPerson): { member_id: string } | { email: string } =>
  member_id === null ? { email: email ?? '' } : { member_id }

/** Finds out when and why a person lost a seat: by the event, or by the row if nobody else has got it since. */
function findRevoke(
  record: SeatRecord,
  { revokes, sweeps }: Team,
  rows: ReadonlyMap<string, CustomerSeat>,
  evidence: Evidence,
): RevokeNote | undefined {
  const noted = revokes.get(assignmentKey(record))
  const row = rows.get(record.seatId)
  const isOwnRow = row?.status === 'revoked' && assignedAt(row) === record.assignedAt
  const at = noted?.at ?? (isOwnRow ? microseconds(row.revoked_at ?? '') : undefined)
  if (at === undefined) return undefined
  if (noted !== undefined && noted.cause !== 'unknown') return noted
  const sweep = sweeps.find(({ from, to }) => from <= at && at <= to)
  return { at, cause: sweep?.cause ?? causeOfRevoke(at, evidence) }
}

function actionFor(
  { status, expiresAt }: SeatRecord,
  seated: CustomerSeat | undefined,
  revoke: RevokeNote | undefined,
): RecoveryAction {
  if (seated !== undefined) return 'seated'
  if (revoke === undefined || revoke.cause === 'unknown') return 'unsure'
  if (revoke.cause === 'person') return 'revoked'
  if (status === 'claimed') return 'claim'
  return expiresAt !== null && microseconds(expiresAt) <= revoke.at ? 'expired' : 'invite'
}

interface LapseTimes {
  from: number
  to: number
}

/** Returns the times of the latest lapse, or `undefined` if none is known. */
function lapseTimes({ standings }: Team): LapseTimes | undefined {
  const lapse = lapsesOf(standings).at(-1)
  return lapse && { from: microseconds(lapse.from), to: lapse.to === null ? Infinity : microseconds(lapse.to) }
}

/** Returns whether a person belongs into the plan: they lost a seat in a way that is not settled, or got one since. */
function isPartOf(
  lapse: LapseTimes | undefined,
  settledAt: number,
  seated: CustomerSeat | undefined,
  revoke: RevokeNote | undefined,
): boolean {
  const isOpen = lapse !== undefined && settledAt < lapse.from
  if (seated !== undefined) return isOpen && (assignedAt(seated) ?? 0) >= lapse.from
  // Nobody knows when the seat was lost.
  if (revoke === undefined) return isOpen
  if (revoke.at <= settledAt) return false
  return revoke.cause !== 'person' || (isOpen && lapse.from <= revoke.at && revoke.at <= lapse.to)
}

/**
 * Returns whether a recovery may have seated this person before a crash, and somebody has revoked that seat since: a row
 * was revoked that had been assigned after the call, and no event has told whose it was.
 */
function mayHaveLostAgain({ key }: RecoveryPerson, { records, sent }: Team, { seats }: SeatsList): boolean {
  const note = sent.get(key)
  if (note === undefined || note.seat !== undefined) return false
  const known = new Set(records.map(assignmentKey))
  return seats.some((seat) => {
    const start = assignedAt(seat)
    return (
      seat.status === 'revoked' &&
      start !== undefined &&
      start >= note.at &&
      !known.has(assignmentKey({ seatId: seat.id, assignedAt: start }))
    )
  })
}

/** Returns the keys of people in the order in which they should get free seats. */
const suggest = (people: readonly PlannedPerson[]): string[] =>
  people
    .toSorted((a, b) => Number(b.action === 'claim') - Number(a.action === 'claim') || (a.since < b.since ? -1 : 1))
    .map(({ person }) => person.key)

/** Returns a short text that differs for different lines (FNV-1a, 53 bits by two runs). It is no secret. */
function fingerprint(lines: readonly string[]): string {
  const text = lines.join('\n')
  const hash = (seed: number) => {
    let value = seed
    for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619)
    return (value >>> 0).toString(36)
  }
  return `${hash(2_166_136_261)}-${hash(84_696_351)}-${lines.length}`
}
