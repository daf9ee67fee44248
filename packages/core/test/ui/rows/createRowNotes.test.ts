import { createRowNotes, type RowNote } from '@seats/core/ui'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the number of people is announced some seconds after it has changed, and only the newest number', () => {
  const announced: string[] = []
  const notes = createRowNotes()
  notes.subscribe(() => announced.push(notes.getState().announcement))
  notes.announceCount('300 people')
  vi.advanceTimersByTime(10_000)
  expect(announced).toEqual([])
  notes.announceCount('40 people')
  vi.advanceTimersByTime(1000)
  notes.announceCount('1 person')
  vi.advanceTimersByTime(1999)
  expect(announced).toEqual([])
  vi.advanceTimersByTime(1)
  expect(announced).toEqual(['1 person'])
  notes.announceCount('2 people')
  vi.advanceTimersByTime(3000)
  expect(announced).toEqual(['1 person', '2 people'])
})

test('the number of people does not replace a message that was announced shortly before', () => {
  const notes = createRowNotes()
  notes.announceCount('3 people')
  notes.announceCount('2 people')
  vi.advanceTimersByTime(2999)
  notes.set('seat', { step: 'done', message: 'Ada no longer has a seat.' } as RowNote)
  vi.advanceTimersByTime(2999)
  expect(notes.getState().announcement).toBe('Ada no longer has a seat.')
  vi.advanceTimersByTime(1)
  expect(notes.getState().announcement).toBe('2 people')
})
