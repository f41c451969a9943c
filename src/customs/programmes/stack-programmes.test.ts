import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { compareDecimals, decimal, decimalFromInteger } from '../money/decimal.ts'
import { type SampleProgramme, sampleProgrammes, valueOf } from './programmes.fixture.ts'
import { stackingLaw } from './read-stacking-law.ts'
import { stackProgrammes } from './stack-programmes.ts'
import type { ProgrammeStack, StackingQuestion } from './stacking.ts'

const line: StackingQuestion = {
  code: '7326908688',
  origin: 'CN',
  entered: localDate('2026-03-01'),
  enteredValueUsd: decimal('1000'),
  scheduleDutyUsd: decimal('29'),
  facts: {},
}

function ask(programmes: readonly SampleProgramme[], changes: Partial<StackingQuestion> = {}) {
  const ready = sampleProgrammes(programmes)
  const law = stackingLaw({ programmes: ready, lists: ready.heldLists })
  return stackProgrammes(law, { ...line, ...changes })
}

function stack(
  programmes: readonly SampleProgramme[],
  changes: Partial<StackingQuestion> = {},
): ProgrammeStack {
  return valueOf(ask(programmes, changes))
}

const linesOf = ({ charges }: ProgrammeStack) =>
  charges.map(({ heading, amountUsd }) => `${heading} ${amountUsd}`)

const adds = { heading: '9903.88.03', mode: 'adds', percent: '25' }
const metals: SampleProgramme = {
  id: 'metals',
  order: 50,
  provisions: [
    {
      heading: '9903.81.91',
      mode: 'adds',
      percent: '50',
      on: { of: 'content', metal: 'steel' },
      products: { lists: ['held'] },
    },
  ],
}
const surcharge: SampleProgramme = {
  id: 'surcharge',
  order: 30,
  provisions: [
    {
      heading: '9903.03.06',
      mode: 'exempts',
      on: { of: 'under-heading', anyOf: ['9903.81.01-9903.81.99'] },
      when: [{ fact: 'under-heading', anyOf: ['9903.81.01-9903.81.99'] }],
    },
    { heading: '9903.03.01', mode: 'adds', percent: '10' },
  ],
}

describe('what a provision does', () => {
  it('adds a percentage of the entered value, with its arithmetic and its law', () => {
    const { charges, additionalDutyUsd } = stack([{ id: 'list-3', provisions: [adds] }])
    expect(charges).toMatchObject([
      {
        heading: '9903.88.03',
        baseUsd: '1000',
        percent: '25',
        amountUsd: '250',
        formula: {
          en: 'entered value USD 1000.00 × 25% = USD 250.00',
          zh: '报关价格 USD 1000.00 × 25% = USD 250.00',
        },
        law: { title: 'Act of a test' },
      },
    ])
    expect(additionalDutyUsd).toBe('250')
  })

  it('rounds nothing', () => {
    const enteredValueUsd = decimal('0.01')
    expect(linesOf(stack([{ id: 'a', provisions: [adds] }], { enteredValueUsd }))).toEqual([
      '9903.88.03 0.0025',
    ])
  })

  const total = {
    heading: '9903.05.39',
    headingWhenReached: '9903.05.38',
    mode: 'minimum-total',
    percent: '10',
  }

  it.each([
    ['29', '9903.05.39 71'],
    ['99.99', '9903.05.39 0.01'],
    ['100', '9903.05.38 0'],
    ['120', '9903.05.38 0'],
  ])('tops a duty of %s up to a tenth of the value: %s', (duty, expected) => {
    const scheduleDutyUsd = decimal(duty)
    expect(linesOf(stack([{ id: 'a', provisions: [total] }], { scheduleDutyUsd }))).toEqual([
      expected,
    ])
  })

  it('tops up the part that is left by its share of the duty', () => {
    const provisions = [
      { heading: '9903.81.91', mode: 'adds', percent: '50', on: { of: 'content', metal: 'steel' } },
      total,
    ]
    const facts = { metalValueUsd: { steel: decimal('600') } }
    // A tenth of the 400 that are left, less 400/1000 of the duty of 29.
    expect(linesOf(stack([{ id: 'a', provisions }], { facts }))).toEqual([
      '9903.05.39 28.4',
      '9903.81.91 300',
    ])
  })

  it('stands in the place of the duty of the schedule', () => {
    const provisions = [{ heading: '9903.90.08', mode: 'replaces', percent: '35' }]
    expect(stack([{ id: 'a', provisions }])).toMatchObject({
      replacesScheduleDuty: true,
      additionalDutyUsd: '350',
    })
  })

  it('refuses goods that may not come in, and duties whose figures are not held', () => {
    expect(ask([{ id: 'ban', provisions: [{ mode: 'prohibits' }] }])).toMatchObject({
      ok: false,
      failures: [{ code: 'import-prohibited', message: 'These goods may not be imported: ban.' }],
    })
    expect(ask([{ id: 'new', provisions: [{ mode: 'unresolved' }] }])).toMatchObject({
      ok: false,
      failures: [{ code: 'not-covered' }],
    })
  })
})

