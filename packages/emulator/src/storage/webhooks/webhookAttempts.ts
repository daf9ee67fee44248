import type { Database } from '../database/Database.ts'
import type { Delivery } from './deliveries.ts'

/** One attempt to deliver a webhook. */
interface WebhookAttempt {
  id: string
  delivery_id: string
  http_code: number | null
  response: string | null
  created_at: number
}

/** An attempt with the delivery that it belongs to. */
export interface AttemptWithDelivery
  extends
    WebhookAttempt,
    Pick<Delivery, 'endpoint_id' | 'webhook_id' | 'type' | 'body' | 'status' | 'attempts' | 'last_code'> {
  delivery_created_at: number
  last_attempt_at: number
}

export const webhookAttempts = {
  insert(database: Database, attempt: WebhookAttempt): void {
    database.insert('webhook_attempts', attempt)
  },

  /** Newest first. */
  ofOrganization: (database: Database, organizationId: string) =>
    database.all<AttemptWithDelivery>(
      `SELECT webhook_attempts.*, endpoint_id, webhook_id, type, body, status, attempts, last_code,
          deliveries.created_at AS delivery_created_at,
          max(webhook_attempts.created_at) OVER (PARTITION BY delivery_id) AS last_attempt_at
        FROM webhook_endpoints
        JOIN deliveries ON deliveries.endpoint_id = webhook_endpoints.id
        JOIN webhook_attempts ON delivery_id = deliveries.id
        WHERE organization_id = ? ORDER BY webhook_attempts.created_at DESC, webhook_attempts.number DESC`,
      organizationId,
    ),
}
