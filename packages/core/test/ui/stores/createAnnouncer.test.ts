import { createAnnouncer } from '@seats/core/ui'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function recordAnnouncements() {
  const texts: string[] = []
  const announcer = createAnnouncer()
  const unsubscribe = announcer.subscribe(() => texts.push(announcer.getState()))
  return { announcer, texts, unsubscribe }
}

test('a text that changes often is announced at once, then every five seconds, with its newest value', () => {
  const { announcer, texts } = recordAnnouncements()
  for (let done = 1; done <= 12; done++) {
    announcer.say(`${done} done`)
    vi.advanceTimersByTime(1000)
  }
  expect(texts).toEqual(['1 done', '5 done', '10 done'])
})

test('the newest text is announced at the end of the pause, if no other text follows', () => {
  const { announcer, texts } = recordAnnouncements()
  announcer.say('1 done')
  announcer.say('2 done')
  vi.advanceTimersByTime(4999)
  expect(texts).toEqual(['1 done'])
  vi.advanceTimersByTime(1)
  expect(texts).toEqual(['1 done', '2 done'])
})

test('the last text is announced at once, and nothing after it', () => {
  const { announcer, texts } = recordAnnouncements()
  announcer.say('1 done')
  announcer.say('2 done')
  announcer.say('3 done. Finished.', true)
  vi.advanceTimersByTime(60_000)
  expect(texts).toEqual(['1 done', '3 done. Finished.'])
})

test('a text that was announced is not announced again', () => {
  const { announcer, texts } = recordAnnouncements()
  announcer.say('1 done')
  vi.advanceTimersByTime(5000)
  announcer.say('1 done', true)
  expect(texts).toEqual(['1 done'])
})

test('no timer runs while nobody listens', () => {
  const { announcer, texts, unsubscribe } = recordAnnouncements()
  announcer.say('1 done')
  announcer.say('2 done')
  unsubscribe()
  expect(vi.getTimerCount()).toBe(0)
  const unsubscribeAgain = announcer.subscribe(() => texts.push(announcer.getState()))
  announcer.say('3 done')
  vi.advanceTimersByTime(5000)
  unsubscribeAgain()
  expect(texts).toEqual(['1 done', '3 done'])
})
