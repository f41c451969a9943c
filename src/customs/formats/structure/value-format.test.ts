import { describe, expect, it } from 'vitest'
import { valueFault, valueFormat } from './value-format.ts'

function faultOf(notation: string, value: string): string | undefined {
  return valueFault(valueFormat(notation), value)?.en
}

describe('the notation of value formats', () => {
  it('is read into its parts', () => {
    expect(valueFormat('code n..2 9|13|14')).toEqual({
      kind: 'code',
      characters: 'n',
      length: 2,
      atMost: true,
      oneOf: ['9', '13', '14'],
    })
    expect(valueFormat('code a2')).toMatchObject({ characters: 'a', length: 2, atMost: false })
    expect(valueFormat('amount n..16,3')).toEqual({
      kind: 'amount',
      totalDigits: 16,
      fractionDigits: 3,
    })
  })

  it('is refused where it makes no sense', () => {
    expect(() => valueFormat('code an')).not.toThrow()
    expect(() => valueFormat('number 5')).toThrow(TypeError)
    expect(() => valueFormat('amount 16,3')).toThrow(TypeError)
  })
})

describe('a value', () => {
  it.each([
    ['code an..3', 'ABC'],
    ['code an..3', '  A\n C '],
    ['code a2', 'gb'],
    ['code n..2', ''],
    ['id an..5', ' 2 45'],
    ['text an..3', '深圳市'],
    ['text an..2', '😀😀'],
    ['count n..5', '00012345'],
    ['count n..5', ' 12 '],
    ['count n..5', '12.000'],
    ['count n..5', '-5'],
    ['positive', ' 00012 '],
    ['positive', '+1'],
    ['positive', '2147483647'],
    ['plain any', ''],
    ['plain some..3', '\n'],
    ['amount n..16,3', '+1.5'],
    ['amount n..16,3', '.5'],
    ['amount n..16,3', '5.'],
    ['decimal', '1'.repeat(30)],
    ['dateTime', '20260901'],
    ['dateTime', '20260901120000+01'],
  ])('of %s may be %j', (notation, value) => {
    expect(faultOf(notation, value)).toBeUndefined()
  })

  it.each([
    ['code an..3', 'ABCD'],
    ['code an..3', '   '],
    ['code a2', 'G'],
    ['code a2', 'G1'],
    ['code n..2 9|13|14', '10'],
    ['id an..5', '2\n4'],
    ['id an..5', ' 2 456'],
    ['text an..3', ''],
    ['count n..5', '123456'],
    ['count n..5', '1.5'],
    ['count n..5', '1e3'],
    ['count n..5', ''],
    ['amount n..16,3', '1.0005'],
    ['amount n..16,3', '12345678901234567'],
    ['amount n..16,3', '.'],
    ['amount n..16,3', '1,5'],
    ['dateTime', '20260901120000'],
    ['dateTime', '19990901'],
    ['dateTime', ' 20260901'],
    ['positive', '0'],
    ['positive', '1.0'],
    ['positive', '2147483648'],
    ['plain some..3', ''],
    ['plain any..2 13', '9'],
  ])('of %s may not be %j', (notation, value) => {
    expect(faultOf(notation, value)).toBeDefined()
  })

  it('is told in plain words what is wrong with it', () => {
    expect(faultOf('code an..3', 'ABCD')).toBe('"ABCD" has 4 characters, at most 3 are allowed')
    expect(faultOf('amount n..16,3', '1.0005')).toBe('"1.0005" has more than 3 decimals')
  })
})
