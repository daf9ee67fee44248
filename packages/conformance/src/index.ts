import type { Driver } from './Driver.ts'
import { watchConsole } from './page.ts'
import { bulkStories } from './stories/bulk.ts'
import { changeStories } from './stories/changes.ts'
import { claimFlowStories } from './stories/claimFlow.ts'
import { claimStories } from './stories/claims.ts'
import { liveStories } from './stories/live.ts'
import { reinviteStories } from './stories/reinvite.ts'
import { rosterStories } from './stories/roster.ts'
import { scopeStories } from './stories/scope.ts'
import { seatCountStories } from './stories/seatCount.ts'
import { serverStories } from './stories/server.ts'
import { setupStories } from './stories/setup.ts'
import { summaryStories } from './stories/summary.ts'

export type { App, StoryCache, Component, Driver, Mounted, Rendered } from './Driver.ts'
export type { Hooks, MutationResult, QueryResult } from './Hooks.ts'
export type { View } from './View.ts'

/** Tests the behaviour of the hooks, which is the same in React and in Vue. */
export function conformance(driver: Driver): void {
  watchConsole()
  setupStories(driver)
  rosterStories(driver)
  changeStories(driver)
  reinviteStories(driver)
  summaryStories(driver)
  bulkStories(driver)
  claimStories(driver)
  claimFlowStories(driver)
  liveStories(driver)
  seatCountStories(driver)
  scopeStories(driver)
  serverStories(driver)
}

/** Tests live rosters and claims, which depend on how a browser reads a stream. For browsers other than Chromium. */
export function streamConformance(driver: Driver): void {
  watchConsole()
  claimStories(driver)
  claimFlowStories(driver)
  liveStories(driver)
}
