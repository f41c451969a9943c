import { describe, expect, it } from 'vitest'
import { dataFile } from '../../../test/gb-reference-data.ts'
import { localDate } from '../calendar/local-date.ts'
import { decimal } from '../money/decimal.ts'
import type { EasternTime } from './eastern-time.ts'
import type { ProductList } from './product-list.ts'
import { valueOf } from './programmes.fixture.ts'
import { readProgrammes } from './read-programmes.ts'
import { stackingLaw } from './read-stacking-law.ts'
import { stackProgrammes } from './stack-programmes.ts'
import type { StackingQuestion } from './stacking.ts'

const programmes = valueOf(readProgrammes(dataFile('us/programmes.json')))

/** Every list that has to be imported, with a few goods on some of them and nothing on the others. */
const listed: Readonly<Record<string, string>> = {
  'section-301-list-3': '73269086',
  'section-301-list-4a': '61091000',
  'section-301-note-31d': '87038000',
  'section-232-steel-derivatives-chapter-73': '73269086',
  'section-232-metals-1a-steel': '73269086',
  'section-232-metals-1b-steel': '94032000',
  'section-232-auto-parts': '87082915',
  'section-232-pharma': '3004909290',
}

const imported = [...programmes.lists.keys()]
  .filter((id) => !programmes.heldLists.some((held) => held.id === id))
  .map((id): ProductList => {
    const codes = listed[id] ?? ''
    return { id, versions: [{ validFrom: localDate('2018-01-01'), codes }] }
  })

const law = stackingLaw({ programmes, lists: programmes.heldLists }, imported)

const shirt = { code: '6109100012', duty: '1650' }
const ironware = { code: '7326908688', duty: '290' }
const steelFacts = { metalValueUsd: { steel: decimal('10000') } }

/** The headings and amounts for goods worth 10,000 dollars. */
function lines(
  goods: { readonly code: string; readonly duty: string },
  origin: string,
  entered: string,
  facts: StackingQuestion['facts'] = {},
): readonly string[] {
  const stack = stackProgrammes(law, {
    code: goods.code,
    origin,
    entered: entered as EasternTime,
    enteredValueUsd: decimal('10000'),
    scheduleDutyUsd: decimal(goods.duty),
    facts,
  })
  return valueOf(stack).charges.map(({ heading, amountUsd }) => `${heading} ${amountUsd}`)
}

describe('the additional duties on a shirt', () => {
  it.each([
    ['2024-01-01', ['9903.88.15 750']],
    ['2025-02-03', ['9903.88.15 750']],
    ['2025-02-04', ['9903.88.15 750', '9903.01.20 1000']],
    ['2025-03-04', ['9903.88.15 750', '9903.01.24 2000']],
    ['2025-04-05', ['9903.88.15 750', '9903.01.24 2000', '9903.01.25 1000']],
    ['2025-04-09', ['9903.88.15 750', '9903.01.24 2000', '9903.01.63 8400']],
    ['2025-04-10', ['9903.88.15 750', '9903.01.24 2000', '9903.01.63 12500']],
    ['2025-05-13', ['9903.88.15 750', '9903.01.24 2000', '9903.01.63 12500']],
    ['2025-05-14', ['9903.88.15 750', '9903.01.24 2000', '9903.01.25 1000']],
    ['2025-08-28', ['9903.88.15 750', '9903.01.24 2000', '9903.01.25 1000']],
    ['2025-08-29', ['9903.88.15 750', '9903.01.24 2000', '9903.01.25 1000']],
    ['2025-11-10', ['9903.88.15 750', '9903.01.24 1000', '9903.01.25 1000']],
    ['2026-02-23', ['9903.88.15 750', '9903.01.24 1000', '9903.01.25 1000']],
    ['2026-02-24', ['9903.88.15 750', '9903.03.01 1000']],
    ['2026-07-23', ['9903.88.15 750', '9903.03.01 1000']],
    ['2026-07-24T00:00', ['9903.88.15 750', '9903.03.01 1000']],
    ['2026-07-24T00:01', ['9903.88.15 750', '9903.05.31 1250']],
    ['2026-12-31', ['9903.88.15 750', '9903.05.31 1250']],
  ])('of China entered on %s are %j', (entered, expected) => {
    expect(lines(shirt, 'CN', entered)).toEqual(expected)
  })

  it.each([
    ['VN', '2025-04-09', ['9903.01.72 4600']],
    ['VN', '2025-08-06', ['9903.01.25 1000']],
    ['VN', '2025-08-07', ['9903.02.69 2000']],
    ['VN', '2026-07-24', ['9903.05.84 1250']],
    ['DE', '2025-08-07', ['9903.02.19 0']],
    ['DE', '2026-08-01', ['9903.05.38 0']],
    ['JP', '2025-08-07', ['9903.02.72 0']],
    ['CH', '2025-11-13', ['9903.02.58 3900']],
    ['CH', '2025-11-14', ['9903.02.82 0']],
    ['IN', '2025-08-27', ['9903.01.84 2500', '9903.02.26 2500']],
    ['IN', '2026-02-07', ['9903.02.26 2500']],
    ['BR', '2025-08-07', ['9903.01.77 4000', '9903.02.09 1000']],
    ['BR', '2026-07-21', ['9903.03.01 1000']],
    ['BR', '2026-07-22', ['9903.05.01 2500', '9903.03.01 1000']],
    ['BR', '2026-07-24', ['9903.05.01 2500', '9903.05.27 1250']],
    ['CA', '2025-03-05', ['9903.01.10 2500']],
    ['CA', '2025-08-01', ['9903.01.10 3500', '9903.01.26 0']],
    ['KE', '2026-07-24', []],
  ])('of %s entered on %s are %j', (origin, entered, expected) => {
    expect(lines(shirt, origin, entered)).toEqual(expected)
  })

  it('of Canada are not due where the USMCA is claimed', () => {
    const claimed = { preferenceClaimed: 'USMCA' }
    expect(lines(shirt, 'CA', '2025-03-05', claimed)).toEqual(['9903.01.10 2500'])
    expect(lines(shirt, 'CA', '2025-03-07', claimed)).toEqual(['9903.01.14 0'])
    expect(lines(shirt, 'CA', '2026-03-01', claimed)).toEqual(['9903.03.07 0'])
    expect(lines(shirt, 'CA', '2026-08-01', claimed)).toEqual(['9903.05.93 0'])
  })

  it('that was on its way are those of before', () => {
    const loaded = { loaded: localDate('2026-07-23') }
    expect(lines(shirt, 'VN', '2026-07-27', loaded)).toEqual(['9903.05.85 0'])
    expect(lines(shirt, 'VN', '2026-07-28', loaded)).toEqual(['9903.05.84 1250'])
  })
})

