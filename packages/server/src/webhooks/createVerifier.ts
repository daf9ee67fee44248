import { SeatsError } from '@seats/core'
import { Webhook, WebhookVerificationError } from 'standardwebhooks'

/** Whether a delivery is signed with any of the secrets, and not more than five minutes old. */
export type Verify = (body: string, headers: Headers) => boolean

/** @throws SeatsError `ConfigurationError` for a secret that cannot be one */
export function createVerifier(secrets: readonly string[]): Verify {
  const webhooks = secrets.map(toWebhook)
  if (webhooks.length === 0) throw misconfigured()
  return (body, headers) => {
    const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature']
    const given = Object.fromEntries(names.map((name) => [name, headers.get(name) ?? '']))
    return webhooks.some((webhook) => isSigned(webhook, body, given))
  }
}

function isSigned(webhook: Webhook, body: string, headers: Record<string, string>): boolean {
  try {
    webhook.verify(body, headers, { jsonParse: false })
    return true
  } catch (error) {
    if (error instanceof WebhookVerificationError) return false
    throw error
  }
}

/** Two kinds of key are in use: a newer secret holds one in base64, an older one is the key, as it stands. */
function toWebhook(secret: string): Webhook {
  if (typeof secret !== 'string' || secret.trim() === '') throw misconfigured()
  if (!secret.startsWith('whsec_')) return new Webhook(new TextEncoder().encode(secret), { format: 'raw' })
  try {
    return new Webhook(secret)
  } catch {
    throw misconfigured()
  }
}

const misconfigured = () =>
  new SeatsError({
    code: 'ConfigurationError',
    detail: 'The webhook secret is missing or cut off. Copy it from the endpoint in your Polar settings.',
  })
