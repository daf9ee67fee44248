import { randomUUID } from 'node:crypto'
import type { Context } from '../../domain/context/Context.ts'
import { customers } from '../../storage/people/customers.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { members } from '../../storage/people/members.ts'
import { outbox } from '../../storage/people/outbox.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'

/** Sends an email to the customer, and to the owner and billing managers of a team. Each address gets one email. */
export function mailCustomer({ database, clock }: Context, customerId: string, subject: string): void {
  const customer = customers.byId(database, customerId)
  if (!customer) return
  for (const recipient of recipientsOf({ database }, customer)) {
    outbox.insert(database, {
      id: randomUUID(),
      recipient,
      subject,
      claim_url: null,
      seat_id: null,
      sent_at: clock.now(),
    })
  }
}

function recipientsOf({ database }: Pick<Context, 'database'>, customer: CustomerRow): ReadonlySet<string> {
  const isDeleted = stateMarks.has(database, customer.id, 'deleted')
  const team = customer.type === 'team' && !isDeleted ? members.ofCustomer(database, customer.id).toReversed() : []
  return new Set([
    ...(customer.email === null ? [] : [customer.email]),
    ...team.filter(({ role }) => role !== 'member').map(({ email }) => email),
  ])
}
