import { createHmac, randomBytes } from 'node:crypto'
import { createSeatsWebhookHandler, memoryStore } from '@seats/server'
import { Webhook } from 'standardwebhooks'
import { compare, median } from '../measure.ts'

/** A body of the largest size that the handler reads. */
const body = new Uint8Array(randomBytes(524_288))

/** The time that a forged webhook may take, as a multiple of reading the body and one HMAC. */
const maxRatio = 3

export interface ForgedWebhook {
  secrets: number
  'have signed before': boolean
  'reading and one HMAC, ms': string
  '@seats/server, ms': string
  ratio: string
}

/**
 * Measures how long it takes to refuse a large webhook with a wrong signature: for a new endpoint, and for one whose
 * secret is being replaced. Throws if it takes more than `maxRatio`.
 */
export async function measureForgedWebhooks(): Promise<ForgedWebhook[]> {
  return [await measureRefusal(1, false), await measureRefusal(2, true), await measureRefusal(3, true)]
}

async function measureRefusal(secrets: number, haveAllSigned: boolean): Promise<ForgedWebhook> {
  const key = randomBytes(32)
  // A secret that has not signed anything yet can be read as a key in two ways, and both have to be tried.
  const allSecrets = Array.from({ length: secrets }, () => `whsec_${randomBytes(32).toString('base64')}`)
  const handler = createSeatsWebhookHandler({ secret: allSecrets, store: memoryStore() })
  if (haveAllSigned) for (const secret of allSecrets) await handler(signed(secret))
  const readAndHash = async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of forged().body ?? []) chunks.push(chunk)
    createHmac('sha256', key).update(Buffer.concat(chunks)).digest()
  }
  const refuse = async () => {
    const { status } = await handler(forged())
    if (status !== 401) throw new Error(`A forged webhook was answered with ${status}.`)
  }
  const times = await compare({ readAndHash, refuse }, 200)
  const ratio = median(times.refuse) / median(times.readAndHash)
  if (ratio > maxRatio) {
    throw new Error(`A forged webhook takes ${ratio.toFixed(2)}× reading it and one HMAC, not ≤ ${maxRatio}×`)
  }
  return {
    secrets,
    'have signed before': haveAllSigned,
    'reading and one HMAC, ms': median(times.readAndHash).toFixed(2),
    '@seats/server, ms': median(times.refuse).toFixed(2),
    ratio: `${ratio.toFixed(2)}×`,
  }
}

function signed(secret: string): Request {
  const now = new Date()
  const headers = {
    'webhook-id': secret,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(secret, now, '{"type":"ping"}'),
  }
  return new Request('https://app.example.com/hooks', { method: 'POST', body: '{"type":"ping"}', headers })
}

const forged = () =>
  new Request('https://app.example.com/hooks', {
    method: 'POST',
    body,
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': `v1,${randomBytes(32).toString('base64')}`,
    },
  })
