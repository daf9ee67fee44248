import { createParser, type EventSourceMessage } from 'eventsource-parser'

export interface EventReader {
  events: { event: string | undefined; data: unknown }[]
  comments: string[]
  /** The times after which to reconnect, in milliseconds, as the server sent them. */
  retry: number[]
  /** Resolves when the stream has ended: with `error` if it failed, otherwise with `end`. */
  ended: Promise<'end' | 'error'>
  cancel(): Promise<void>
}

/** Reads a stream of server-sent events as they arrive. */
export function readEvents(response: Response): EventReader {
  if (response.body === null) throw new Error('The response has no body.')
  const reader = response.body.getReader()
  const [events, comments, retry]: [EventReader['events'], string[], number[]] = [[], [], []]
  const parser = createParser({
    onEvent: ({ event, data }: EventSourceMessage) => events.push({ event, data: JSON.parse(data) }),
    onComment: (comment) => comments.push(comment),
    onRetry: (ms) => retry.push(ms),
  })
  const read = async (): Promise<'end' | 'error'> => {
    const decoder = new TextDecoder()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return 'end'
        parser.feed(decoder.decode(value, { stream: true }))
      }
    } catch {
      return 'error'
    }
  }
  return { events, comments, retry, ended: read(), cancel: () => reader.cancel() }
}
