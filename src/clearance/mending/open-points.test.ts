import { describe, expect, it } from 'vitest'

import { goodsDataMendingSchema } from '../commands/mend-goods-data.ts'
import { goodsFactAt, goodsFactBehind } from './goods-facts.ts'
import { openPoints } from './open-points.ts'

const item = '/goodsShipment/goodsItems/1'

describe('the fact behind a field of the declaration', () => {
  it.each([
    [`${item}/commodity/description`, '/goodsItems/1/description'],
    [`${item}/commodity/classifications/0/code`, '/goodsItems/1/commodityCode'],
    [`${item}/commodity/classifications`, '/goodsItems/1/vatRelief'],
    [`${item}/commodity/goodsMeasure/grossMass`, '/goodsItems/1/grossWeightKg'],
    [`${item}/origins/0/countryCode`, '/goodsItems/1/origin'],
    [`${item}/additionalDocuments`, '/commercialInvoice'],
    ['/goodsShipment/consignment/goodsLocation/name', '/transport/goodsLocation'],
    ['/borderTransportMeans/modeCode', '/transport/mode'],
  ])('%s is %s, which can be mended', (fieldPath, path) => {
    const fact = goodsFactBehind(fieldPath)
    expect(fact?.path).toBe(path)
    const [name = '', part] = path.split('/').slice(1)
    const top = goodsDataMendingSchema.properties
    const ofItem = path.split('/').at(-1) ?? ''
    const isMendable =
      name === 'goodsItems' ? ofItem in top.goodsItems.items.properties : name in top
    expect(isMendable, `${path} ${part}`).toBe(true)
  })

  it.each([`${item}/commodity/invoiceLine/itemCharge`, '/declarant/id', '/lrn'])(
    '%s is none that a person mends',
    (fieldPath) => {
      expect(goodsFactBehind(fieldPath)).toBeUndefined()
    },
  )

  it('is named after the whole fact where a path leads into it', () => {
    expect(goodsFactAt('/packages/count')?.path).toBe('/packages')
    expect(goodsFactAt('/saleVat')).toBeUndefined()
  })
})

describe('what stands open', () => {
  const rejection = {
    code: 'CDS40013',
    explanation: { en: 'The code is not valid.', zh: '编码无效。' },
    description: 'Item 2: the tariff has no such code.',
    fieldPath: `${item}/commodity/classifications/0/code`,
  }
  const obstacle = {
    code: 'declaration-invalid',
    path: `${item}/commodity/classifications/0/code`,
    message: 'CDS40013: Item 2: the tariff has no such code.',
  } as const

  it('explains a rejection once, with the words of customs and the fact to mend', () => {
    const points = openPoints({ findings: [], obstacles: [obstacle], rejection: [rejection] })
    expect(points).toHaveLength(1)
    expect(points[0]).toMatchObject({
      source: 'authority',
      code: 'CDS40013',
      words: 'Item 2: the tariff has no such code.',
      goodsFact: { path: '/goodsItems/1/commodityCode' },
    })
  })

  it('shows an error without an explanation by the words of customs', () => {
    const points = openPoints({
      ...{ findings: [], obstacles: [] },
      rejection: [{ code: 'CDS99999', description: 'Something new.' }],
    })
    expect(points[0]?.explanation.zh).toContain('尚无解释')
    expect(points[0]?.words).toBe('Something new.')
  })

  it('names the data element of a rule that the declaration would break', () => {
    const [point] = openPoints({ findings: [], obstacles: [obstacle] })
    expect(point).toMatchObject({ source: 'preparation', dataElement: { number: '6/14' } })
  })

  it('says what an obstacle says, in both languages', () => {
    const zh = { message: '报关单需要航班号。', mend: '请补充航班号。' }
    const [point] = openPoints({
      findings: [],
      obstacles: [
        {
          ...{ code: 'fact-missing', path: '/transport/identity' },
          ...{ message: 'Needs the flight.', mend: 'State the flight.', zh },
        },
      ],
    })
    expect(point).toMatchObject({
      explanation: { en: 'Needs the flight.', zh: zh.message },
      mend: { en: 'State the flight.', zh: zh.mend },
    })
    expect(point).not.toHaveProperty('words')
  })

  it('explains what was recorded in English alone by its kind, beside its own words', () => {
    const recorded = {
      code: 'fact-missing',
      path: '/packages',
      message: 'Needs packages.',
    } as const
    const [point] = openPoints({ findings: [], obstacles: [recorded] })
    expect(point?.words).toBe('Needs packages.')
    expect(point?.explanation.zh).toMatch(/\p{Script=Han}/u)
  })

  it('names a fact once that both a check and the preparation have missed', () => {
    const points = openPoints({
      findings: [
        {
          ...{ id: 'origin-missing', severity: 'blocking', path: '/goodsItems/0/origin' },
          message: { en: 'No origin.', zh: '缺少原产国。' },
          mend: { en: 'State it.', zh: '请填写。' },
        },
      ],
      obstacles: [
        { code: 'fact-missing', path: '/goodsItems/0/origin', message: 'Item 1 has no origin.' },
        { code: 'fact-missing', path: '/freight', message: 'No freight.' },
      ],
    })
    expect(points.map(({ goodsFact }) => goodsFact?.path)).toEqual([
      '/goodsItems/0/origin',
      '/freight',
    ])
  })

  it('leads a missing fact to where it is stated', () => {
    const [point] = openPoints({
      findings: [],
      obstacles: [
        { code: 'fact-missing', path: '/transport/identity', message: 'Needs the flight.' },
      ],
    })
    expect(point?.goodsFact).toMatchObject({ path: '/transport/identity' })
  })
})

describe('what the rules on declarations warn of', () => {
  it('stands open with its field and the fact behind it, and keeps nothing back', () => {
    const path = `${item}/commodity/goodsMeasure/netMass`
    const text = { en: 'The net mass is unusual.', zh: '净重异常。' }
    const warnings = [{ rule: 'net-mass-unusual', path, message: text, mend: text }]
    expect(openPoints({ findings: [], obstacles: [], warnings })).toMatchObject([
      {
        ...{ source: 'declaration-rule', severity: 'warning', code: 'net-mass-unusual' },
        ...{ explanation: text, fieldPath: path, goodsFact: { path: '/goodsItems/1/netWeightKg' } },
      },
    ])
  })
})
