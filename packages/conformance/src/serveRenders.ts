import { createSeatsClient, type SeatSource } from '@seats/core'
import { createSeatsHandler } from '@seats/server'
import type { Driver } from './Driver.ts'
import { renderOnServer } from './serverPage.ts'

/** The message to the process that renders a page. */
export interface RenderRequest {
  slug: string
  source: SeatSource
  /** The address of the emulator. */
  emulator: string
}

/** Renders pages in a separate process without browser globals. The guard is called in the same process. */
export function serveRenders(driver: Driver): void {
  process.on('message', ({ slug, source, emulator }: RenderRequest) => {
    const handler = createSeatsHandler({
      client: createSeatsClient({ accessToken: `polar_oat_${slug}`, baseURL: emulator }),
      authorize: () => ({ sources: [source] }),
      basePath: `/api/${slug}`,
    })
    const client = createSeatsClient({ baseURL: `/api/${slug}`, fetch: handler })
    renderOnServer(driver, client, source).then(
      (rendered) => process.send?.({ rendered }),
      (error: unknown) => process.send?.({ error: String(error) }),
    )
  })
}