describe('an exception', () => {
  it('stands before the rule and is declared at nothing', () => {
    const free = { heading: '9903.88.69', mode: 'exempts', when: [{ fact: 'heading-declared' }] }
    const programmes = [{ id: 'a', provisions: [free, adds] }]
    expect(linesOf(stack(programmes))).toEqual(['9903.88.03 250'])
    const facts = { declaredHeadings: ['9903.88.69', '9903.88.70'] }
    const freed = stack(programmes, { facts })
    expect(linesOf(freed)).toEqual(['9903.88.69 0'])
    expect(freed.considered).toMatchObject([{ outcome: 'freed', headings: ['9903.88.69'] }])
    expect(freed.idleDeclarations).toEqual(['9903.88.70'])
  })

  it('for goods on their way asks when they were loaded, and is not granted unasked', () => {
    const transit = {
      heading: '9903.03.02',
      mode: 'exempts',
      until: '2026-03-05T00:01',
      when: [{ fact: 'loaded', before: '2026-02-24T00:01' }],
    }
    const programmes = [{ id: 'a', provisions: [transit, adds] }]
    const loadedOn = (day: string) => ({ facts: { loaded: localDate(day) } })
    expect(linesOf(stack(programmes))).toEqual(['9903.88.03 250'])
    expect(linesOf(stack(programmes, loadedOn('2026-02-23')))).toEqual(['9903.03.02 0'])
    expect(linesOf(stack(programmes, loadedOn('2026-02-24')))).toEqual(['9903.88.03 250'])
    const late = { ...loadedOn('2026-02-23'), entered: localDate('2026-03-05') }
    expect(linesOf(stack(programmes, late))).toEqual(['9903.88.03 250'])
  })

  it('for a preference holds where it is claimed', () => {
    const usmca = { mode: 'exempts', when: [{ fact: 'preference-claimed', is: 'USMCA' }] }
    const programmes = [{ id: 'a', provisions: [usmca, adds] }]
    const claimed = stack(programmes, { facts: { preferenceClaimed: 'USMCA' } })
    expect(claimed.charges).toEqual([])
    expect(claimed.considered).toMatchObject([{ outcome: 'not-reached' }])
  })

  it('for United States content takes its part out of the value from a share on', () => {
    const content = {
      heading: '9903.01.34',
      mode: 'exempts',
      on: { of: 'us-content' },
      when: [{ fact: 'us-content', atLeast: '20' }],
    }
    const programmes = [{ id: 'a', provisions: [content, adds] }]
    const withContent = (value: string) => ({ facts: { usContentValueUsd: decimal(value) } })
    expect(linesOf(stack(programmes, withContent('199.99')))).toEqual(['9903.88.03 250'])
    expect(linesOf(stack(programmes, withContent('200')))).toEqual([
      '9903.01.34 0',
      '9903.88.03 200',
    ])
  })
})

describe('programmes that answer to one another', () => {
  const facts = { metalValueUsd: { steel: decimal('300') } }

  it('share the value: what is charged on the metal is free of the surcharge', () => {
    expect(linesOf(stack([surcharge, metals], { facts }))).toEqual([
      '9903.03.01 70',
      '9903.03.06 0',
      '9903.81.91 150',
    ])
  })

  it('do not when the metal programme does not reach the goods', () => {
    expect(linesOf(stack([surcharge, metals], { code: '6109100012' }))).toEqual(['9903.03.01 100'])
  })

  it('give the same in whatever order they stand in the file', () => {
    const others: readonly SampleProgramme[] = [
      { id: 'list-3', provisions: [{ ...adds, products: { lists: ['held'] } }] },
      {
        id: 'union',
        order: 20,
        provisions: [{ ...adds, heading: '9903.02.19', origins: ['union'] }],
      },
    ]
    const all = [surcharge, metals, ...others]
    const expected = stack(all, { facts })
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(stack(shuffled, { facts })).toEqual(expected)
      }),
    )
  })

  it('never come to less for a greater value of the same goods', () => {
    const cents = fc.bigInt({ min: 0n, max: 10n ** 9n })
    const total = { heading: '9903.05.39', mode: 'minimum-total', percent: '10' }
    const all = [surcharge, metals, { id: 'total', provisions: [total] }]
    const dutyOn = (value: bigint) =>
      stack(all, {
        enteredValueUsd: decimalFromInteger(value, 2),
        scheduleDutyUsd: decimalFromInteger(value * 29n, 5),
        facts: { metalValueUsd: { steel: decimalFromInteger(value * 3n, 3) } },
      }).additionalDutyUsd
    fc.assert(
      fc.property(cents, cents, (one, other) => {
        const [less, more] = one < other ? [one, other] : [other, one]
        expect(compareDecimals(dutyOn(less), dutyOn(more))).toBeLessThanOrEqual(0)
      }),
    )
  })
})

