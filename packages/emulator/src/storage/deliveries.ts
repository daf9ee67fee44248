import type { WebhookKeyKind } from '../webhooks/webhookKey.ts'
import type { Database } from './Database.ts'

export type DeliveryStatus = 'pending' | 'succeeded' | 'failed'

/** A webhook for an endpoint; its times are real milliseconds. */
export interface Delivery {
  id: string
  webhook_id: string
  type: string
  url: string
  secret: string
  key: WebhookKeyKind
  body: string
  status: DeliveryStatus
  attempts: number
  last_code: number | null
  next_attempt_at: number | null
}

type NewDelivery = Pick<Delivery, 'id' | 'webhook_id' | 'type' | 'body' | 'next_attempt_at'> & { endpoint_id: string }
type Outcome = Pick<Delivery, 'status' | 'attempts' | 'last_code' | 'next_attempt_at'>

const select = `SELECT deliveries.*, url, secret, key FROM deliveries
  JOIN webhook_endpoints ON webhook_endpoints.id = endpoint_id`

export const deliveries = {
  /** An endpoint without an organization hears of all. */
  endpointsOf: (database: Database, organizationId: string) =>
    database.all<{ id: string }>(
      'SELECT id FROM webhook_endpoints WHERE organization_id = ? OR organization_id IS NULL',
      organizationId,
    ),

  /** Oldest first. */
  all: (database: Database) => database.all<Delivery>(`${select} ORDER BY number`),

  byId: (database: Database, id: string) => database.get<Delivery>(`${select} WHERE deliveries.id = ?`, id),

  /** Those still to be sent, the one that is due first first. */
  waiting: (database: Database) =>
    database.all<Delivery & { next_attempt_at: number }>(
      `${select} WHERE next_attempt_at IS NOT NULL ORDER BY next_attempt_at, number`,
    ),

  insert(database: Database, delivery: NewDelivery): void {
    database.run(
      `INSERT INTO deliveries VALUES (NULL, ?, ?, ?, ?, ?, 'pending', 0, NULL, ?)`,
      delivery.id,
      delivery.endpoint_id,
      delivery.webhook_id,
      delivery.type,
      delivery.body,
      delivery.next_attempt_at,
    )
  },

  record(database: Database, id: string, outcome: Outcome): void {
    database.run(
      'UPDATE deliveries SET status = ?, attempts = ?, last_code = ?, next_attempt_at = ? WHERE id = ?',
      outcome.status,
      outcome.attempts,
      outcome.last_code,
      outcome.next_attempt_at,
      id,
    )
  },
}
