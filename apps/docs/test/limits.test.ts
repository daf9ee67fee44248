import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pages, site } from './pages.ts'

/** Returns the number after a text in a source file: 168 for `7 * 24`. Fails unless exactly one number follows it. */
function numberAfter(path: string, text: string): number {
  const source = readFileSync(join(site, '../../packages', path), 'utf8')
  const products = source
    .split(text)
    .flatMap((rest, index) => (index > 0 && /^\d[\d_* ]*/.exec(rest)?.[0].trim()) || [])
  expect(products, `${path} has one number after “${text}”`).toHaveLength(1)
  const factors = products[0]?.replaceAll('_', '').split('*') ?? []
  return factors.reduce((result, factor) => result * Number(factor), 1)
}

/** Returns a number that several files have. Fails if they differ. */
function sameNumber(...numbers: number[]): number {
  expect(new Set(numbers).size, numbers.join(', ')).toBe(1)
  return numbers[0] ?? 0
}

const thousands = (number: number) => number.toLocaleString('en')
const seconds = (ms: number) => `${ms / 1000} second${ms === 1000 ? '' : 's'}`
const minutes = (ms: number) => `${ms / 60_000} minutes`
const hours = (ms: number) => `${ms / 3_600_000} hours`
const days = (ms: number) => `${ms / 86_400_000} days`
const kilobytes = (bytes: number) => `${bytes / 1024} kB`

const budgetsFile = 'server/src/handler/access/createBudgets.ts'
const clientFile = 'core/src/client/createSeatsClient.ts'
const claimStreamFile = 'emulator/src/http/layers/limitRate.ts'
const watchClaimFile = 'core/src/workflows/claim/watchClaim.ts'
const addressRate = numberAfter(budgetsFile, 'address = ')
const streamSources = sameNumber(
  numberAfter('core/src/query/live/holdStream.ts', 'maxSources = '),
  numberAfter('server/src/handler/operations/serveEvents.ts', 'maxSources = '),
)
const claimStreamMs = numberAfter(budgetsFile, '{ points: 4, seconds: ') * 1000
const sharedRate = numberAfter('server/src/store/sharedBudget.ts', 'ratePerMinute = ')
const bulkShare = numberAfter('core/src/internal/wire/reserveCall.ts', 'allowedPerMinute / ')
const invitationMs = sameNumber(
  numberAfter('core/src/internal/runtime/invitationLifetimeMs.ts', 'invitationLifetimeMs: number = '),
  numberAfter('server/src/lapses/assignedAtMicroseconds.ts', 'invitationLifetimeMicroseconds = ') / 1000,
  // In the emulator, an invitation lasts a day.
  numberAfter('emulator/src/clock/dayMicroseconds.ts', 'dayMicroseconds = ') / 1000,
)
const metadataChecksFile = 'emulator/src/validation/python/pydantic/checks.ts'
const metadataIssuesFile = 'core/src/internal/input/assignIssues.ts'
const metadataKeys = sameNumber(
  numberAfter(metadataChecksFile, 'input.size > '),
  numberAfter(metadataIssuesFile, 'Object.keys(sentMetadata).length > '),
)
const metadataLength = sameNumber(
  numberAfter(metadataChecksFile, 'json.length > '),
  numberAfter(metadataIssuesFile, 'maxMetadataLength = '),
)
const retryDelays = /retryDelaysSeconds = \[(.*?)\]/.exec(
  readFileSync(join(site, '../../packages/emulator/src/webhooks/delivery/Webhooks.ts'), 'utf8'),
)
const gateFile = 'server/src/createSeatGate.ts'
const streamSlotsFile = 'server/src/events/createStreamSlots.ts'
const storeFile = 'server/src/store/memoryStore.ts'

/**
 * The limits in the sources, by the first column of the page. Each text must be in the row, and the row has no other
 * numbers.
 */