describe('a fact that is not stated', () => {
  it('is asked for where it would change the duty, all of them at once', () => {
    const crane = { ...adds, when: [{ fact: 'answer', question: 'is-crane', is: true }] }
    const failures = ask([surcharge, metals, { id: 'cranes', provisions: [crane] }])
    expect(failures).toMatchObject({
      ok: false,
      failures: [
        { code: 'fact-missing', path: '/facts/answers/is-crane' },
        { code: 'fact-missing', path: '/facts/metalValueUsd/steel' },
      ],
    })
  })

  it('is not asked for where the goods are out of reach', () => {
    const crane = {
      ...adds,
      products: { codes: '842619' },
      when: [{ fact: 'answer', question: 'is-crane', is: true }],
    }
    expect(linesOf(stack([{ id: 'cranes', provisions: [crane] }]))).toEqual([])
  })

  it.each([
    [{ fact: 'metal-weight', lessThan: '15' }, '/facts/metalWeightPercent'],
    [{ fact: 'metal-made-in', metal: 'aluminum', any: 'RU' }, '/facts/metalMadeIn/aluminum'],
  ])('is named by its place: %j', (condition, path) => {
    expect(ask([{ id: 'a', provisions: [{ ...adds, when: [condition] }] }])).toMatchObject({
      ok: false,
      failures: [{ code: 'fact-missing', path }],
    })
  })
})

describe('facts about the metal', () => {
  const chargesWhen = (condition: object, facts: StackingQuestion['facts']) =>
    stack([{ id: 'a', provisions: [{ ...adds, when: [condition] }] }], { facts }).charges.length > 0

  it('count its share of the weight', () => {
    const condition = { fact: 'metal-weight', atLeast: '15', lessThan: '50' }
    const at = (share: string) => chargesWhen(condition, { metalWeightPercent: decimal(share) })
    expect(['14.99', '15', '49.99', '50'].map(at)).toEqual([false, true, true, false])
  })

  it('tell one country among others from the only one', () => {
    const madeIn = (...steel: readonly string[]) => ({ metalMadeIn: { steel } })
    const any = { fact: 'metal-made-in', metal: 'steel', any: 'GB' }
    const only = { fact: 'metal-made-in', metal: 'steel', only: 'GB' }
    expect(chargesWhen(any, madeIn('GB', 'DE'))).toBe(true)
    expect(chargesWhen(only, madeIn('GB', 'DE'))).toBe(false)
    expect(chargesWhen(only, madeIn('GB'))).toBe(true)
  })
})

describe('what cannot be', () => {
  it('is refused: a part worth more than the whole, or a value below nothing', () => {
    const facts = { metalValueUsd: { steel: decimal('600'), copper: decimal('401') } }
    expect(ask([metals], { facts })).toMatchObject({
      ok: false,
      failures: [{ code: 'invalid-input', path: '/facts/metalValueUsd' }],
    })
    expect(ask([metals], { enteredValueUsd: decimal('-1'), facts: {} })).toMatchObject({
      ok: false,
      failures: [{ path: '/enteredValueUsd' }],
    })
  })

  it('cannot be told from a list that is not loaded, or a code that is too short', () => {
    const listed = { ...adds, products: { lists: ['not-held'] } }
    expect(ask([{ id: 'a', provisions: [listed] }])).toMatchObject({
      ok: false,
      failures: [{ code: 'not-covered', message: expect.stringContaining('not-held') as string }],
    })
    const coded = { ...adds, products: { codes: '73269086' } }
    expect(ask([{ id: 'a', provisions: [coded] }], { code: '7326.90' })).toMatchObject({
      ok: false,
      failures: [{ message: expect.stringContaining('too short') as string }],
    })
  })
})

it('says of every programme what became of it', () => {
  const { considered } = stack([
    { id: 'charged', provisions: [adds] },
    { id: 'ended', provisions: [{ ...adds, until: '2026-02-24T00:01' }] },
    { id: 'other-goods', provisions: [{ ...adds, products: { codes: '6109' } }] },
    { id: 'other-origin', provisions: [{ ...adds, origins: ['union'] }] },
    { id: 'spared-origin', provisions: [{ ...adds, exceptOrigins: ['CN'] }] },
  ])
  const outcomes = considered.map(({ programme, outcome }) => [programme, outcome])
  expect(outcomes.toSorted()).toEqual([
    ['charged', 'charged'],
    ['ended', 'not-in-force'],
    ['other-goods', 'not-reached'],
    ['other-origin', 'other-origin'],
    ['spared-origin', 'other-origin'],
  ])
})
