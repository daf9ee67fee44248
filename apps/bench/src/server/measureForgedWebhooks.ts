import { createHmac, randomBytes } from 'node:crypto'
import { createSeatsWebhookHandler, memoryStore } from '@seats/server'
import { Webhook } from 'standardwebhooks'
import { compare } from '../figures/compare.ts'
import { ratio, type Figure } from '../figures/Figure.ts'

/** A body of the largest size that the handler reads. */
const body = new Uint8Array(randomBytes(524_288))

/**
 * Measures how long it takes to refuse a large webhook with a wrong signature: for a new endpoint, and for one whose
 * secret is being replaced.
 */
export async function measureForgedWebhooks(): Promise<Figure[]> {
  return [await measureRefusal(1, false), await measureRefusal(2, true), await measureRefusal(3, true)]
}

async function measureRefusal(secretCount: number, haveAllSigned: boolean): Promise<Figure> {
  const key = randomBytes(32)
  // A secret that has not signed anything yet can be read as a key in two ways, and both have to be tried.
  const secrets = Array.from({ length: secretCount }, () => `whsec_${randomBytes(32).toString('base64')}`)
  const handler = createSeatsWebhookHandler({ secret: secrets, store: memoryStore() })
  if (haveAllSigned) for (const secret of secrets) await handler(createSignedRequest(secret))
  const readAndHash = async () => {
    const chunks: Uint8Array[] = []
    for await (const chunk of createForgedRequest().body ?? []) chunks.push(chunk)
    createHmac('sha256', key).update(Buffer.concat(chunks)).digest()
  }
  const refuse = async () => {
    const { status } = await handler(createForgedRequest())
    if (status !== 401) throw new Error(`A forged webhook was answered with ${status}.`)
  }
  const times = await compare({ readAndHash, refuse }, 200)
  return ratio(
    'refusing a forged webhook of 512 kB, compared with reading it and one HMAC',
    { ours: times.refuse, other: times.readAndHash },
    {
      conditions: `${secretCount} secrets${haveAllSigned ? ' that have signed before' : ''}, in process`,
      bound: { atMost: 3 },
    },
  )
}

function createSignedRequest(secret: string): Request {
  const now = new Date()
  const headers = {
    'webhook-id': secret,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(secret, now, '{"type":"ping"}'),
  }
  return new Request('https://app.example.com/hooks', { method: 'POST', body: '{"type":"ping"}', headers })
}

const createForgedRequest = () =>
  new Request('https://app.example.com/hooks', {
    method: 'POST',
    body,
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
      'webhook-signature': `v1,${randomBytes(32).toString('base64')}`,
    },
  })
