const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long something took, in its two largest units: "1 hour" stands for anything up to two, which says
 * too little of an answer.
 *
 * @param span writes a span in its largest unit, as the reader's language does
 */
export function durationText(seconds: number, span: (seconds: number) => string): string {
  if (seconds < MINUTE) return span(seconds)
  const unit = seconds >= 2 * DAY ? DAY : seconds >= HOUR ? HOUR : MINUTE
  const smaller = { [DAY]: HOUR, [HOUR]: MINUTE }[unit] ?? 1
  const rest = seconds % unit
  const told = rest - (rest % smaller)
  // Of minutes the seconds are told only while there are few.
  const isExact = told === 0 || (unit === MINUTE && seconds >= 10 * MINUTE)
  return isExact ? span(seconds - rest) : `${span(seconds - rest)} ${span(told)}`
}
