import type { LocalDate } from '../calendar/local-date.ts'
import type { Destination } from '../destination/destination.ts'
import { lawReadOn } from '../destination/law-read-on.ts'
import type { CoverageGap } from './coverage-gap.ts'

/**
 * Says of a day after the last reading of the law that nothing later is known: whoever asks what goods
 * will cost in years is told by which law the figures are.
 */
export function lawNotRead({
  destination,
  on,
}: {
  readonly destination: Destination
  readonly on: LocalDate
}): readonly CoverageGap[] {
  const read = lawReadOn(destination)
  if (on <= read) return []
  const { en, zh } = destination.name
  return [
    {
      name: { en: 'Later law', zh: '其后的法律' },
      en: `The law of ${en} was last read on ${read}. What has been decided since for later days, and editions of the tariff that are not loaded, are not in these figures.`,
      zh: `${zh}的法律最近一次核对于 ${read}；此后作出的、适用于其后日期的规定，以及尚未载入的税则版本，均未计入。`,
    },
  ]
}
