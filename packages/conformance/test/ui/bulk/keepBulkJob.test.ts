import { createSeatsClient } from '@seats/core'
import { assignSeatsJob, assignSeatsQueryOptions, type AssignSeatsState } from '@seats/core/query'
import { discardBulkJob, keepBulkJob, keepUnreadLines, unreadLines, type BulkRow } from '@seats/core/ui'
import { startEmulator } from '@seats/emulator'
import { QueryClient, QueryObserver } from '@tanstack/query-core'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'

const emulator = await startEmulator()
afterAll(() => emulator.close())

/** A page, with its own query cache and the storage of the tab. */
interface Page {
  cache: QueryClient
  /** Leaves the page. Returns true if the browser first asks the user. */
  leave: () => boolean
  state: () => AssignSeatsState | undefined
  unmount: () => void
}

let stored: Map<string, string>
let windowEvents: EventTarget
let source: { subscription_id: string }
let onCall: () => unknown

const storage = {
  getItem: (name: string) => stored.get(name) ?? null,
  setItem: (name: string, text: string) => void stored.set(name, text),
  removeItem: (name: string) => void stored.delete(name),
}

const clientOf = (scope: string) =>
  createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: 'http://emulator.test',
    scope,
    retry: false,
    fetch: async (request) => {
      if (request.method === 'POST') await onCall()
      return emulator.fetch(request)
    },
  })

beforeEach(() => {
  stored = new Map()
  onCall = () => {}
  const refs = emulator.reset({
    organizations: [
      {
        slug: 'acme',
        tokens: [{ token: 'polar_oat_acme' }],
        products: [{ ref: 'team' }],
        customers: [{ ref: 'jane', email: 'jane@example.com' }],
        subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 10 }],
      },
    ],
  })
  source = { subscription_id: refs['acme/sub'] ?? '' }
  vi.stubGlobal('sessionStorage', storage)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function openPage(scope = 'jane'): Page {
  windowEvents = new EventTarget()
  vi.stubGlobal('addEventListener', windowEvents.addEventListener.bind(windowEvents))
  vi.stubGlobal('removeEventListener', windowEvents.removeEventListener.bind(windowEvents))
  const client = clientOf(scope)
  const cache = new QueryClient()
  const stopKeeping = keepBulkJob(client, source, cache)
  const observer = new QueryObserver(cache, assignSeatsQueryOptions(client, source, cache))
  const unsubscribe = observer.subscribe(() => {})
  return {
    cache,
    leave() {
      const isAsking = !windowEvents.dispatchEvent(new Event('beforeunload', { cancelable: true }))
      windowEvents.dispatchEvent(new Event('pagehide'))
      return isAsking
    },
    state: () => observer.getCurrentResult().data,
    unmount() {
      unsubscribe()
      stopKeeping()
    },
  }
}

const people = Array.from({ length: 4 }, (_, index) => ({ email: `p${index}@example.com` }))
const jobOn = ({ cache }: Page, scope = 'jane') => assignSeatsJob(clientOf(scope), source, cache, { concurrency: 1 })
const outcomesOf = (page: Page) => page.state()?.report?.results.map(({ outcome }) => outcome)
const waitUntilEnded = (page: Page) => vi.waitFor(() => expect(page.state()?.status).not.toBe('running'))

/**
 * Starts a job, lets its first `count` calls pass, and holds the later calls. Resolves when a call is held, with a
 * function that releases the calls.
 */
async function startAndHold(page: Page, count: number): Promise<() => void> {
  let release = () => {}
  const heldCall = new Promise<void>((resolve) => (release = resolve))
  let calls = 0
  const isHeld = new Promise<void>((resolve) => {
    onCall = () => {
      if (calls++ < count) return
      resolve()
      return heldCall
    }
  })
  jobOn(page).start(people)
  await isHeld
  return release
}

test('a page that is reloaded during a job offers to resume it, and invites nobody twice', async () => {
  const page = openPage()
  const release = await startAndHold(page, 2)
  expect(page.leave()).toBe(true)
  const atReload = new Map(stored)
  // The call that was already sent still arrives at the server.
  jobOn(page).cancel()
  release()
  await waitUntilEnded(page)
  stored = atReload
  onCall = () => {}
  const reloadedPage = openPage()
  expect(reloadedPage.state()?.status).toBe('stopped')
  jobOn(reloadedPage).resume()
  await waitUntilEnded(reloadedPage)
  expect(reloadedPage.state()?.status).toBe('done')
  expect(outcomesOf(reloadedPage)).toEqual(['assigned', 'assigned', 'assigned', 'assigned'])
  expect(
    emulator
      .outbox()
      .map(({ to }) => to)
      .toSorted(),
  ).toEqual(people.map(({ email }) => email))
})

