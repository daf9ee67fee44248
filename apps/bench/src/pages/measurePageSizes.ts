import { fileURLToPath } from 'node:url'
import { measureBundle } from '@seats/conformance/measureBundle'
import { measureFirstLoad } from '@seats/conformance/measureFirstLoad'
import { counted, type Figure } from '../figures/Figure.ts'

const benchFolder = fileURLToPath(new URL('../..', import.meta.url))

/** Returns the name and the code of three pages. Each has hooks that read a roster, assign a seat and revoke a seat. */
const pagesOf = (framework: 'react' | 'vue') => {
  const hookNames = 'useSeats, useAssignSeat, useRevokeSeat'
  const provider = framework === 'react' ? 'SeatsProvider' : 'seatsPlugin'
  return [
    {
      name: 'hooks by hand on functions of SDK 1.x',
      code: `import { createPolarCore } from '@polar-sh/sdk/2026-10'
        import { listSeatsCustomerSeats, assignSeatCustomerSeats, revokeSeatCustomerSeats } from '@polar-sh/sdk/2026-10/services/customer_seats'
        const polar = createPolarCore({ accessToken: location.hash })
        const list = (source) => listSeatsCustomerSeats(polar, source)
        const assign = (body) => assignSeatCustomerSeats(polar, body)
        const revoke = (id) => revokeSeatCustomerSeats(polar, id)
        ${hooksByHand(framework)}
        console.log(${hookNames})`,
    },
    {
      name: 'hooks by hand on the client of SDK 1.x',
      code: `import { createPolar } from '@polar-sh/sdk/2026-10'
        const polar = createPolar({ accessToken: location.hash })
        const list = (source) => polar.customerSeats.listSeats(source)
        const assign = (body) => polar.customerSeats.assignSeat(body)
        const revoke = (id) => polar.customerSeats.revokeSeat(id)
        ${hooksByHand(framework)}
        console.log(${hookNames})`,
    },
    {
      name: 'our hooks',
      code: `import { createSeatsClient, ${provider}, ${hookNames} } from '@seats/${framework}'
        console.log(createSeatsClient, ${provider}, ${hookNames})`,
      whyBehind:
        'Our hooks check each answer, show a change before its answer, settle lost answers, retry and share one event stream.',
    },
  ]
}

/** Returns the code of hooks that are written by hand with TanStack Query. After each change, they read the list again. */
const hooksByHand = (framework: 'react' | 'vue') => `
  import { useMutation, useQuery, useQueryClient } from '@tanstack/${framework}-query'
  const useSeats = (source) => useQuery({ queryKey: ['seats', source], queryFn: () => list(source) })
  const useChange = (source, mutationFn) => {
    const queryClient = useQueryClient()
    return useMutation({ mutationFn, onSuccess: () => queryClient.invalidateQueries({ queryKey: ['seats', source] }) })
  }
  const useAssignSeat = (source) => useChange(source, (invitee) => assign({ ...source, ...invitee }))
  const useRevokeSeat = (source) => useChange(source, revoke)`

const teamPage = (framework: 'react' | 'vue') => {
  const provider = framework === 'react' ? 'SeatsProvider' : 'seatsPlugin'
  return `import { createSeatsClient, ${provider} } from '@seats/${framework}'
    import { TeamPanel } from '@seats/${framework}/ui'
    import '@seats/core/ui.css'
    console.log(createSeatsClient, ${provider}, TeamPanel)`
}

/**
 * Measures pages without the framework and TanStack Query: their whole size as esbuild builds them, and their first load
 * as Vite builds them. Of a page with `TeamPanel`, measures only the first load.
 */
export async function measurePageSizes(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, framework] of [
    ['React', 'react'],
    ['Vue', 'vue'],
  ] as const) {
    for (const page of pagesOf(framework)) {
      const sizesInKB = {
        'one file by esbuild': await measureBundle(page.code, benchFolder, []),
        'first load by Vite': measureFirstLoad(page.code, benchFolder).kB,
      }
      for (const [build, kB] of Object.entries(sizesInKB)) {
        const conditions = `${build}, gzip, without ${name} and TanStack Query`
        figures.push(counted(`${name}: ${page.name}`, kB, 'kB', { conditions, whyBehind: page.whyBehind }))
      }
    }
    figures.push(
      counted(`${name}: TeamPanel with its stylesheet`, measureFirstLoad(teamPage(framework), benchFolder).kB, 'kB', {
        conditions: `first load by Vite, gzip, without ${name} and TanStack Query`,
        bound: { atMost: 40 },
      }),
    )
  }
  return figures
}
