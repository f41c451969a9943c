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
  const book: MeasureBook = {
    measuresFor: (goods) => {
      const edition = latestFirst.find(({ validFrom }) => validFrom <= goods.on)
      const rates = edition && ratesOf(edition, goods.code)
      return rates === undefined ? [] : measuresOf(edition!, rates, { goods, programmes })
    },
  }
  const windows = [...programmes.programmes, ...programmes.column2]
  return rememberedMeasures(book, [
    ...editions.map(({ validFrom }) => validFrom),
    ...windows.flatMap(changesOfValidity),
  ])
}

/** The rates of a code; statistical lines have those of the line that they stand below. */
function ratesOf({ rates }: ScheduleRates, code: string): BaseRates | undefined {
  return rates.get(code) ?? (code.length > 8 ? rates.get(code.slice(0, 8)) : undefined)
}

interface Asked {
  readonly goods: GoodsOnDay
  readonly programmes: SpecialProgrammes
}

function measuresOf(
  edition: ScheduleRates,
  rates: BaseRates,
  { goods, programmes }: Asked,
): readonly Measure[] {
  if (isColumn2(programmes, goods)) {
    return rates.column2 === undefined
      ? []
      : [
          measure(edition, rates, {
            id: 'column-2',
            type: '103',
            area: goods.origin,
            rate: rates.column2.rate,
          }),
        ]
  }
  const general = rates.general
  return [
    ...(general === undefined
      ? []
      : [
          measure(edition, rates, { id: 'general', type: '103', area: '1011', rate: general.rate }),
        ]),
    ...inOneList(
      programmesOpenTo(programmes, goods).map((programme) =>
        specialMeasure(edition, rates, programme),
      ),
    ),
  ]
}

/** The special rate of a programme, where the line prints one for it. */
function specialMeasure(
  edition: ScheduleRates,
  rates: BaseRates,
  { symbol, law, name, from, until }: SpecialProgramme,
): readonly Measure[] {
  const special = rates.special.find(({ programmes }) => programmes?.includes(symbol))
  if (special === undefined) return []
  const made = measure(edition, rates, {
    id: `special-${symbol}`,
    type: '142',
    area: symbol,
    rate: special.rate,
  })
  const validity = until === undefined ? { from } : { from, until }
  return [{ name, ...made, validity, law: { title: law, url: SCHEDULE_URL } }]
}

function measure(
  { id: edition, validFrom }: ScheduleRates,
  { statedBy }: BaseRates,
  of: {
    readonly id: string
    readonly type: string
    readonly area: string
    readonly rate: Rate
  },
): Measure {
  const read = rateExpression(of.rate)
  return {
    id: `${statedBy}-${of.id}`,
    type: of.type,
    code: statedBy,
    area: of.area,
    excludedAreas: [],
    ...(read.kind === 'expression'
      ? { expression: read.expression }
      : { notWorkedOut: read.because }),
    conditions: [],
    validity: { from: validFrom },
    law: { title: lawOfLine(statedBy, validFrom), url: SCHEDULE_URL },
    edition,
  }
}

function lawOfLine(code: string, validFrom: LocalDate): string {
  return `Harmonized Tariff Schedule of the United States, ${code}, as of ${validFrom}`
}