describe('the additional duties on articles of steel', () => {
  it.each([
    ['VN', '2025-03-11', []],
    ['VN', '2025-03-12', ['9903.81.90 2500']],
    ['VN', '2025-04-05', ['9903.01.33 0', '9903.81.90 2500']],
    ['VN', '2025-06-04', ['9903.01.33 0', '9903.81.90 5000']],
    ['GB', '2025-06-04', ['9903.01.33 0', '9903.81.97 2500']],
    ['VN', '2026-04-05', ['9903.03.06 0', '9903.81.90 5000']],
    ['VN', '2026-04-06', ['9903.03.06 0', '9903.82.02 5000']],
    ['VN', '2026-07-24', ['9903.05.90 0', '9903.82.02 5000']],
  ])('of %s entered on %s are %j', (origin, entered, expected) => {
    expect(lines(ironware, origin, entered, steelFacts)).toEqual(expected)
  })

  it('fall on the metal alone until April 5, 2026, and the surcharge on the rest', () => {
    const third = { metalValueUsd: { steel: decimal('3000') } }
    expect(lines(ironware, 'VN', '2026-04-05', third)).toEqual([
      '9903.03.01 700',
      '9903.03.06 0',
      '9903.81.90 1500',
    ])
    expect(lines(ironware, 'VN', '2026-04-06', third)).toEqual(['9903.03.06 0', '9903.82.02 5000'])
  })

  it('of derivatives turn on the weight of the metal', () => {
    const shelf = { code: '9403200082', duty: '0' }
    const weighing = (share: string) => ({ metalWeightPercent: decimal(share) })
    expect(lines(shelf, 'VN', '2026-08-01', weighing('14.9'))).toEqual([
      '9903.05.84 1250',
      '9903.82.03 0',
    ])
    expect(lines(shelf, 'VN', '2026-08-01', weighing('15'))).toEqual([
      '9903.05.90 0',
      '9903.82.09 2500',
    ])
  })

  it('of Canada come before those under IEEPA from June 4, 2025 on, and after them until then', () => {
    expect(lines(ironware, 'CA', '2025-06-03', steelFacts)).toEqual([
      '9903.01.10 2500',
      '9903.01.26 0',
    ])
    expect(lines(ironware, 'CA', '2025-06-04', steelFacts)).toEqual([
      '9903.01.26 0',
      '9903.81.90 5000',
    ])
  })

  it('of the United Kingdom turn on where the steel was poured', () => {
    const poured = (...steel: readonly string[]) => ({ metalMadeIn: { steel } })
    expect(lines(ironware, 'GB', '2026-08-01', poured('GB'))).toEqual([
      '9903.05.90 0',
      '9903.82.04 2500',
    ])
    expect(lines(ironware, 'GB', '2026-08-01', poured('GB', 'IN'))).toEqual([
      '9903.05.90 0',
      '9903.82.02 5000',
    ])
  })
})

