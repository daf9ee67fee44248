import { Agent, get, type IncomingMessage } from 'node:http'
import { Webhook } from 'standardwebhooks'

/** Browsers with an event stream each, and when each last saw an event. */
export interface Watchers {
  /** Sends a webhook to `hooks`; milliseconds until each watcher saw what it led to. */
  publish(hooks: string): Promise<number[]>
  close(): void
}

const webhook = new Webhook('whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0')

export async function watch(url: string, subscriptionId: string, count: number): Promise<Watchers> {
  const agent = new Agent({ maxSockets: Infinity })
  const path = `${url}/api/seats/v1/customer-seats/events?subscription_id=${subscriptionId}`
  let onSeen = () => {}
  const streams: IncomingMessage[] = []
  for (let i = 0; i < count; i++) {
    const headers = { cookie: `user=${i}` }
    const stream = await new Promise<IncomingMessage>((resolve, reject) => {
      get(path, { agent, headers }, resolve).on('error', reject)
    })
    if (stream.statusCode !== 200) throw new Error(`Stream ${i} was refused with ${stream.statusCode}`)
    streams.push(stream)
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('event: changed')) onSeen()
    })
  }
  return {
    async publish(hooks) {
      const seen: number[] = []
      const body = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: subscriptionId } })
      const now = new Date()
      const id = crypto.randomUUID()
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': webhook.sign(id, now, body),
      }
      const start = performance.now()
      const all = new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`Only ${seen.length} of ${count} saw the event`)), 10_000)
        onSeen = () => {
          seen.push(performance.now() - start)
          if (seen.length < count) return
          clearTimeout(late)
          resolve()
        }
      })
      const answer = await fetch(`${hooks}/hooks`, { method: 'POST', body, headers })
      if (answer.status !== 200) throw new Error(`The webhook was answered with ${answer.status}`)
      await all
      return seen
    },
    close: () => streams.forEach((stream) => stream.destroy()),
  }
}
