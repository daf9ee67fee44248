import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { assignedAt } from './assignedAt.ts'
import { plainId } from './plainId.ts'

/**
 * Returns the seat that somebody named by a customer id was given since a time, if only one row can be theirs.
 *
 * A roster does not tell customer ids in general: under the member model every row has the purchaser's.
 *
 * @param sinceMs milliseconds, on the server's clock
 * @param takenIds seats that are known to be another's
 */
export function findCustomerSeat(
  { seats }: SeatsList,
  { customer_id }: SeatRecipient,
  sinceMs: number,
  takenIds: ReadonlySet<string | undefined>,
): CustomerSeat | undefined {
  if (!customer_id) return undefined
  const id = plainId(customer_id)
  const [seat, another] = seats.filter((row) => {
    const isTheirs = row.customer_id !== null && plainId(row.customer_id) === id
    return isTheirs && (assignedAt(row) ?? -Infinity) >= sinceMs && !takenIds.has(row.id)
  })
  return another === undefined ? seat : undefined
}
