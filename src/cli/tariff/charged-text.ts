import type { RatedOption, RatesOnDay } from '../../customs/tariff-enquiry/rates-on-day.ts'
import type { ShownCode } from '../../tariffs/index.ts'

/** The rates that a quote would charge, in lines for people. */
export function chargedText({ charged, notCharged, origin }: ShownCode): readonly string[] {
  if (notCharged !== undefined) {
    return ['', 'a quote would ask first:', ...notCharged.map(({ message }) => `  ${message}`)]
  }
  if (charged === undefined) return []
  return [
    '',
    `a quote of goods of ${origin ?? ''} charges:`,
    ...charged.options.map((option) => `  ${optionText(option)}`),
    ...(charged.vat === undefined ? [] : [`  VAT of these goods: ${charged.vat.percent}%`]),
    ...charged.notCovered.map(({ en }) => `  not worked out: ${en}`),
  ]
}

function optionText({ name, duties, needs }: RatedOption): string {
  const rates = duties.map(({ rate }) => rate).join(' + ') || 'free'
  const wanted = needs.length === 0 ? '' : `; needs ${needs.map(({ en }) => en).join(', ')}`
  return `${name.en}: ${rates}${wanted}`
}

/** How the duty changed, a line for each period. */
export function dutyHistoryText({ history }: ShownCode): readonly string[] {
  if (history === undefined) return []
  return [
    '',
    'how the duty changed:',
    ...history.map(({ from, until, outcome }) => {
      const said = outcome.kind === 'rated' ? borneText(outcome.rates) : outcome.failures[0].message
      return `  ${from} until ${until}: ${said}`
    }),
  ]
}

/** The option of third countries comes first: what goods bear that claim nothing. */
function borneText({ options }: RatesOnDay): string {
  const [borne] = options
  if (borne === undefined) return 'no duty is stated'
  const laws = borne.duties.flatMap(({ law }) => (law === undefined ? [] : [law.title]))
  const rates = borne.duties.map(({ rate }) => rate).join(' + ') || 'free'
  return laws.length === 0 ? rates : `${rates} (${[...new Set(laws)].join('; ')})`
}
