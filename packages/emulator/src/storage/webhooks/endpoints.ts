import { randomBytes, randomUUID } from 'node:crypto'
import { usualKeyKind, type WebhookKeyKind } from '../../webhooks/contract/webhookKey.ts'
import type { Database } from '../database/Database.ts'

export interface EndpointRow {
  id: string
  /** Null if the endpoint gets the events of every organization. */
  organization_id: string | null
  url: string
  secret: string
  /** How the key of the signature is made from the secret. */
  key: WebhookKeyKind
  /** A JSON list of kinds of events. Null means every kind. */
  events: string | null
  enabled: number
  name: string | null
  format: string
  created_at: number
  modified_at: number | null
}

type NewEndpoint = Pick<EndpointRow, 'organization_id' | 'url' | 'created_at'> &
  Partial<Pick<EndpointRow, 'id' | 'secret' | 'key' | 'events' | 'name' | 'format'>>

export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`

export const endpoints = {
  byId: (database: Database, id: string) =>
    database.get<EndpointRow>('SELECT * FROM webhook_endpoints WHERE id = ?', id),

  /** Returns the endpoints of an organization, newest first. */
  ofOrganization: (database: Database, organizationId: string) =>
    database.all<EndpointRow>(
      'SELECT * FROM webhook_endpoints WHERE organization_id = ? ORDER BY created_at DESC, rowid DESC',
      organizationId,
    ),

  all: (database: Database) => database.all<EndpointRow>('SELECT * FROM webhook_endpoints ORDER BY rowid'),

  /** Returns the enabled endpoints that get the events of an organization. */
  enabledFor: (database: Database, organizationId: string) =>
    database.all<Pick<EndpointRow, 'id' | 'events'>>(
      'SELECT id, events FROM webhook_endpoints WHERE (organization_id = ? OR organization_id IS NULL) AND enabled = 1 ORDER BY rowid',
      organizationId,
    ),

  /** Adds an endpoint and returns it. If the endpoint has no secret, makes a secret. */
  insert(database: Database, endpoint: NewEndpoint): EndpointRow {
    const secret = endpoint.secret ?? newSecret()
    const row: EndpointRow = {
      id: randomUUID(),
      key: usualKeyKind(secret),
      events: null,
      name: null,
      format: 'raw',
      ...endpoint,
      secret,
      enabled: 1,
      modified_at: null,
    }
    database.insert('webhook_endpoints', row)
    return row
  },

  update(database: Database, endpoint: EndpointRow): void {
    database.update('webhook_endpoints', endpoint)
  },

  remove(database: Database, id: string): void {
    database.run('DELETE FROM deliveries WHERE endpoint_id = ?', id)
    database.run('DELETE FROM webhook_endpoints WHERE id = ?', id)
  },

  /**
   * Removes the endpoints that come from the command line or `startEmulator`, and their deliveries. These endpoints
   * belong to no organization, and exist for a single run.
   */
  removeShared(database: Database): void {
    database.run(
      'DELETE FROM deliveries WHERE endpoint_id IN (SELECT id FROM webhook_endpoints WHERE organization_id IS NULL)',
    )
    database.run('DELETE FROM webhook_endpoints WHERE organization_id IS NULL')
  },
}