test('the browser asks before the page is left, but only while a job runs', async () => {
  const page = openPage()
  expect(page.leave()).toBe(false)
  const release = await startAndHold(page, 0)
  expect(page.leave()).toBe(true)
  release()
  await waitUntilEnded(page)
  expect(page.leave()).toBe(false)
})

test('a job is stored even before its first answer, together with the lines that contain no address', async () => {
  const page = openPage()
  const invalidRows: BulkRow[] = [{ who: 'nobody', outcome: 'invalid', reason: 'No address.' }]
  keepUnreadLines(clientOf('jane'), source, page.cache, invalidRows)
  const release = await startAndHold(page, 0)
  page.leave()
  const reloadedPage = openPage()
  expect(outcomesOf(reloadedPage)).toEqual(['skipped', 'skipped', 'skipped', 'skipped'])
  expect(unreadLines(clientOf('jane'), source, reloadedPage.cache)).toEqual(invalidRows)
  release()
  await waitUntilEnded(page)
})

test('a job that has ended stays stored until its results are discarded', async () => {
  const page = openPage()
  jobOn(page).start(people)
  await waitUntilEnded(page)
  const reloadedPage = openPage()
  expect(reloadedPage.state()?.status).toBe('done')
  discardBulkJob(clientOf('jane'), source, reloadedPage.cache)
  expect(stored.size).toBe(0)
  expect(openPage().state()?.status).toBe('idle')
})

test('another user of the same tab does not see the job', async () => {
  const page = openPage()
  jobOn(page).start(people)
  await waitUntilEnded(page)
  expect(openPage('mallory').state()?.status).toBe('idle')
  expect(openPage('jane').state()?.status).toBe('done')
})

test('a job is removed from the storage when the app clears its query cache at a sign-out', async () => {
  const page = openPage()
  jobOn(page).start(people)
  await waitUntilEnded(page)
  expect(stored.size).toBe(1)
  page.cache.clear()
  expect(stored.size).toBe(0)
})

test('the stored job contains no token and no seat', async () => {
  const page = openPage()
  jobOn(page).start(people)
  await waitUntilEnded(page)
  const [text = ''] = stored.values()
  expect(text).toContain('p0@example.com')
  expect(text).not.toMatch(/polar_|token|"seat"/)
})

const fullStorage = {
  ...storage,
  setItem() {
    throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
  },
}
const throwDenied = () => {
  throw new DOMException('Denied.', 'SecurityError')
}

test.each([
  ['full', { value: fullStorage }],
  ['forbidden', { get: throwDenied }],
])('a job still ends if the storage is %s', async (_, property) => {
  Object.defineProperty(globalThis, 'sessionStorage', { configurable: true, ...property })
  const page = openPage()
  jobOn(page).start(people)
  await waitUntilEnded(page)
  expect(page.state()?.status).toBe('done')
  expect(stored.size).toBe(0)
})

test('a job that does not fit into the storage removes the older job from it', async () => {
  const page = openPage()
  jobOn(page).start(people)
  await waitUntilEnded(page)
  vi.stubGlobal('sessionStorage', fullStorage)
  jobOn(page).start([{ email: 'lin@example.com' }])
  await waitUntilEnded(page)
  expect(stored.size).toBe(0)
})

test('a long job is stored once a second, and at its end', async () => {
  let writes = 0
  vi.stubGlobal('sessionStorage', {
    ...storage,
    setItem(name: string, text: string) {
      writes++
      storage.setItem(name, text)
    },
  })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const page = openPage()
  const release = await startAndHold(page, 3)
  vi.advanceTimersByTime(999)
  expect(writes).toBe(0)
  vi.advanceTimersByTime(1)
  expect(writes).toBe(1)
  vi.useRealTimers()
  release()
  await waitUntilEnded(page)
  expect(writes).toBe(2)
})

test('a job is still stored after its component is unmounted', async () => {
  const page = openPage()
  const release = await startAndHold(page, 1)
  page.unmount()
  expect(page.leave()).toBe(true)
  release()
  await vi.waitFor(() => expect([...stored.values()].join()).toContain('"complete":true'))
  expect(page.leave()).toBe(false)
})
