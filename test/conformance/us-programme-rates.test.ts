import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type LocalDate, localDate } from '../../src/customs/calendar/local-date.ts'
import {
  addDecimals,
  compareDecimals,
  decimal,
  type DecimalText,
  isDecimalText,
  multiplyDecimals,
} from '../../src/customs/money/decimal.ts'
import { stackProgrammes } from '../../src/customs/programmes/stack-programmes.ts'
import { dataFile } from '../gb-reference-data.ts'
import { hasSharedMaterial, sharedMaterialAbsent, sharedPath } from '../shared-material.ts'
import { sharedStackingLaw } from '../us-programmes.ts'

/** A tariff of the tables: goods that it is certain to reach, and the programmes of ours that it is. */
interface Sample {
  readonly code: string
  readonly answers?: Readonly<Record<string, boolean>>
  readonly ours: readonly string[]
}

const samples: Readonly<Record<string, Sample>> = {
  steel: {
    code: '7208100000',
    ours: ['section-232-steel', 'section-232-steel-50', 'section-232-metals'],
  },
  aluminum: {
    code: '7606110000',
    ours: ['section-232-aluminum', 'section-232-aluminum-50', 'section-232-metals'],
  },
  copper: { code: '7407101500', ours: ['section-232-copper', 'section-232-metals'] },
  buses: { code: '8702103100', ours: ['section-232-mhdv'] },
  softwood_lumber: { code: '4407110000', ours: ['section-232-timber'] },
  wood_furniture: { code: '9401614011', ours: ['section-232-timber'] },
  kitchen_cabinets: { code: '9403409060', ours: ['section-232-timber'] },
  semiconductors: {
    code: '8473301140',
    answers: { 'advanced-semiconductor': true },
    ours: ['section-232-semiconductors'],
  },
  autos: { code: '8703230140', ours: ['section-232-autos'] },
  auto_parts: {
    code: '7009100000',
    answers: { 'passenger-vehicle-part': true, 'medium-heavy-vehicle-part': false },
    ours: ['section-232-auto-parts'],
  },
  mhd_vehicles: { code: '8701210000', ours: ['section-232-mhdv'] },
  mhd_parts: {
    code: '8709900000',
    answers: { 'medium-heavy-vehicle-part': true },
    ours: ['section-232-mhdv-parts'],
  },
  pharmaceuticals: {
    code: '3004909246',
    answers: { 'patented-pharmaceutical': true },
    ours: ['section-232-pharma'],
  },
  section_122: { code: '6109100012', ours: ['section-122'] },
  china_301: { code: '8703800000', ours: ['section-301-china'] },
  fentanyl: {
    code: '6109100012',
    ours: ['ieepa-china-fentanyl', 'ieepa-canada', 'ieepa-mexico'],
  },
  reciprocal: { code: '6109100012', ours: ['ieepa-reciprocal', 'ieepa-brazil', 'ieepa-india'] },
}

/** Names of the census that ISO has other names for. */
const otherNames: Readonly<Record<string, string | undefined>> = {
  'Saint Pierre and Miquelon': 'PM',
  'Saint Kitts and Nevis': 'KN',
  'Saint Lucia': 'LC',
  'Saint Vincent and the Grenadines': 'VC',
  Curacao: 'CW',
  'Czech Republic': 'CZ',
  'Holy See (Vatican City)': 'VA',
  Kosovo: 'XK',
  Turkey: 'TR',
  'Gaza Strip administered by Israel': 'PS',
  'West Bank administered by Israel': 'PS',
  'Burma (Myanmar)': 'MM',
  Macao: 'MO',
  'Hong Kong': 'HK',
  "Cote d'Ivoire": 'CI',
  'Saint Helena': 'SH',
  'Congo, Republic of the Congo': 'CG',
  'Congo, Democratic Republic of the Congo (formerly Za': 'CD',
  'Cabo Verde': 'CV',
  'Sao Tome and Principe': 'ST',
  Reunion: 'RE',
  'South Korea (Republic of Korea)': 'KR',
  'North Korea (Democratic People’s Republic of Korea)': 'KP',
  'French Southern and Antarctic Lands': 'TF',
  'Heard Island and McDonald Islands': 'HM',
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/ *\(.*\)|,.*| \[.*\]/g, '')
    .replaceAll('&', 'and')
    .trim()

