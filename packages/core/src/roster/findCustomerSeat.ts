import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatRecipient } from '../schemas/SeatRecipient.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import { assignedAt } from './assignedAt.ts'
import { plainId } from './plainId.ts'

/**
 * Finds the seat that the person with this customer id has got since `sinceMs`. Returns undefined if several rows could
 * be theirs. This works only without Polar's member model. With the member model, every row has the id of the paying
 * customer.
 *
 * @param sinceMs A time of the server's clock, in milliseconds since 1970.
 * @param takenIds The ids of seats that other people are known to have.
 */
export function findCustomerSeat(
  { seats }: SeatsList,
  { customer_id }: SeatRecipient,
  sinceMs: number,
  takenIds: ReadonlySet<string | undefined>,
): CustomerSeat | undefined {
  if (!customer_id) return undefined
  const wantedId = plainId(customer_id)
  const [seat, secondMatch] = seats.filter((row) => {
    const isTheirs = row.customer_id !== null && plainId(row.customer_id) === wantedId
    return isTheirs && (assignedAt(row) ?? -Infinity) >= sinceMs && !takenIds.has(row.id)
  })
  return secondMatch === undefined ? seat : undefined
}
