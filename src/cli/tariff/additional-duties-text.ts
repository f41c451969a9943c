import type { ShownAdditionalDuties, ShownCode } from '../../tariffs/index.ts'

/** What the United States charge on top of their schedule, in lines for people. */
export function additionalDutiesText({ additionalDuties, origin }: ShownCode): readonly string[] {
  if (additionalDuties === undefined) return []
  return [
    '',
    `additional duties on goods of ${origin}:`,
    ...dutiesText(additionalDuties),
    ...unsettledText(additionalDuties),
    ...endedText(additionalDuties),
    totalText(additionalDuties),
  ]
}

function dutiesText({ duties }: ShownAdditionalDuties): readonly string[] {
  if (duties.length === 0) return ['  none is certain']
  return duties.map(({ heading, name, mode, percent, law, inForce: { from, until } }) => {
    const rate = percent === undefined ? 'free' : `${percent}%`
    const kind = mode === 'minimum-total' ? ' in total with the schedule' : ''
    const window = `since ${from}${until === undefined ? '' : `, until ${until}`}`
    return `  ${heading} ${rate}${kind}: ${name.en}, ${window} (${law.title})`
  })
}

function unsettledText({ unsettled }: ShownAdditionalDuties): readonly string[] {
  return unsettled.map(({ failure }) => `  not settled: ${failure.message}`)
}

function endedText({ ended }: ShownAdditionalDuties): readonly string[] {
  return ended.map(({ name, heading, inForce: { from, until }, law, endedBy }) => {
    const by = endedBy === undefined ? law.title : `ended by ${endedBy.title}`
    return `  not charged any more: ${heading ?? ''} ${name.en}, ${from} to ${until ?? ''} (${by})`
  })
}

function totalText({ effectivePercent, notSaid }: ShownAdditionalDuties): string {
  return effectivePercent === undefined
    ? `  together with the schedule: not said. ${notSaid?.en ?? ''}`
    : `  together with the schedule: ${effectivePercent}% of the value`
}