describe('the additional duties on vehicles and their parts', () => {
  const car = { code: '8703800000', duty: '250' }

  it.each([
    ['CN', '2024-09-27', ['9903.91.03 10000']],
    ['JP', '2025-04-03', ['9903.94.01 2500']],
    ['JP', '2025-09-16', ['9903.01.33 0', '9903.94.41 1250']],
    ['DE', '2026-08-01', ['9903.05.90 0', '9903.94.51 1250']],
    ['KR', '2026-08-01', ['9903.05.90 0', '9903.94.61 1250']],
    ['MX', '2026-08-01', ['9903.05.90 0', '9903.94.01 2500']],
  ])('of %s entered on %s are %j', (origin, entered, expected) => {
    expect(lines(car, origin, entered)).toEqual(expected)
  })

  it('of Mexico fall on what is not of the United States', () => {
    const facts = { preferenceClaimed: 'USMCA', usContentValueUsd: decimal('4000') }
    expect(lines(car, 'MX', '2026-06-01', facts)).toEqual([
      '9903.03.06 0',
      '9903.03.08 0',
      '9903.94.02 0',
      '9903.94.03 1500',
    ])
  })

  it('ask what a part is for', () => {
    const part = { code: '8708291500', duty: '250' }
    const isPart = (answer: boolean) => ({
      answers: { 'passenger-vehicle-part': answer, 'medium-heavy-vehicle-part': false },
    })
    expect(() => lines(part, 'VN', '2026-08-01')).toThrow('passenger-vehicle-part')
    expect(lines(part, 'VN', '2026-08-01', isPart(true))).toEqual([
      '9903.05.90 0',
      '9903.74.11 0',
      '9903.94.05 2500',
    ])
    expect(lines(part, 'VN', '2026-08-01', isPart(false))).toEqual([
      '9903.05.84 1250',
      '9903.74.11 0',
      '9903.94.06 0',
    ])
  })
})

describe('newer programmes', () => {
  const medicine = { code: '3004909290', duty: '0' }
  const patented = { answers: { 'patented-pharmaceutical': true } }

  it.each([
    ['IN', '2026-07-30', ['9903.05.44 1000']],
    ['IN', '2026-07-31', ['9903.05.90 0', '9903.04.60 10000']],
    ['CH', '2026-07-31', ['9903.05.90 0', '9903.04.62 1500']],
    ['GB', '2026-07-31', ['9903.05.90 0', '9903.04.63 0']],
  ])('charge patented medicine of %s from July 31, 2026: %s', (origin, entered, expected) => {
    expect(lines(medicine, origin, entered, patented)).toEqual(expected)
  })

  it('charge a drone by what it sees', () => {
    const drone = { code: '8806220000', duty: '0' }
    const seeing = (answer: boolean) => ({ answers: { 'thermal-imaging': answer } })
    expect(lines(drone, 'VN', '2026-09-02')).toEqual(['9903.05.84 1250'])
    expect(lines(drone, 'VN', '2026-09-03', seeing(false))).toContain('9903.08.22 2500')
    expect(lines(drone, 'VN', '2026-09-03', seeing(true))).toContain('9903.08.21 10000')
  })

  it('forbid wine of Canada from September 29, 2026', () => {
    const wine = { code: '2204215060', duty: '63' }
    expect(() => lines(wine, 'CA', '2026-09-29')).toThrow('import-prohibited')
  })

  it('refuse polysilicon from December 4, 2026, because its minimum price is not held', () => {
    const silicon = { code: '2804610000', duty: '0' }
    expect(lines(silicon, 'DE', '2026-12-03')).toEqual(['9903.05.39 1000'])
    expect(() => lines(silicon, 'DE', '2026-12-04')).toThrow('not-covered')
  })

  it('ended the safeguard on solar modules after February 6, 2026', () => {
    const modules = { code: '8541430010', duty: '0' }
    expect(lines(modules, 'VN', '2024-02-06')).toEqual(['9903.45.25 1450'])
    expect(lines(modules, 'VN', '2026-02-06')).toContain('9903.45.25 1400')
    expect(lines(modules, 'VN', '2026-02-07')).toEqual(['9903.02.69 2000'])
  })
})

it('every line says from when until when it applies, and what ended it', () => {
  const stack = stackProgrammes(law, {
    code: shirt.code,
    origin: 'VN',
    entered: localDate('2026-02-23'),
    enteredValueUsd: decimal('10000'),
    scheduleDutyUsd: decimal(shirt.duty),
    facts: {},
  })
  expect(valueOf(stack).charges).toMatchObject([
    {
      heading: '9903.02.69',
      inForce: { from: '2025-08-07T00:01', until: '2026-02-24T00:00' },
      endedBy: { id: 'ieepa-end' },
    },
  ])
})
