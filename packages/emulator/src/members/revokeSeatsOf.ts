import { revokeSeat } from '../domain/seats/revokeSeat.ts'
import type { RuleContext } from '../domain/context/RuleContext.ts'
import type { MemberRow } from '../storage/database/rows.ts'
import { seats } from '../storage/seats/seats.ts'
import { sources } from '../storage/seats/sources.ts'

/**
 * Revokes the seats of a removed member. If the organization does not have seat-based pricing, the member keeps the
 * seats, because the real server's job fails then.
 */
export function revokeSeatsOf(ruleContext: RuleContext, member: MemberRow): void {
  for (const seat of seats.ofMember(ruleContext.database, member.id)) {
    const source = sources.byId(ruleContext.database, seat.source_id)
    if (source?.seat_based_pricing_enabled) revokeSeat(ruleContext, source, seat)
  }
}
