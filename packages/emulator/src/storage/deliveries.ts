import type { Database } from './Database.ts'

export type DeliveryStatus = 'pending' | 'succeeded' | 'failed'

export interface DeliveryRow {
  id: string
  endpoint_id: string
  webhook_id: string
  type: string
  url: string
  body: string
  status: DeliveryStatus
  attempts: number
  last_code: number | null
  next_attempt_at: number | null
}

type NewDelivery = Pick<DeliveryRow, 'id' | 'endpoint_id' | 'webhook_id' | 'type' | 'body' | 'next_attempt_at'>

export const deliveries = {
  /** An endpoint without an organization hears of all. */
  endpointsOf: (database: Database, organizationId: string) =>
    database.all<{ id: string }>(
      'SELECT id FROM webhook_endpoints WHERE organization_id = ? OR organization_id IS NULL',
      organizationId,
    ),

  all: (database: Database) =>
    database.all<DeliveryRow>(
      `SELECT deliveries.*, url FROM deliveries JOIN webhook_endpoints ON webhook_endpoints.id = endpoint_id ORDER BY number`,
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
}
