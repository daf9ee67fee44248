import type { SeatInvitee } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, says, show } from '../page.ts'
import { button, line, rows } from '../team.ts'
import { h } from '../View.ts'
import { World } from '../World.ts'

export function bulkStories(driver: Driver): void {
  describe('useAssignSeats', () => {
    test('shows everybody at once, then each outcome, and reads the roster as rarely as possible', async () => {
      const world = await World.create({ seats: 5, roster: ['ada@example.com claimed'] })
      const people = ['grace@example.com', 'lin@example.com', 'Ada@example.com', 'grace@example.com', 'nobody']
      const page = show(driver, { component: importer(world, people), client: world.client(), input: null })
      await says(page, 'ada@example.com claimed', 'idle')
      const calls = [world.hold('POST'), world.hold('POST')]
      click(page, 'start')
      await says(page, 'ada@example.com claimed', 'grace@example.com pending', 'lin@example.com pending', 'running 3/5')
      for (const call of calls) call.release()
      await says(
        page,
        'ada@example.com claimed',
        'grace@example.com pending',
        'lin@example.com pending',
        'done 5/5',
        'assigned assigned already_seated duplicate invalid',
      )
      expect(world.calls).toEqual(['GET', 'GET', 'POST', 'POST'])
    })

    test('stops on demand, hides the people without a seat, and resumes', async () => {
      const world = await World.create()
      const people = ['ada@example.com', 'grace@example.com', 'lin@example.com']
      const page = show(driver, { component: importer(world, people, 1), client: world.client(), input: null })
      await says(page, 'idle')
      const call = world.hold('POST')
      click(page, 'start')
      await call.arrived
      click(page, 'cancel')
      call.release()
      await says(page, 'ada@example.com pending', 'stopped 1/3', 'assigned skipped skipped')
      click(page, 'resume')
      await says(page, ...people.map((email) => `${email} pending`), 'done 3/3', 'assigned assigned assigned')
      expect(world.calls.filter((method) => method === 'POST')).toHaveLength(3)
    })

    test('goes on while no component shows it', async () => {
      const world = await World.create()
      const people = ['ada@example.com', 'grace@example.com']
      const client = world.client()
      const component = importer(world, people, 1)
      const page = show(driver, { component, client, input: null })
      await says(page, 'idle')
      const call = world.hold('POST')
      click(page, 'start')
      await call.arrived
      page.unmount()
      const again = show(driver, { component, client, input: null, cache: page.cache })
      await says(again, 'ada@example.com pending', 'grace@example.com pending', 'running')
      click(again, 'start')
      call.release()
      await says(again, 'ada@example.com pending', 'grace@example.com pending', 'done 2/2', 'assigned assigned')
      expect(world.calls.filter((method) => method === 'POST')).toHaveLength(2)
      click(again, 'reset')
      await says(again, 'ada@example.com pending', 'grace@example.com pending', 'idle')
    })

    test('shows people whom somebody else has seated, and refuses an invalid recipient', async () => {
      const world = await World.create({ seats: 5 })
      const people = ['ada@example.com', 42 as unknown as string]
      const page = show(driver, { component: importer(world, people), client: world.client(), input: null })
      await says(page, 'idle')
      await world.someoneElse().assignSeat({ ...world.source, email: 'ada@example.com' })
      click(page, 'start')
      await says(page, 'ada@example.com pending', 'done 2/2', 'already_seated invalid')
      expect(world.calls).toEqual(['GET', 'GET'])
    })

    test('says why it could not start, shows nobody, and starts again', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = show(driver, {
        component: importer(world, ['lin@example.com']),
        client: world.client(),
        input: null,
      })
      await says(page, 'ada@example.com pending', 'idle')
      await world.fail('GET', { kind: 'status', status: 403, body: '{"error":"FeatureNotEnabled","detail":"No."}' })
      click(page, 'start')
      await says(page, 'ada@example.com pending', 'failed', 'FeatureNotEnabled')
      expect(world.calls).not.toContain('POST')
      click(page, 'resume')
      await says(page, 'ada@example.com pending', 'lin@example.com pending', 'done 1/1', 'assigned')
    })
  })
}

function importer(world: World, emails: string[], concurrency = 4): Component<null> {
  return (use) => {
    const seats = use.useSeats(() => world.source)
    const bulk = use.useAssignSeats(
      () => world.source,
      () => ({ concurrency }),
    )
    const people: SeatInvitee[] = emails.map((email) => ({ email }))
    return () => {
      const { status, progress, report, error } = bulk
      return h(
        'div',
        {},
        ...rows(seats.data),
        line(progress ? `${status} ${progress.done}/${progress.total}` : status),
        ...(report && status !== 'running' ? [line(report.results.map(({ outcome }) => outcome).join(' '))] : []),
        ...(error ? [line(error.code)] : []),
        button('start', () => bulk.start(people)),
        button('cancel', () => bulk.cancel()),
        button('resume', () => bulk.resume()),
        button('reset', () => bulk.reset()),
      )
    }
  }
}