function isoCodes(): (name: string) => string | undefined {
  const { countries } = dataFile('reference/countries.json') as {
    readonly countries: readonly { readonly code: string; readonly name: { readonly en: string } }[]
  }
  const byName = new Map(countries.map(({ code, name }) => [plain(name.en), code]))
  return (name) => otherNames[name] ?? byName.get(plain(name))
}

const readShared = (name: string): unknown =>
  JSON.parse(readFileSync(sharedPath('data', 'us-programmes', name), 'utf8'))

/** A rate of the tables: of a tariff, for a country, on a day; a fraction, `0.25` for a quarter. */
interface TableRate {
  readonly tariff: string
  readonly country: string
  readonly day: LocalDate
  readonly rate: number
}

/** The table of one day: countries with their tariffs. */
function ratesOfDay(name: string): readonly TableRate[] {
  const { policy_effective_date: day, ...countries } = readShared(name) as {
    readonly policy_effective_date: string
  } & Readonly<Record<string, unknown>>
  type Entry = {
    readonly name: string
    readonly tariffs: readonly { readonly tariff_name: string; readonly tariff_rate: number }[]
  }
  return (Object.values(countries) as readonly Entry[]).flatMap(({ name: country, tariffs }) =>
    tariffs.map(({ tariff_name: tariff, tariff_rate: rate }) => ({
      tariff,
      country,
      day: localDate(day),
      rate,
    })),
  )
}

/** A change in the list of all tariffs: of the rate for everybody, or of that for a country. */
interface Change {
  readonly base_date?: string
  readonly base_rate?: number
  readonly adjust_date?: string
  readonly adjust_rate?: number
  readonly country_name?: string
}

/** The rates of the list on each day on which it changes one, for each country that it names. */
function ratesOverTime(): readonly TableRate[] {
  const list = readShared('master_tariff_list.json') as readonly {
    readonly tariff_name: string
    readonly effective_date: readonly Change[]
  }[]
  return list.flatMap(({ tariff_name: tariff, effective_date: changes }) => {
    const days = changes.flatMap(({ base_date, adjust_date }) => base_date ?? adjust_date ?? [])
    const countries = new Set(changes.flatMap(({ country_name }) => country_name ?? []))
    return [...new Set(days)]
      .filter((day) => day >= '2024-01-01')
      .flatMap((day) =>
        [...countries, 'Kenya'].map((country) => ({
          tariff,
          country,
          day: localDate(day),
          rate: rateInForce(changes, country, day),
        })),
      )
  })
}

function rateInForce(changes: readonly Change[], country: string, day: string): number {
  const general = changes.filter(({ base_date }) => base_date !== undefined && base_date <= day)
  const own = changes.filter(
    ({ country_name, adjust_date = '' }) => country_name === country && adjust_date <= day,
  )
  const latest = own.toSorted((a, b) => ((a.adjust_date ?? '') < (b.adjust_date ?? '') ? -1 : 1))
  return latest.at(-1)?.adjust_rate ?? general.at(-1)?.base_rate ?? 0
}

