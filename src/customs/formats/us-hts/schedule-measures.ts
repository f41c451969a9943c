import type { LocalDate } from '../../calendar/local-date.ts'
import { changesOfValidity } from '../../calendar/periods-between.ts'
import { inOneList } from '../../in-one-list.ts'
import type { Measure } from '../../measures/measure.ts'
import type { GoodsOnDay, MeasureBook } from '../../measures/measure-index.ts'
import { rememberedMeasures } from '../../measures/remembered-measures.ts'
import type { BaseRates, HtsEdition } from './edition/hts-edition.ts'
import type { Rate } from './rate/rate.ts'
import { rateExpression } from './rate-expression.ts'
import {
  isColumn2,
  programmesOpenTo,
  type SpecialProgramme,
  type SpecialProgrammes,
} from './special-programmes.ts'

/** Where the schedule is published, for those who want to read a rate at its source. */
const SCHEDULE_URL = 'https://hts.usitc.gov/'

/** Rates of an edition, as far as measures are made from them. */
export type ScheduleRates = Pick<HtsEdition, 'id' | 'validFrom' | 'rates'>

/**
 * The base rates of the schedule as measures: the general column as the duty of third countries, that
 * of column 2 for the few countries without normal trade relations, and the special column as
 * preferences of the programmes that are in force for the origin on the day. Measures are made when
 * they are asked for, because most lines are never asked about.
 *
 * @param editions in any order
 */
export function scheduleMeasures(
  editions: readonly ScheduleRates[],
  programmes: SpecialProgrammes,
): MeasureBook {
  const latestFirst = editions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
  const windows = [...programmes.programmes, ...programmes.column2]
  const changes = [
    ...editions.map(({ validFrom }) => validFrom),
    ...windows.flatMap(changesOfValidity),
  ]
  const book: MeasureBook = {
    measuresFor: (goods) => {
      const at = latestFirst.findIndex(({ validFrom }) => validFrom <= goods.on)
      const edition = latestFirst[at]
      const rates = edition && ratesOf(edition, goods.code)
      return rates === undefined
        ? []
        : measuresOf(
            { edition: edition!, rates, earlier: latestFirst.slice(at + 1) },
            { goods, programmes },
          )
    },
    changesBelow: () => changes,
  }
  return rememberedMeasures(book, changes)
}

/** The rates of a code; statistical lines have those of the line that they stand below. */
function ratesOf({ rates }: ScheduleRates, code: string): BaseRates | undefined {
  return rates.get(code) ?? (code.length > 8 ? rates.get(code.slice(0, 8)) : undefined)
}

interface Asked {
  readonly goods: GoodsOnDay
  readonly programmes: SpecialProgrammes
}

/** What the edition of the day prints for goods. */
interface Printed {
  readonly edition: ScheduleRates
  readonly rates: BaseRates
  /** The editions before it, latest first. */
  readonly earlier: readonly ScheduleRates[]
}

function measuresOf(printed: Printed, { goods, programmes }: Asked): readonly Measure[] {
  const { general, column2 } = printed.rates
  if (isColumn2(programmes, goods)) {
    if (column2 === undefined) return []
    const rateIn = (rates: BaseRates) => rates.column2?.rate
    return [measure(printed, { id: 'column-2', type: '103', area: goods.origin, rateIn })]
  }
  const rateIn = (rates: BaseRates) => rates.general?.rate
  return [
    ...(general === undefined
      ? []
      : [measure(printed, { id: 'general', type: '103', area: '1011', rateIn })]),
    ...inOneList(
      programmesOpenTo(programmes, goods).map((programme) => specialMeasure(printed, programme)),
    ),
  ]
}

/** The special rate of a programme, where the line prints one for it. */
function specialMeasure(
  printed: Printed,
  { symbol, law, name, from, until }: SpecialProgramme,
): readonly Measure[] {
  const rateIn = ({ special }: BaseRates) =>
    special.find(({ programmes }) => programmes?.includes(symbol))?.rate
  if (rateIn(printed.rates) === undefined) return []
  const made = measure(printed, { id: `special-${symbol}`, type: '142', area: symbol, rateIn })
  const validity = until === undefined ? { from } : { from, until }
  return [{ name, ...made, validity, law: { title: law, url: SCHEDULE_URL } }]
}

interface ColumnOfLine {
  readonly id: string
  readonly type: string
  readonly area: string
  /** The rate that the line has in this column. */
  readonly rateIn: (rates: BaseRates) => Rate | undefined
}

function measure(printed: Printed, { id, type, area, rateIn }: ColumnOfLine): Measure {
  const { statedBy } = printed.rates
  const read = rateExpression(rateIn(printed.rates)!)
  const since = printedSince(printed, rateIn)
  return {
    id: `${statedBy}-${id}`,
    type,
    code: statedBy,
    area,
    excludedAreas: [],
    ...(read.kind === 'expression'
      ? { expression: read.expression }
      : { notWorkedOut: read.because }),
    conditions: [],
    validity: { from: since },
    law: { title: lawOfLine(statedBy, since), url: SCHEDULE_URL },
    edition: printed.edition.id,
  }
}

/**
 * The day of the first of the editions that print the same rate for the line without a break: an
 * edition that comes in changes nothing for the lines that it leaves as they were.
 */
function printedSince(
  { edition, rates, earlier }: Printed,
  rateIn: ColumnOfLine['rateIn'],
): LocalDate {
  const same = JSON.stringify(rateIn(rates))
  let since = edition.validFrom
  for (const { rates: before, validFrom } of earlier) {
    const line = before.get(rates.statedBy)
    const rate = line === undefined ? undefined : rateIn(line)
    if (rate === undefined || JSON.stringify(rate) !== same) break
    since = validFrom
  }
  return since
}

function lawOfLine(code: string, since: LocalDate): string {
  return `Harmonized Tariff Schedule of the United States, ${code}, as of ${since}`
}
