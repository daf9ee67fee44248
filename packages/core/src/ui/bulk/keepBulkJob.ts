import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { idle, type AssignSeatsState } from '../../query/bulk/AssignSeatsState.ts'
import { jobName, jobsByCache } from '../../query/bulk/jobsByCache.ts'
import { cacheRegistry } from '../../query/cache/cacheRegistry.ts'
import { keepEntry } from '../../query/cache/keepEntry.ts'
import type { SeatsCache } from '../../query/cache/SeatsCache.ts'
import { isSourceKnown, operationKey } from '../../query/cache/seatsKeys.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { readKeptJob, writeKeptJob } from './readKeptJob.ts'
import { tabStorage } from './tabStorage.ts'
import { keepUnreadLines, unreadLines } from './unreadLines.ts'

/**
 * The longest time in milliseconds until a change of the job is stored. When the page is closed or reloaded, the change
 * is stored at once.
 */
const writeEveryMs = 1000

interface Keeper {
  /** The number of components that show the job. */
  componentCount: number
  /** Stops storing the job. If the job still runs, stops when it ends. */
  release(): void
}

const keepersOf = /* @__PURE__ */ cacheRegistry<Keeper>()

/**
 * Keeps the bulk job of a source when the page is reloaded. Stores the job's report in `sessionStorage` until the
 * results are discarded, under a key with the source and the client's `scope`, and restores a job that is stored there.
 * While the job runs, the browser asks for a confirmation before it closes or reloads the page. Call `keepBulkJob` when
 * the component is mounted, and call the returned function when the component is unmounted.
 */
export function keepBulkJob(client: SeatsClient, source: SeatSource | null | undefined, cache: SeatsCache): () => void {
  if (!isSourceKnown(source)) return () => {}
  const name = jobName(operationKey(client.scope, 'assignSeats', source))
  const keepers = keepersOf(cache)
  const keeper = keepers.get(name) ?? keepJob(client, source, cache, () => keepers.delete(name))
  keepers.set(name, keeper)
  keeper.componentCount++
  return () => {
    keeper.componentCount--
    if (keeper.componentCount === 0) keeper.release()
  }
}

function keepJob(client: SeatsClient, source: SeatSource, cache: SeatsCache, onEnd: () => void): Keeper {
  const queryKey = operationKey(client.scope, 'assignSeats', source)
  const name = jobName(queryKey)
  const storage = tabStorage(name)
  const readState = () => (cache.getQueryData(queryKey) as AssignSeatsState | undefined) ?? idle
  const isRunning = () => jobsByCache(cache).has(name) && readState().status === 'running'
  let writtenState: AssignSeatsState = idle
  let timer: ReturnType<typeof setTimeout> | undefined

  function restore() {
    const keptJob = readKeptJob(storage.read(), source)
    if (keptJob === undefined || readState().status !== 'idle') return
    const { report, unread } = keptJob
    const recipients = report.results.map(({ recipient }) => recipient)
    keepUnreadLines(client, source, cache, unread)
    writtenState = { status: report.complete ? 'done' : 'stopped', recipients, progress: null, report, error: null }
    keepEntry(cache, queryKey, writtenState)
  }

  function write() {
    clearTimeout(timer)
    timer = undefined
    const state = readState()
    if (state === writtenState) return
    writtenState = state
    storage.write(writeKeptJob(source, state, unreadLines(client, source, cache)))
  }

  function askBeforeLeaving(event: BeforeUnloadEvent) {
    event.preventDefault()
    // Older browsers ask only if `returnValue` is set.
    event.returnValue = true
  }

  function follow() {
    if (isRunning()) {
      addEventListener('beforeunload', askBeforeLeaving)
      timer ??= setTimeout(write, writeEveryMs)
      return
    }
    removeEventListener('beforeunload', askBeforeLeaving)
    write()
    if (keeper.componentCount === 0) end()
  }

  function end() {
    unsubscribe()
    removeEventListener('pagehide', write)
    onEnd()
  }

  const keeper: Keeper = {
    componentCount: 0,
    release: () => {
      if (!isRunning()) end()
    },
  }
  restore()
  const unsubscribe = cache.getQueryCache().subscribe(({ query }) => {
    if (jobName(query.queryKey as typeof queryKey) === name) follow()
  })
  addEventListener('pagehide', write)
  // A job may already be running.
  if (isRunning()) follow()
  return keeper
}
