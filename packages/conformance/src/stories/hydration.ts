import { createSeatsClient } from '@seats/core'
import { expect, test } from 'vitest'
import { unmountAfterTest, watchConsole } from '../page.ts'
import type { PartRequest } from '../serveParts.ts'
import { answersFor, source, type ServerPage } from '../serverPart.ts'

interface HydratedPart {
  element: HTMLElement
  unmount: () => void
  hydrationErrors: unknown[]
}

/** Tests that the browser hydrates the HTML of a server in another time zone. The server is in New York. */
export function hydrationStories(hydrate: (page: ServerPage, html: string) => HydratedPart): void {
  watchConsole()

  // The person joined on January 1 at midnight in UTC. At that time it is still December 31 in New York and Honolulu.
  test.each([
    ['the component', { timeZone: 'Asia/Tokyo' }, {}, 'Jan 1, 2026'],
    ['the provider', {}, { timeZone: 'Asia/Tokyo' }, 'Jan 1, 2026'],
    ['the component', { timeZone: 'Pacific/Honolulu' }, {}, 'Dec 31, 2025'],
    ['the provider', {}, { timeZone: 'Pacific/Honolulu' }, 'Dec 31, 2025'],
  ])(
    'a panel has the same dates on the server and in the browser if %s has a time zone: %j %j',
    async (_, props, words, day) => {
      const clientOptions = { baseURL: '/api/none', scope: 'hydration' }
      // No request of this page is answered, so the page shows only the data that the server has read.
      const client = createSeatsClient({ ...clientOptions, fetch: () => new Promise(() => {}) })
      const page: Omit<ServerPage, 'client'> = {
        part: 'TeamPanel',
        props: { source, ...props },
        words,
        read: answersFor(client),
      }
      const request: PartRequest = { client: clientOptions, ...page }
      const answer = await fetch('/_render/part', { method: 'POST', body: JSON.stringify(request) })
      const html: string = await answer.json()
      expect(html).toContain(day)
      const { element, hydrationErrors } = unmountAfterTest(hydrate({ client, ...page }, html))
      const row = element.querySelector('tbody tr')
      // The buttons appear after the hydration.
      await expect.poll(() => row?.querySelector('.seats-cell-actions button')).not.toBeNull()
      // If the HTML of the server were different, React would replace the row.
      expect(row?.isConnected).toBe(true)
      expect(row?.textContent).toContain(day)
      expect(hydrationErrors).toEqual([])
      // `watchConsole` fails the test if the framework warns about a difference.
    },
  )
}