const limits: Record<string, string[]> = {
  'Polar: calls of your organization, all users together': [
    `${numberAfter(clientFile, "options.environment === 'sandbox' ? 100 : ")} a minute`,
    `${numberAfter(clientFile, "options.environment === 'sandbox' ? ")} a minute in the sandbox`,
  ],
  'calls of one `actor` through the guard': [`${numberAfter(budgetsFile, '{ actor = ')} a minute`],
  'claims from one IP address': [`${addressRate} a minute`],
  'claims from all unknown addresses, without `clientAddress`': [
    `${addressRate * numberAfter(budgetsFile, 'sharedBudgetFactor = ')} a minute`,
  ],
  'Polar: claim streams of your backend': [
    `${numberAfter(claimStreamFile, 'perMinute: ')} a minute`,
    minutes(numberAfter(claimStreamFile, 'blockSeconds: ') * 1000),
  ],
  'claim streams that the guard opens': [`${numberAfter(budgetsFile, '{ points: ')} in ${seconds(claimStreamMs)}`],
  'bulk jobs (`assignSeats`, `applySeatPlan`)': [
    bulkShare === 2 ? 'half of what the server allows' : `1/${bulkShare}`,
    `${numberAfter('core/src/workflows/bulk/runAssignSeats.ts', 'defaultConcurrency = ')} calls at once`,
  ],
  'bulk jobs of all processes with a `sharedBudget`': [
    `${sharedRate} a minute`,
    `${numberAfter('server/src/store/sharedBudget.ts', 'ratePerMinute >= ')} or more`,
  ],
  '`reconcile` of a mirror, `sweep` of a recovery': [
    `${numberAfter('server/src/lapses/forEachSource.ts', 'ratePerMinute = ')} calls a minute`,
  ],

  'one attempt of a call': [seconds(numberAfter(clientFile, 'options.timeout ?? '))],
  'attempts of a call': [`${numberAfter('core/src/internal/wire/retryDelay.ts', 'attempts = ')}.`],
  'the longest wait between two attempts': [
    seconds(numberAfter('core/src/internal/wire/retryDelay.ts', 'defaultMaxDelayMs = ')),
  ],
  'attempts of a read for a page': [
    seconds(numberAfter('core/src/internal/wire/retryWhilePageWaits.ts', 'giveUpAfterMs = ')),
  ],
  'waits of a workflow for 429s, in all': [
    minutes(numberAfter('core/src/workflows/run/createRateLimitWait.ts', 'defaultMaxWaitMs = ')),
  ],
  'a request through the guard': [
    seconds(numberAfter('server/src/handler/polar/startUpstream.ts', 'requestTimeoutMs = ')),
  ],
  'a purchase through the guard': [
    seconds(numberAfter('server/src/handler/polar/startUpstream.ts', 'purchaseTimeoutMs = ')),
    `at most ${numberAfter('server/src/handler/operations/updateSeatCount.ts', 'lockWaitMs = ') / 1000} wait`,
  ],
  'reads after a lost answer of a purchase': [
    seconds(numberAfter('core/src/workflows/count/SeatCountOptions.ts', 'purchaseLimitMs = ')),
  ],
  'an invitation (Polar)': [hours(invitationMs)],
  'the age of the index up to which a revoke does not list the roster': [
    seconds(numberAfter('server/src/handler/access/checkIndexMaxAge.ts', 'seconds = ') * 1000),
  ],
  'an answer of the gate': [
    seconds(numberAfter(gateFile, 'maxAge = ') * 1000),
    `${seconds(numberAfter(gateFile, 'staleFor = ') * 1000)} more`,
  ],
  'a call to Redis': [seconds(numberAfter('server/src/store/redisStore.ts', 'callTimeoutMs = '))],

  'sources of one stream of live events': [`${streamSources}`],
  'streams of one user in a process': [
    `${numberAfter(streamSlotsFile, 'maxStreamsPerOwner = ')}.`,
    `\`Retry-After: ${numberAfter(streamSlotsFile, 'retryAfterSeconds = ')}\``,
  ],
  'a heartbeat': [
    `every ${seconds(numberAfter('server/src/events/openEventStream.ts', 'heartbeatIntervalMs = '))}`,
    `after ${seconds(numberAfter('core/src/query/live/readLiveEvents.ts', 'maxSilenceMs = '))}`,
  ],
  'the check of each grant': [
    `every ${seconds(numberAfter('server/src/events/openEventStream.ts', 'grantCheckIntervalMs = '))}`,
  ],
  'reads of a list without a stream': [
    `every ${seconds(numberAfter('core/src/query/live/followRoster.ts', 'pollMs = '))}`,
  ],
  'a claim waits for its stream': [seconds(numberAfter(watchClaimFile, 'maxOpenWaitMs = '))],
  'a claim flow waits for benefits': [seconds(numberAfter(watchClaimFile, 'maxBenefitsWaitMs = '))],

  "a request's body, guard": [kilobytes(numberAfter('server/src/http/readJson.ts', 'bodyLimitBytes = '))],
  "a webhook's body": [kilobytes(numberAfter('server/src/createSeatsWebhookHandler.ts', 'bodyLimitBytes = '))],
  'an answer that the client reads': [`${numberAfter(clientFile, 'options.maxAnswerBytes ?? ') / 1e6} MB`],
  'metadata of a seat (Polar)': [`${metadataKeys} keys`, `${thousands(metadataLength)} characters`],
  'the store in the memory of a process': [
    `${thousands(numberAfter(storeFile, 'droppableValues = new LRUCache<string, string>({ max: '))} entries`,
    `${thousands(numberAfter(storeFile, 'VersionedValue>>({ max: '))} records`,
  ],

  'the age of a delivery': [
    minutes(numberAfter('server/src/webhooks/createVerifier.ts', 'toleranceSeconds = ') * 1000),
  ],
  'a callback': [minutes(numberAfter('server/src/webhooks/handleOnce.ts', 'maxLockSeconds = ') * 1000)],
  'the id of a handled event is remembered': [
    days(numberAfter('server/src/webhooks/handleOnce.ts', 'doneSeconds = ') * 1000),
  ],
  'the occupant of a seat is remembered': [
    days(numberAfter('server/src/occupants/occupantMemory.ts', 'keptSeconds = ') * 1000),
  ],
  'Polar: one attempt': [seconds(numberAfter('emulator/src/webhooks/delivery/attemptDelivery.ts', 'timeoutMs = '))],
  'Polar: attempts for an event': [`${(retryDelays?.[1]?.split(',').length ?? 0) + 1},`],
  'Polar: events in a row that fail in all attempts': [
    `${numberAfter('emulator/src/webhooks/delivery/Webhooks.ts', 'maxFailedInARow = ')}.`,
  ],
}

/** The text of each row of the page, by its first column. Has neither the targets of links nor the status 429. */
const rows = new Map(
  [...(pages.get('reference/limits.md') ?? '').matchAll(/^\| (.*?) +\| (.*)\|$/gm)]
    .filter(([, name = '']) => !/^(limit|-+)$/.test(name))
    .map(([, name = '', rest = '']) => [name, rest.replaceAll(/\]\([^)]*\)/g, ']').replaceAll(/\b429\b/g, '')]),
)

test('the reference has exactly the limits that are compared with the sources', () => {
  expect([...rows.keys()]).toEqual(Object.keys(limits))
})

test.each(Object.entries(limits))('the page has the same limit as the sources: %s', (name, texts) => {
  const row = rows.get(name) ?? ''
  for (const text of texts) expect(row).toContain(text)
  const numbersIn = (text: string) => text.match(/\d[\d.,]*\d|\d/g) ?? []
  expect(numbersIn(row)).toEqual(texts.flatMap(numbersIn))
})
