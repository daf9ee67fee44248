import type { SeatInvitee } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, expectLines, mountPage } from '../page.ts'
import { button, line, seatRows } from '../team.ts'
import { h } from '../View.ts'
import { World } from '../World.ts'

export function bulkStories(driver: Driver): void {
  describe('useAssignSeats', () => {
    test('shows all recipients at once, then the outcome of each, and reads the roster twice', async () => {
      const world = await World.create({ seats: 5, roster: ['ada@example.com claimed'] })
      const people = ['grace@example.com', 'lin@example.com', 'Ada@example.com', 'grace@example.com', 'nobody']
      const page = mountPage(driver, {
        component: importPage(world, people),
        client: world.createClient(),
        input: null,
      })
      await expectLines(page, 'ada@example.com claimed', 'idle')
      const calls = [world.holdNextCall('POST'), world.holdNextCall('POST')]
      click(page, 'start')
      await expectLines(
        page,
        'ada@example.com claimed',
        'grace@example.com pending',
        'lin@example.com pending',
        'running 3/5',
      )
      for (const call of calls) call.release()
      await expectLines(
        page,
        'ada@example.com claimed',
        'grace@example.com pending',
        'lin@example.com pending',
        'done 5/5',
        'assigned assigned already_seated duplicate invalid',
      )
      expect(world.calls).toEqual(['GET', 'GET', 'POST', 'POST'])
    })

    test('hides the recipients without a seat after `cancel`, and assigns the rest after `resume`', async () => {
      const world = await World.create()
      const people = ['ada@example.com', 'grace@example.com', 'lin@example.com']
      const page = mountPage(driver, {
        component: importPage(world, people, 1),
        client: world.createClient(),
        input: null,
      })
      await expectLines(page, 'idle')
      const call = world.holdNextCall('POST')
      click(page, 'start')
      await call.arrived
      click(page, 'cancel')
      call.release()
      await expectLines(page, 'ada@example.com pending', 'stopped 1/3', 'assigned skipped skipped')
      click(page, 'resume')
      await expectLines(page, ...people.map((email) => `${email} pending`), 'done 3/3', 'assigned assigned assigned')
      expect(world.calls.filter((method) => method === 'POST')).toHaveLength(3)
    })

    test('continues after its component is unmounted, and a new component shows it', async () => {
      const world = await World.create()
      const people = ['ada@example.com', 'grace@example.com']
      const client = world.createClient()
      const component = importPage(world, people, 1)
      const page = mountPage(driver, { component, client, input: null })
      await expectLines(page, 'idle')
      const call = world.holdNextCall('POST')
      click(page, 'start')
      await call.arrived
      page.unmount()
      const again = mountPage(driver, { component, client, input: null, cache: page.cache })
      await expectLines(again, 'ada@example.com pending', 'grace@example.com pending', 'running 0/2')
      click(again, 'start')
      call.release()
      await expectLines(again, 'ada@example.com pending', 'grace@example.com pending', 'done 2/2', 'assigned assigned')
      expect(world.calls.filter((method) => method === 'POST')).toHaveLength(2)
      click(again, 'reset')
      await expectLines(again, 'ada@example.com pending', 'grace@example.com pending', 'idle')
    })

    test('shows a recipient who already has a seat, and reports an invalid recipient without a request', async () => {
      const world = await World.create({ seats: 5 })
      const people = ['ada@example.com', 42 as unknown as string]
      const page = mountPage(driver, {
        component: importPage(world, people),
        client: world.createClient(),
        input: null,
      })
      await expectLines(page, 'idle')
      await world.createOtherClient().assignSeat({ ...world.source, email: 'ada@example.com' })
      click(page, 'start')
      await expectLines(page, 'ada@example.com pending', 'done 2/2', 'already_seated invalid')
      expect(world.calls).toEqual(['GET', 'GET'])
    })

    test('shows the error and no recipient if it cannot read the roster, and can be resumed', async () => {
      const world = await World.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, {
        component: importPage(world, ['lin@example.com']),
        client: world.createClient(),
        input: null,
      })
      await expectLines(page, 'ada@example.com pending', 'idle')
      await world.failNextCall('GET', {
        kind: 'status',
        status: 403,
        body: '{"error":"FeatureNotEnabled","detail":"No."}',
      })
      click(page, 'start')
      await expectLines(page, 'ada@example.com pending', 'failed', 'FeatureNotEnabled')
      expect(world.calls).not.toContain('POST')
      click(page, 'resume')
      await expectLines(page, 'ada@example.com pending', 'lin@example.com pending', 'done 1/1', 'assigned')
    })
  })
}

function importPage(world: World, emails: string[], concurrency = 4): Component<null> {
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
        ...seatRows(seats.data),
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
