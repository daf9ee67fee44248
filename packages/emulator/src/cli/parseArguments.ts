import { parseArgs } from 'node:util'

/** Thrown for bad arguments. The message is one line. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

export const usage = `Usage: seats-emulator [--port 4010] [--host 127.0.0.1] [--seed FILE.json] [--data-dir DIR]
         [--webhook-url URL]… [--webhook-secret SECRET] [--rate-limit N] [--json]`

/** Returns the options of a command line. @throws UsageError if an argument is wrong. */
export function parseArguments(argv: readonly string[]) {
  const values = parse(argv)
  return {
    host: values.host,
    port: integer('--port', values.port, 0, 65_535),
    seed: values.seed,
    dataDir: values['data-dir'],
    webhookUrls: values['webhook-url'].map(webUrl),
    webhookSecret: webhookSecret(values['webhook-secret']),
    rateLimit: values['rate-limit'] === undefined ? undefined : integer('--rate-limit', values['rate-limit'], 1, 1e9),
    json: values.json,
    help: values.help,
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string', default: '4010' },
        host: { type: 'string', default: '127.0.0.1' },
        seed: { type: 'string' },
        'data-dir': { type: 'string' },
        'webhook-url': { type: 'string', multiple: true, default: [] },
        'webhook-secret': { type: 'string' },
        'rate-limit': { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error))
  }
}

function integer(name: string, text: string, minimum: number, maximum: number): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value
  throw new UsageError(`${name} must be a whole number from ${minimum} to ${maximum}, not '${text}'`)
}

function webUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new UsageError(`--webhook-url must be an http or https URL, not '${text}'`)
}

function webhookSecret(text: string | undefined): string | undefined {
  if (text === '') throw new UsageError('--webhook-secret must not be empty')
  return text
}
