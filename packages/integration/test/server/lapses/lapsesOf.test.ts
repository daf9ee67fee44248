import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lapsesOf } from '../../../../server/src/lapses/lapsesOf.ts'
import type { SubscriptionState } from '../../../../server/src/lapses/SubscriptionState.ts'

const timeAt = (minute: number) => `2026-09-01T00:${String(minute).padStart(2, '0')}:00.000000Z`

const stateAt = (minute: number, status: string): SubscriptionState => ({
  version: timeAt(minute),
  status,
  past_due_at: status === 'past_due' ? timeAt(minute) : null,
  paused_at: status === 'paused' ? timeAt(minute) : null,
  ended_at: status === 'canceled' ? timeAt(minute) : null,
})

test('a lapse goes from the failed payment to the next active state', () => {
  const history = [stateAt(1, 'active'), stateAt(2, 'past_due'), stateAt(3, 'past_due'), stateAt(4, 'active')]
  expect(lapsesOf(history)).toEqual([{ from: timeAt(2), to: timeAt(4), status: 'past_due', isRecovered: true }])
})

test('a pause that has not ended has no end time', () => {
  expect(lapsesOf([stateAt(1, 'active'), stateAt(2, 'paused')])).toEqual([
    { from: timeAt(2), to: null, status: 'paused', isRecovered: false },
  ])
})

test('a lapse after which the subscription ends is not recovered', () => {
  expect(lapsesOf([stateAt(2, 'past_due'), stateAt(5, 'canceled')])).toEqual([
    { from: timeAt(2), to: timeAt(5), status: 'past_due', isRecovered: false },
  ])
})

test('neither the order of the states nor a repeated state matters', () => {
  const statuses = fc.constantFrom('active', 'past_due', 'paused', 'canceled', 'trialing')
  const histories = fc.array(statuses, { minLength: 1, maxLength: 20 }).chain((list) => {
    const history = list.map((status, minute) => stateAt(minute, status))
    return fc.tuple(fc.constant(history), fc.shuffledSubarray([...history, ...history], { minLength: list.length * 2 }))
  })
  fc.assert(
    fc.property(histories, ([history, shuffled]) => {
      expect(lapsesOf(shuffled)).toEqual(lapsesOf(history))
    }),
  )
})