/** Where the tables differ from the law, and how the law is known. */
const tableErrors: readonly {
  readonly because: string
  readonly covers: (rate: TableRate) => boolean
}[] = [
  {
    because: 'headings 9903.76.21 to .24 are about furniture and cabinets, not about softwood',
    covers: ({ tariff, rate }) => tariff === 'softwood_lumber' && rate === 0.15,
  },
  {
    because: 'cars of the United Kingdom bear 7.5 percent on top of their 2.5, within a quota',
    covers: ({ tariff, country }) => tariff === 'autos' && country === 'United Kingdom',
  },
  {
    because: 'heading 9903.04.63 was corrected to nothing, back to July 31, 2026',
    covers: ({ tariff, country }) => tariff === 'pharmaceuticals' && country === 'United Kingdom',
  },
  {
    because: 'the framework with the European Union reaches back to August 1, 2025',
    covers: ({ tariff, day, rate }) =>
      tariff.startsWith('auto') && day === '2025-09-16' && rate === 0.25,
  },
  {
    because: 'Proclamation 10895 took effect on March 12, 2025',
    covers: ({ tariff, day }) => tariff === 'aluminum' && day === '2025-03-07',
  },
  {
    because: 'Executive Order 14357 took effect on November 10, 2025',
    covers: ({ tariff, day }) => tariff === 'fentanyl' && day === '2025-11-09',
  },
  {
    because: 'the first rates by country were in force on April 9, 2025',
    covers: ({ tariff, day, rate }) =>
      tariff === 'reciprocal' && day === '2025-04-09' && rate === 0.1,
  },
]

describe.skipIf(!hasSharedMaterial)(
  `US programmes (${hasSharedMaterial ? 'public rate tables' : sharedMaterialAbsent})`,
  () => {
    const isoOf = isoCodes()
    const law = sharedStackingLaw()

    /** Our rate in percent for a rate of the tables, or why there is none; the goods are free. */
    function ourRate({ tariff, country, day }: TableRate): string | undefined {
      const origin = isoOf(country)
      const sample = samples[tariff]
      if (origin === undefined || sample === undefined) return undefined
      const madeIn = [origin]
      const stack = stackProgrammes(law, {
        code: sample.code,
        origin,
        entered: day,
        enteredValueUsd: decimal('100'),
        scheduleDutyUsd: decimal('0'),
        facts: {
          answers: sample.answers ?? {},
          metalMadeIn: { steel: madeIn, aluminum: madeIn, copper: madeIn },
          metalValueUsd: { [tariff]: decimal('100') },
          metalWeightPercent: decimal('100'),
          // The tables have the rate of parts that qualify under the USMCA.
          ...(tariff.endsWith('_parts') && { preferenceClaimed: 'USMCA' }),
        },
      })
      if (!stack.ok) return stack.failures.map(({ message }) => message).join(' ')
      const charges = stack.value.charges.filter(({ programme }) => sample.ours.includes(programme))
      return addDecimals(...charges.map(({ amountUsd }) => amountUsd))
    }

    const agrees = (theirs: TableRate, ours: string) =>
      isDecimalText(ours) && compareDecimals(ours, percentOf(theirs.rate)) === 0

    it.each([
      ['tariff_rates_2026_rev_10.json', ratesOfDay, { compared: 2845, wrong: 31 }],
      ['tariff_rates_bnd_2026-09-29.json', ratesOfDay, { compared: 2845, wrong: 32 }],
      ['master_tariff_list.json', ratesOverTime, { compared: 1483, wrong: 230 }],
    ] as const)('agree with %s but for its errors', (name, read, expected) => {
      const compared = read(name).flatMap((rate) => {
        const ours = ourRate(rate)
        return ours === undefined ? [] : [{ rate, ours }]
      })
      const different = compared.filter(({ rate, ours }) => !agrees(rate, ours))
      const unexplained = different.filter(
        ({ rate }) => !tableErrors.some(({ covers }) => covers(rate)),
      )
      expect(unexplained).toEqual([])
      expect({ compared: compared.length, wrong: different.length }).toEqual(expected)
    })
  },
)

/** A fraction of the tables, which are written in floats, as an exact percentage. */
function percentOf(fraction: number): DecimalText {
  return multiplyDecimals(decimal(String(fraction)), decimal('100'))
}
