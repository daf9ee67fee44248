import { Agent, get, type IncomingMessage } from 'node:http'
import { Webhook } from 'standardwebhooks'

/** Simulated browsers, each with an event stream. */
export interface Watchers {
  /** Sends a webhook to the app at `url`. Resolves with the milliseconds after which each watcher saw the event. */
  publish(url: string): Promise<number[]>
  close(): void
}

const connectionsAtOnce = 50

const webhook = new Webhook('whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0')

/** Opens `count` event streams for a subscription, each as another user. `url` is the address of the app. */
export async function watch(url: string, subscriptionId: string, count: number, timeoutMs = 10_000): Promise<Watchers> {
  const agent = new Agent({ maxSockets: Infinity })
  const path = `${url}/api/seats/v1/customer-seats/events?subscription_id=${subscriptionId}`
  let onEvent = () => {}
  const streams: IncomingMessage[] = []
  const open = async (index: number) => {
    const headers = { cookie: `user=${index}` }
    const stream = await new Promise<IncomingMessage>((resolve, reject) => {
      get(path, { agent, headers }, resolve).on('error', reject)
    })
    if (stream.statusCode !== 200) throw new Error(`Stream ${index} was refused with ${stream.statusCode}`)
    streams.push(stream)
    stream.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes('event: changed')) onEvent()
    })
  }
  // A server accepts only some hundred connections at once.
  for (let first = 0; first < count; first += connectionsAtOnce) {
    const batch = Array.from({ length: Math.min(connectionsAtOnce, count - first) }, (_, offset) => first + offset)
    await Promise.all(batch.map(open))
  }
  return {
    async publish(appUrl) {
      const delaysMs: number[] = []
      const body = JSON.stringify({ type: 'subscription.updated', timestamp: '', data: { id: subscriptionId } })
      const now = new Date()
      const id = crypto.randomUUID()
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': webhook.sign(id, now, body),
      }
      const start = performance.now()
      const allReached = new Promise<void>((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`Only ${delaysMs.length} of ${count} saw the event`)),
          timeoutMs,
        )
        onEvent = () => {
          delaysMs.push(performance.now() - start)
          if (delaysMs.length < count) return
          clearTimeout(timer)
          resolve()
        }
      })
      const answer = await fetch(`${appUrl}/hooks`, { method: 'POST', body, headers })
      if (answer.status !== 200) throw new Error(`The webhook was answered with ${answer.status}`)
      await allReached
      return delaysMs
    },
    close: () => streams.forEach((stream) => stream.destroy()),
  }
}
