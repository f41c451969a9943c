import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { openLiveStream, type Liveness } from './live-stream.ts'

/** A browser's reader of events, whose server the test plays. */
class PlayedSource extends EventTarget {
  static readonly CLOSED = 2
  static readonly all: PlayedSource[] = []
  readyState = 0

  constructor(readonly path: string) {
    super()
    PlayedSource.all.push(this)
  }

  accept(): void {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }

  tell(type: string, data: string): void {
    this.dispatchEvent(new MessageEvent(type, { data }))
  }

  breakOff(): void {
    this.readyState = 0
    this.dispatchEvent(new Event('error'))
  }

  refuse(): void {
    this.readyState = PlayedSource.CLOSED
    this.dispatchEvent(new Event('error'))
  }

  close(): void {
    this.readyState = PlayedSource.CLOSED
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', PlayedSource)
  PlayedSource.all.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function listen() {
  const heard: string[] = []
  const states: Liveness[] = []
  const onRefused = vi.fn()
  const onBegin = vi.fn()
  const end = openLiveStream({
    path: '/stream',
    events: ['changed'],
    onEvent: (type, data) => heard.push(`${type} ${data}`),
    onBegin,
    onState: (state) => states.push(state),
    onRefused,
  })
  const source = () => PlayedSource.all.at(-1)!
  return { heard, states, onRefused, onBegin, end, source }
}

test('tells what it hears, and that what happened before has to be read', () => {
  const { heard, states, onBegin, source } = listen()
  source().accept()
  source().tell('changed', 'one')
  source().tell('other', 'two')
  expect(heard).toEqual(['changed one'])
  expect(states).toEqual(['live'])
  expect(onBegin).toHaveBeenCalledTimes(1)
})

test('leaves to the browser what breaks off, and reads what was missed', () => {
  const { states, onBegin, onRefused, source } = listen()
  source().accept()
  source().breakOff()
  vi.advanceTimersByTime(120_000)
  expect(PlayedSource.all).toHaveLength(1)
  source().accept()
  expect(states).toEqual(['live', 'lost', 'live'])
  expect(onBegin).toHaveBeenCalledTimes(2)
  expect(onRefused).not.toHaveBeenCalled()
})

test('asks again after a refusal, less and less often, and reads anew once it is let in', () => {
  const { states, onBegin, onRefused, source } = listen()
  for (const count of [1, 2, 3]) {
    source().refuse()
    expect(onRefused).toHaveBeenCalledTimes(count)
    vi.advanceTimersByTime(2_000 * 2 ** (count - 1) - 1)
    expect(PlayedSource.all).toHaveLength(count)
    vi.advanceTimersByTime(1)
    expect(PlayedSource.all).toHaveLength(count + 1)
  }
  source().accept()
  expect(states.at(-1)).toBe('live')
  expect(onBegin).toHaveBeenCalledTimes(1)
})

test('asks no more once it has been ended', () => {
  const { end, source } = listen()
  source().refuse()
  end()
  vi.advanceTimersByTime(120_000)
  expect(PlayedSource.all).toHaveLength(1)
  expect(source().readyState).toBe(PlayedSource.CLOSED)
})
