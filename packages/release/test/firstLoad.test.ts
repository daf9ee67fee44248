import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { measureFirstLoad } from '@seats/conformance/measureFirstLoad'
import { expect, test } from 'vitest'
import { Consumer } from './consumer.ts'

const reference = readFileSync(join(import.meta.dirname, '../../../apps/docs/reference/components.md'), 'utf8')

// The suites of React and Vue measure the sources. In a package, the code can be divided into other files, and then a
// page would load more of it at first.
test.each([
  ['React', 'SeatsProvider', 'react@19'],
  ['Vue', 'seatsPlugin', 'vue@3'],
])(
  'a page with TeamPanel of %s from the tarball loads as much code at first as the docs state',
  (name, setUp, peer) => {
    const consumer = new Consumer()
    const framework = name.toLowerCase()
    // npm also installs the other peer dependencies.
    consumer.install(`@seats/${framework}`, peer)
    const { scriptKB, modules } = measureFirstLoad(
      `
      import { createSeatsClient } from '@seats/core'
      import '@seats/core/ui.css'
      import { ${setUp} } from '@seats/${framework}'
      import { TeamPanel } from '@seats/${framework}/ui'
      console.log(createSeatsClient, ${setUp}, TeamPanel)
    `,
      consumer.folder,
    )
    expect(modules.filter((id) => /packages\/(core|react|vue)\/src/.test(id))).toEqual([])
    const documented = Number(new RegExp(`${name}: (\\d+) kB at first`).exec(reference)?.[1])
    expect(scriptKB).toBeGreaterThan(documented - 2)
    expect(scriptKB).toBeLessThanOrEqual(documented + 0.5)
  },
)
