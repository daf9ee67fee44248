import type { Database } from './Database.ts'
import { listOrder } from './listOrder.ts'

// Tables with references come before the tables that they refer to.
const tables = [
  'emails',
  'sessions',
  'benefit_grants',
  'benefits',
  'seats',
  'billing_orders',
  'billing_entries',
  'pending_updates',
  'subscriptions',
  'sources',
  'members',
  'balances',
  'customers',
  'discounts',
  'prices',
  'products',
  'tokens',
  'organizations',
]

/** Deletes all data except the clock and the endpoints that belong to no organization. */
export function clearDatabase(database: Database): void {
  database.run('DELETE FROM refs')
  database.run('DELETE FROM marks')
  listOrder.set(database, '')
  database.run('DELETE FROM deliveries')
  // Endpoints without an organization come from the command line or from `startEmulator`.
  database.run('DELETE FROM webhook_endpoints WHERE organization_id IS NOT NULL')
  for (const table of tables) database.run(`DELETE FROM ${table}`)
}
