import { visitApp } from '@seats/conformance/visitApp'
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const cwd = new URL('..', import.meta.url).pathname

test('pages with hooks and with TeamPanel are rendered on the server, and hydrated without a warning or a second request', async () => {
  const build = spawnSync('turbo', ['run', 'build', '--filter=next-app'], { cwd, encoding: 'utf8' })
  expect(build.status, build.stdout).toBe(0)
  const visit = await visitApp(({ port, polar, token, subscription }) => ({
    command: [process.execPath, 'node_modules/next/dist/bin/next', 'start', '-p', `${port}`, '-H', '127.0.0.1'],
    cwd,
    env: {
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      POLAR_URL: polar,
      POLAR_ACCESS_TOKEN: token,
      SUBSCRIPTION_ID: subscription,
    },
  }))
  expect(visit.html).toContain('2 of 5 seats used')
  expect(visit.html).toContain('grace@example.com')
  expect(visit.linesAfterHydration).toEqual(['2 of 5 seats used', 'ada@example.com Revoke', 'grace@example.com Revoke'])
  expect(visit.consoleErrors).toEqual([])
  expect(visit.reportStatuses).toEqual([200, 403, 403])
  expect(visit.calls).toEqual(['DELETE'])
  expect(visit.linesAfterRevoke).toEqual(['1 of 5 seats used', 'ada@example.com Revoke'])
  // No response may contain the token. The answer to the revoke must be among the responses that are checked.
  expect(visit.responseBodies).toContain('"status":"revoked"')
  expect(visit.responseBodies).not.toContain('polar_oat')

  const { panel } = visit
  expect(panel.html).toContain('Invite by email')
  expect(panel.rowsFromServer).toEqual([
    expect.stringContaining('ada@example.com You'),
    expect.stringContaining('grace@example.com'),
  ])
  expect(panel.rowsAfterHydration).toEqual(panel.rowsFromServer)
  expect(panel.consoleErrors).toEqual([])
  expect(panel.calls).toEqual([])
}, 600_000)
