import { randomBytes, randomUUID } from 'node:crypto'
import { usualKeyKind, type WebhookKeyKind } from '../webhooks/webhookKey.ts'
import type { Database } from './Database.ts'

export const endpoints = {
  /** Returns the secret, made where none is given. */
  insert(
    database: Database,
    endpoint: { id?: string; organizationId: string | null; url: string; secret?: string; key?: WebhookKeyKind },
  ): string {
    const secret = endpoint.secret ?? `whsec_${randomBytes(32).toString('base64')}`
    database.run(
      'INSERT INTO webhook_endpoints (id, organization_id, url, secret, key) VALUES (?, ?, ?, ?, ?)',
      endpoint.id ?? randomUUID(),
      endpoint.organizationId,
      endpoint.url,
      secret,
      endpoint.key ?? usualKeyKind(secret),
    )
    return secret
  },

  /** Those of the command line belong to no organization, and to no run but the one that they were given to. */
  removeShared(database: Database): void {
    database.run(
      'DELETE FROM deliveries WHERE endpoint_id IN (SELECT id FROM webhook_endpoints WHERE organization_id IS NULL)',
    )
    database.run('DELETE FROM webhook_endpoints WHERE organization_id IS NULL')
  },
}
