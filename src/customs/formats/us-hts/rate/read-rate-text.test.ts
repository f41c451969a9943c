import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readRateText } from './read-rate-text.ts'

const dollarsPer = (amount: string, per: string, basis?: string) => ({
  amount,
  currency: 'USD',
  per,
  ...(basis !== undefined && { basis }),
})

describe('a rate of the United States schedule', () => {
  it('states shares as fractions and cents as dollars, exactly', () => {
    expect(readRateText('14.9%')).toMatchObject({ adValorem: '0.149', specific: [], free: false })
    expect(readRateText('1.104¢/kg')).toMatchObject({
      adValorem: '0',
      specific: [dollarsPer('0.01104', 'kg')],
    })
    expect(readRateText('$1.104/kg + 14.9%')).toMatchObject({
      adValorem: '0.149',
      specific: [dollarsPer('1.104', 'kg')],
    })
    expect(readRateText('6.58170¢/kg of total sugars')).toMatchObject({
      specific: [dollarsPer('0.065817', 'kg', 'total sugars')],
    })
  })

  it('states a fraction exactly where a decimal can', () => {
    expect(readRateText('7 1/2%')).toMatchObject({ adValorem: '0.075' })
    expect(readRateText('7½%')).toMatchObject({ adValorem: '0.075' })
    expect(readRateText('1/2¢/kg')).toMatchObject({ specific: [dollarsPer('0.005', 'kg')] })
    expect(readRateText('2 1/4¢ each plus 5%')).toMatchObject({
      adValorem: '0.05',
      specific: [dollarsPer('0.0225', 'each')],
    })
    expect(readRateText('1/3¢/kg')).toMatchObject({ because: 'unread' })
  })

  it('is not free where other rates follow', () => {
    for (const text of ['Free (BH,CL) 1.7% (KR)', 'Free (first $800), 3%', 'Free, 5% over quota']) {
      expect(readRateText(text).kind).toBe('not-computable')
    }
  })

  it('is free where it says so, with the condition that it names', () => {
    expect(readRateText('Free')).toEqual({
      kind: 'computable',
      adValorem: '0',
      specific: [],
      free: true,
    })
    expect(readRateText('Free, under bond')).toMatchObject({ free: true, condition: 'under bond' })
    expect(readRateText('Free, under the terms of U.S. note 1(b)')).toMatchObject({
      condition: 'under the terms of U.S. note 1(b)',
    })
    expect(readRateText('0%')).toMatchObject({ kind: 'computable', free: false })
  })

  it.each([
    ['0.9¢ each', 'each', '0.009'],
    ['$3/head', 'head', '3'],
    ['2.8¢/doz.', 'doz.', '0.028'],
    ['18.9¢/pf.liter', 'pf. liter', '0.189'],
    ['4.5¢/ liter', 'liter', '0.045'],
    ['3.3¢/lin. m', 'm', '0.033'],
    ['$2.76/t', 't', '2.76'],
    ['5.25¢/bbl', 'bbl', '0.0525'],
    ['18.7¢/clean kg', 'clean kg', '0.187'],
    ['0.3¢/line/ gross', 'line/gross', '0.003'],
    ['38¢/m²', 'm2', '0.38'],
    ['86.1¢/m2of recording surface', 'm2', '0.861'],
  ])('%s is an amount for each unit', (text, per, amount) => {
    expect(readRateText(text)).toMatchObject({ adValorem: '0', specific: [{ amount, per }] })
  })

  it('by the thousand is told in the unit that the goods are counted in', () => {
    expect(readRateText('89.6¢/1000')).toMatchObject({
      specific: [dollarsPer('0.000896', 'each')],
    })
    for (const words of ['1,000 pins', 'thousand', 'thou- sand']) {
      const rate = readRateText(`$2.50/${words} + 40%`)
      expect(rate).toMatchObject({ adValorem: '0.4', specific: [dollarsPer('2.5', 'thousand')] })
    }
  })

  it('has as many amounts as are printed, in their order', () => {
    expect(readRateText('13.5¢/kg + 6.3% + 1.9¢/article')).toMatchObject({
      adValorem: '0.063',
      specific: [dollarsPer('0.135', 'kg'), dollarsPer('0.019', 'article')],
    })
  })

  it('names the value of a share that is not one of the customs value', () => {
    expect(readRateText('3 percent of the fair retail value')).toMatchObject({
      adValorem: '0.03',
      valueBasis: 'fair retail value',
    })
    expect(readRateText('6.5% on the entire set')).not.toHaveProperty('valueBasis')
  })

  it.each([
    ['', 'no-rate'],
    ['No change.', 'no-change'],
    ['suspended', 'suspended'],
    ['The rate applicable to the natural juice in heading 2009', 'other-rate'],
    ['See 9822.05.20', 'reference'],
    ['The quantity specified in such notice', 'quantity'],
    [
      '3.6606¢/kg less 0.020668¢/kg for each degree under 100 degrees but not less than 3¢/kg',
      'sliding-scale',
    ],
    ['5% but not more than 10¢/kg', 'limit'],
    ['4.3% + 1.7¢/jewel + 0.2¢ for each other piece or part', 'part-of-goods'],
    ['$1.61 each + 4.4% on the case and strap, band or bracelet', 'part-of-goods'],
    ['57¢ each + 3.7¢/jewel over 7', 'part-of-goods'],
    ['2.5% on the value of the lead content', 'part-of-goods'],
    ['0.7¢/kg on copper content + 0.7¢/kg on lead content', 'metal-content-after-losses'],
    ['33 1/3%', 'no-exact-decimal'],
    ['10¢/pound', 'unknown-unit'],
    ['22¢/kg on drained weght + 45%', 'unknown-basis'],
    ['37% /', 'unread'],
    ['5% + 3%', 'unread'],
    ['about 5%', 'unread'],
  ])('%j is not guessed: %s', (text, because) => {
    expect(readRateText(text)).toMatchObject({ kind: 'not-computable', because })
  })

  it('tells what is added to the duty of another line', () => {
    for (const text of [
      'The duty provided in the applicable subheading + 25%',
      'The duty provided inthe applicable subheading+ 25%',
      'The duty provided in the applicable subheading plus a duty of 25%.',
    ]) {
      expect(readRateText(text)).toMatchObject({ because: 'other-rate', added: '0.25' })
    }
    expect(
      readRateText(
        'The duty provided in the applicable subheading + a duty of 50% upon the value of the steel content',
      ),
    ).not.toHaveProperty('added')
  })

  it('states a third as what it is', () => {
    expect(readRateText('33 1/3%')).toMatchObject({
      ratio: { numerator: '100', denominator: '300' },
    })
  })

  it('reads every share and amount as it was printed, whatever the spaces', () => {
    const hundredths = fc.integer({ min: 1, max: 99_999_999 })
    const space = fc.constantFrom('', ' ', '  ', '\n')
    fc.assert(
      fc.property(hundredths, hundredths, space, (percent, cents, gap) => {
        const text = `${inHundredths(cents)}¢${gap}/kg${gap}+${gap}${inHundredths(percent)}%`
        expect(readRateText(text)).toEqual({
          kind: 'computable',
          adValorem: inTenThousandths(percent),
          specific: [dollarsPer(inTenThousandths(cents), 'kg')],
          free: false,
        })
      }),
    )
  })

  it('takes any words without a fault and never makes a rate of them', () => {
    const word = fc.constantFrom(
      'duty',
      'kg',
      '5',
      '%',
      '¢',
      '/',
      '+',
      'on',
      'the',
      'case',
      '(',
      '.',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        const rate = readRateText(`unless ${words.join(' ')}`)
        expect(rate.kind).toBe('not-computable')
      }),
    )
  })
})

/** `150` is `1.50`. */
function inHundredths(count: number): string {
  const digits = String(count).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `150` is `0.015`: the shortest text of so many ten-thousandths. */
function inTenThousandths(count: number): string {
  const digits = String(count).padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
}
