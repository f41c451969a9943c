import type { BilingualText } from '../../customs/bilingual-text.ts'
import type { NextStep } from './next-step.ts'

/** How far back the history of a step is looked at: customs and carriers change with the season. */
export const HISTORY_DAYS = 90

/** With fewer cases nothing is said: two quick parcels promise nothing about the third. */
export const CASES_NEEDED = 20

/** How long a step took in the past, in seconds that really occurred, so nothing is interpolated. */
export interface StepHistory {
  /** Cases that went through the step within {@link HISTORY_DAYS}. */
  readonly cases: number
  readonly medianSeconds: number
  /** Nine of ten took no longer. */
  readonly ninetiethSeconds: number
}

/** How long the next step has taken others. It tells of the past and promises nothing. */
export interface ExpectedTime {
  readonly text: BilingualText
  readonly restsOn: ExpectationBasis
}

/** The figures behind the sentence, so that nobody need take it on trust. */
export interface ExpectationBasis {
  /** Parcels that went through the step within these days. */
  readonly cases: number
  readonly sinceDays: number
  readonly halfWithinSeconds: number
  readonly nineInTenWithinSeconds: number
}

/**
 * What can be said about the time that the next step takes; nothing where the history is too short.
 * A parcel that has already waited longer than nine of ten is told so, instead of being told the
 * hours that it has missed.
 */
export function expectedTime(
  { done }: NextStep,
  history: StepHistory | undefined,
  waitedSeconds: number,
): ExpectedTime | undefined {
  if (history === undefined || history.cases < CASES_NEEDED) return undefined
  const { cases, medianSeconds, ninetiethSeconds } = history
  return {
    restsOn: {
      cases,
      sinceDays: HISTORY_DAYS,
      halfWithinSeconds: medianSeconds,
      nineInTenWithinSeconds: ninetiethSeconds,
    },
    text: waitedSeconds > ninetiethSeconds ? longerThanMost(done, history) : usual(done, history),
  }
}

function usual(done: BilingualText, history: StepHistory): BilingualText {
  const half = durationText(history.medianSeconds)
  const most = durationText(history.ninetiethSeconds)
  const { cases } = history
  if (half.en === most.en) return nineInTen(done, history)
  return {
    en: `Of the last ${cases} parcels, half ${done.en} within ${half.en} and nine in ten within ${most.en}.`,
    zh: `最近${cases}个包裹中，半数在${half.zh}内、九成在${most.zh}内${done.zh}。`,
  }
}

function nineInTen(done: BilingualText, { cases, ninetiethSeconds }: StepHistory): BilingualText {
  const most = durationText(ninetiethSeconds)
  return {
    en: `Of the last ${cases} parcels, nine in ten ${done.en} within ${most.en}.`,
    zh: `最近${cases}个包裹中，九成在${most.zh}内${done.zh}。`,
  }
}

function longerThanMost(done: BilingualText, history: StepHistory): BilingualText {
  const { en, zh } = nineInTen(done, history)
  return {
    en: `${en} Yours has waited longer; if you hear nothing, ask the shop or agent you bought from.`,
    zh: `${zh}您的包裹等待时间较长；如一直没有消息，请咨询您下单的商家或代购。`,
  }
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A duration in the unit that people would use, rounded up so that "within" stays true. */
export function durationText(seconds: number): BilingualText {
  if (seconds <= 90 * MINUTE) return inUnits(seconds / MINUTE, 'minute', '分钟')
  if (seconds <= 2 * DAY) return inUnits(seconds / HOUR, 'hour', '小时')
  return inUnits(seconds / DAY, 'day', '天')
}

function inUnits(value: number, en: string, zh: string): BilingualText {
  const count = Math.max(1, Math.ceil(value))
  return { en: `${count} ${en}${count === 1 ? '' : 's'}`, zh: `${count}${zh}` }
}
