import type { WebhookKeyKind } from '../../webhooks/contract/webhookKey.ts'
import type { Database } from '../database/Database.ts'

export type DeliveryStatus = 'pending' | 'succeeded' | 'failed' | 'skipped'

/** A webhook for one endpoint. Its times are microseconds of the emulator's clock. */
export interface Delivery {
  /** Grows with each webhook that is created. */
  number: number
  id: string
  endpoint_id: string
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
  created_at: number
}

type NewDelivery = Pick<Delivery, 'id' | 'endpoint_id' | 'webhook_id' | 'type' | 'body' | 'created_at'>
type Outcome = Pick<Delivery, 'status' | 'attempts' | 'last_code' | 'next_attempt_at'>

const select = `SELECT deliveries.*, url, secret, key FROM deliveries
  JOIN webhook_endpoints ON webhook_endpoints.id = endpoint_id`

export const deliveries = {
  /** Oldest first. */
  all: (database: Database) => database.all<Delivery>(`${select} ORDER BY number`),

  byId: (database: Database, id: string) => database.get<Delivery>(`${select} WHERE deliveries.id = ?`, id),

  /** Returns the delivery with this `webhook-id` to an endpoint of an organization. */
  byWebhookId: (database: Database, organizationId: string, webhookId: string) =>
    database.get<Delivery>(
      `SELECT deliveries.*, url, secret, key FROM webhook_endpoints
        JOIN deliveries ON deliveries.endpoint_id = webhook_endpoints.id
        WHERE organization_id = ? AND webhook_id = ?`,
      organizationId,
      webhookId,
    ),

  /** Returns the webhooks of an endpoint that were never tried, oldest first. */
  untried: (database: Database, endpointId: string, { limit, offset }: { limit: number; offset: number }) =>
    database.all<Delivery>(
      `${select} WHERE endpoint_id = ? AND attempts = 0 AND status = 'pending' ORDER BY number LIMIT ? OFFSET ?`,
      endpointId,
      limit,
      offset,
    ),

  countUntried: (database: Database, endpointId: string): number =>
    database.get<{ count: number }>(
      `SELECT count(*) AS count FROM deliveries WHERE endpoint_id = ? AND attempts = 0 AND status = 'pending'`,
      endpointId,
    )?.count ?? 0,

  /** Returns the webhooks whose next attempt is due. First attempts are not among them. */
  dueRetries: (database: Database, now: number) =>
    database.all<Delivery>(
      `${select} WHERE next_attempt_at IS NOT NULL AND attempts > 0 AND next_attempt_at <= ? ORDER BY next_attempt_at`,
      now,
    ),

  /** Returns the earliest time of a next attempt that is not due yet. First attempts do not count. */
  nextRetryTime: (database: Database, now: number) =>
    database.get<{ at: number }>(
      `SELECT next_attempt_at AS at FROM deliveries
        WHERE next_attempt_at IS NOT NULL AND attempts > 0 AND next_attempt_at > ? ORDER BY next_attempt_at LIMIT 1`,
      now,
    )?.at,

  /** Returns the statuses of an endpoint's newest deliveries that have succeeded or failed. */
  newestEndedStatuses: (database: Database, endpointId: string, limit: number) =>
    database.all<{ status: DeliveryStatus }>(
      `SELECT status FROM deliveries WHERE endpoint_id = ? AND status IN ('succeeded', 'failed') ORDER BY number DESC LIMIT ?`,
      endpointId,
      limit,
    ),

  insert(database: Database, created: readonly NewDelivery[]): void {
    database.runForAll(
      (count) =>
        `INSERT INTO deliveries VALUES ${Array(count).fill(`(NULL, ?, ?, ?, ?, ?, 'pending', 0, NULL, ?, ?)`)}`,
      created.map(({ id, endpoint_id, webhook_id, type, body, created_at }) => [
        id,
        endpoint_id,
        webhook_id,
        type,
        body,
        created_at,
        created_at,
      ]),
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

  /** Skips the webhooks that wait for an endpoint that was switched off. */
  skipPending(database: Database, endpointId: string): void {
    database.run(
      `UPDATE deliveries SET status = 'skipped', next_attempt_at = NULL WHERE endpoint_id = ? AND status = 'pending'`,
      endpointId,
    )
  },
}
