import { chromium } from 'playwright-core'
import { chromiumFlags, findChromium } from '../../../../scripts/chromium.mjs'
import { counted, measured, ratio, type Figure } from '../figures/Figure.ts'
import { buildPage } from './buildPage.ts'
import { startTeamServer } from './startTeamServer.ts'
import { visitPage, type Visit } from './visitPage.ts'

const rosterSizes = [10, 1_000, 10_000]
const rounds = 6
const frameworks = [
  { framework: 'React', ours: 'reactTeamPanel.tsx', byHand: 'reactByHand.tsx' },
  { framework: 'Vue', ours: 'vueTeamPanel.ts', byHand: 'vueByHand.ts' },
]

/**
 * Compares a page with `TeamPanel` with a page that is written by hand with TanStack Query and a virtual list, in a real
 * Chromium. Each visit has its own server, so that all visits start with the same roster.
 */
export async function measureTeamPages(): Promise<Figure[]> {
  const executablePath = await findChromium()
  const browser = await chromium.launch({ args: chromiumFlags, ...(executablePath && { executablePath }) })
  try {
    const figures: Figure[] = []
    for (const { framework, ours, byHand } of frameworks) {
      const pages = [
        { page: await buildPage(ours), confirm: '.seats-note .seats-primary', visits: [] as Visit[] },
        { page: await buildPage(byHand), confirm: undefined, visits: [] as Visit[] },
      ] as const
      for (const size of rosterSizes) {
        for (let round = 0; round < rounds; round++) {
          for (const { page, confirm, visits } of pages.toSorted(() => Math.random() - 0.5)) {
            const server = await startTeamServer(page, size)
            try {
              visits.push(await visitPage(browser, server, confirm))
            } finally {
              await server.close()
            }
          }
        }
        figures.push(...figuresOf(framework, size, pages[0].visits.splice(0), pages[1].visits.splice(0)))
      }
    }
    return figures
  } finally {
    await browser.close()
  }
}

function figuresOf(framework: string, size: number, ours: Visit[], byHand: Visit[]): Figure[] {
  const conditions = `${size.toLocaleString('en')} people, production build, Polar on loopback`
  const compareVisits = (
    name: string,
    samplesOf: (visit: Visit) => number | number[],
    { unit = 'ms', bound, whyBehind }: Partial<Pick<Figure, 'unit' | 'bound' | 'whyBehind'>> = {},
  ) =>
    ratio(
      `${framework}: ${name}, compared with the page by hand`,
      { ours: ours.flatMap(samplesOf), other: byHand.flatMap(samplesOf), unit },
      { conditions, bound, whyBehind },
    )
  const isLong = size >= 1_000
  // Below 10,000 people, a page by hand reads and renders the whole list again in a few milliseconds.
  const noMoreThanByHand = size === 10_000 ? { atMost: 1 } : undefined
  return [
    compareVisits('time to the first rows', ({ firstRowsMs }) => firstRowsMs, {
      whyBehind: 'The guard and the client check each seat, and the page asks for its permissions first.',
    }),
    compareVisits('work of a search key', ({ searchKeyMs }) => searchKeyMs, {
      whyBehind: 'A row has more parts, and the number of people found is told to screen readers.',
    }),
    compareVisits('work of a revoke', ({ revokeMs }) => revokeMs, {
      bound: noMoreThanByHand,
      whyBehind: 'Ours asks first, shows the result in advance, and offers an undo.',
    }),
    compareVisits('work of a live event', ({ eventMs }) => eventMs, {
      bound: noMoreThanByHand,
      whyBehind: 'The event is checked, and each row has more parts. A short list is read again quickly.',
    }),
    measured(
      `${framework}: frames missed while scrolling, more than the page by hand`,
      extraMissedFrames(ours, byHand),
      'frames',
      {
        conditions: `${conditions}, 60 frames`,
        whyBehind: 'A row has more parts, and its height is measured.',
      },
    ),
    counted(`${framework}: rows in the document`, Math.max(...ours.map(({ rows }) => rows)), 'rows', {
      conditions,
      bound: isLong ? { atMost: 60 } : undefined,
    }),
    compareVisits('nodes in the document', ({ nodes }) => nodes, {
      unit: 'nodes',
      whyBehind: 'Our page has a filter, an order, marks, avatars and labels for screen readers.',
    }),
    compareVisits('heap after garbage collection', ({ heapMB }) => heapMB, {
      unit: 'MB',
      whyBehind: 'Each row’s name, address and status are stored, so that a search key need not compute them.',
    }),
  ]
}

const extraMissedFrames = (ours: Visit[], byHand: Visit[]) =>
  ours.map(({ missedFrames }, round) => missedFrames - (byHand[round]?.missedFrames ?? NaN))
