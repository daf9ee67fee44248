import type { SeatInvitee } from '@seats/core'
import { describe, expect, test } from 'vitest'
import type { Component, Driver } from '../Driver.ts'
import { click, expectLines, linesOf, mountPage } from '../page.ts'
import { button, line, seatRows } from '../team.ts'
import { h } from '../View.ts'
import { TestBackend } from '../TestBackend.ts'

export function bulkStories(driver: Driver): void {
  describe('useAssignSeats', () => {
    test('shows the new recipients at once, then the outcome of each recipient, and reads the roster twice', async () => {
      const backend = await TestBackend.create({ seats: 5, roster: ['ada@example.com claimed'] })
      const people = ['grace@example.com', 'lin@example.com', 'Ada@example.com', 'grace@example.com', 'nobody']
      const page = mountPage(driver, {
        component: importPage(backend, people),
        client: backend.createClient(),
        input: null,
      })
      await expectLines(page, 'ada@example.com claimed', 'idle')
      const calls = [backend.holdNextCall('POST'), backend.holdNextCall('POST')]
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
      expect(backend.calls).toEqual(['GET', 'GET', 'POST', 'POST'])
    })

    test('hides the recipients without a seat after `cancel`, and assigns the rest after `resume`', async () => {
      const backend = await TestBackend.create()
      const people = ['ada@example.com', 'grace@example.com', 'lin@example.com']
      const page = mountPage(driver, {
        component: importPage(backend, people, 1),
        client: backend.createClient(),
        input: null,
      })
      await expectLines(page, 'idle')
      const call = backend.holdNextCall('POST')
      click(page, 'start')
      await call.arrived
      click(page, 'cancel')
      call.release()
      await expectLines(page, 'ada@example.com pending', 'stopped 1/3', 'assigned skipped skipped')
      click(page, 'resume')
      await expectLines(page, ...people.map((email) => `${email} pending`), 'done 3/3', 'assigned assigned assigned')
      expect(backend.calls.filter((method) => method === 'POST')).toHaveLength(3)
    })

    test('a job continues after its component is unmounted, and a new component shows it', async () => {
      const backend = await TestBackend.create()
      const people = ['ada@example.com', 'grace@example.com']
      const client = backend.createClient()
      const component = importPage(backend, people, 1)
      const page = mountPage(driver, { component, client, input: null })
      await expectLines(page, 'idle')
      const call = backend.holdNextCall('POST')
      click(page, 'start')
      await call.arrived
      page.unmount()
      const secondPage = mountPage(driver, { component, client, input: null, cache: page.cache })
      await expectLines(secondPage, 'ada@example.com pending', 'grace@example.com pending', 'running 0/2')
      click(secondPage, 'start')
      call.release()
      await expectLines(
        secondPage,
        'ada@example.com pending',
        'grace@example.com pending',
        'done 2/2',
        'assigned assigned',
      )
      expect(backend.calls.filter((method) => method === 'POST')).toHaveLength(2)
      click(secondPage, 'reset')
      await expectLines(secondPage, 'ada@example.com pending', 'grace@example.com pending', 'idle')
    })

    test('shows a recipient who has a seat already, reports an invalid recipient, and assigns no seat', async () => {
      const backend = await TestBackend.create({ seats: 5 })
      const people = ['ada@example.com', 42 as unknown as string]
      const page = mountPage(driver, {
        component: importPage(backend, people),
        client: backend.createClient(),
        input: null,
      })
      await expectLines(page, 'idle')
      await backend.createOtherClient().assignSeat({ ...backend.source, email: 'ada@example.com' })
      click(page, 'start')
      await expectLines(page, 'ada@example.com pending', 'done 2/2', 'already_seated invalid')
      expect(backend.calls).toEqual(['GET', 'GET'])
    })

    test('shows the error and no new row if the roster cannot be read, and can be resumed', async () => {
      const backend = await TestBackend.create({ roster: ['ada@example.com'] })
      const page = mountPage(driver, {
        component: importPage(backend, ['lin@example.com']),
        client: backend.createClient(),
        input: null,
      })
      await expectLines(page, 'ada@example.com pending', 'idle')
      await backend.failNextCall('GET', {
        kind: 'status',
        status: 403,
        body: '{"error":"FeatureNotEnabled","detail":"No."}',
      })
      click(page, 'start')
      await expectLines(page, 'ada@example.com pending', 'failed', 'FeatureNotEnabled')
      expect(backend.calls).not.toContain('POST')
      click(page, 'resume')
      // The read after the job can change the order of the people, because a roster has no defined order.
      const done = ['ada@example.com pending', 'assigned', 'done 1/1', 'lin@example.com pending']
      await expect.poll(() => linesOf(page).toSorted()).toEqual(done)
    })
  })
}

function importPage(backend: TestBackend, emails: string[], concurrency = 4): Component<null> {
  return (use) => {
    const seats = use.useSeats(() => backend.source)
    const bulk = use.useAssignSeats(
      () => backend.source,
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
