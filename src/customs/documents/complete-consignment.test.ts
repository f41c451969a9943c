import { describe, expect, it } from 'vitest'
import { nameLists, sampleConsignment } from '../../../test/sample-papers.ts'
import type { Consignment } from '../consignment/consignment.ts'
import { completeConsignment } from './complete-consignment.ts'

function pathsAndCodes(consignment: Consignment): readonly string[] {
  const result = completeConsignment(consignment, nameLists)
  return result.ok ? [] : result.failures.map(({ code, path }) => `${code} ${path}`)
}

function without<T extends object, Name extends keyof T>(
  subject: T,
  ...names: readonly Name[]
): Omit<T, Name> {
  const entries = Object.entries(subject).filter(([name]) => !names.includes(name as Name))
  return Object.fromEntries(entries) as Omit<T, Name>
}

describe('completeConsignment', () => {
  it('passes a consignment with every fact on, with the names of its codes', () => {
    const result = completeConsignment(sampleConsignment, nameLists)
    expect(result).toMatchObject({ ok: true, value: sampleConsignment })
    expect(result.ok && result.value.names).toEqual({
      countries: {
        CN: { en: 'China', zh: '中国' },
        GB: { en: 'United Kingdom', zh: '英国' },
        VN: { en: 'Vietnam', zh: '越南' },
      },
      packageType: { en: 'Carton', zh: '纸箱' },
    })
  })

  it('names every absent fact of the consignment and of each item at once', () => {
    const [first, second, third] = sampleConsignment.goodsItems
    const rest = without(sampleConsignment, 'commercialInvoice', 'freight', 'insurance', 'packages')
    const bareFirst = without(first!, 'commodityCode', 'netWeightKg')
    const bareThird = without(third!, 'origin', 'grossWeightKg')
    const incoterm = { code: 'FCA', place: 'Shenzhen' } as const
    const goodsItems = [bareFirst, second!, bareThird]
    expect(pathsAndCodes({ ...rest, incoterm, goodsItems })).toEqual([
      'fact-missing /commercialInvoice',
      'fact-missing /freight',
      'fact-missing /insurance',
      'fact-missing /packages',
      'fact-missing /goodsItems/0/commodityCode',
      'fact-missing /goodsItems/0/netWeightKg',
      'fact-missing /goodsItems/2/origin',
      'fact-missing /goodsItems/2/grossWeightKg',
    ])
  })

  it('asks for no cost that the delivery term puts into the prices', () => {
    const silent = without(sampleConsignment, 'freight', 'insurance')
    const sold = (code: Consignment['incoterm']['code']) =>
      pathsAndCodes({ ...silent, incoterm: { code, place: 'London' } })
    expect(sold('CIF')).toEqual([])
    expect(sold('DAP')).toEqual([])
    expect(sold('CPT')).toEqual(['fact-missing /insurance'])
    expect(sold('FCA')).toEqual(['fact-missing /freight', 'fact-missing /insurance'])
  })

  it('takes a freight of zero for a fact', () => {
    const freight = { ...sampleConsignment.freight!, amount: '0' as const }
    expect(pathsAndCodes({ ...sampleConsignment, freight } as Consignment)).toEqual([])
  })

  it('refuses codes that no list has, each at its place', () => {
    const { parties, goodsItems } = sampleConsignment
    const address = { ...parties.buyer.address, country: 'ZZ' }
    expect(
      pathsAndCodes({
        ...sampleConsignment,
        packages: { count: 1, type: 'Q1' },
        parties: { ...parties, buyer: { ...parties.buyer, address } },
        goodsItems: [{ ...goodsItems[0]!, origin: 'XX' }],
      }),
    ).toEqual([
      'unknown-country /parties/buyer/address/country',
      'unknown-country /goodsItems/0/origin',
      'invalid-input /packages/type',
    ])
  })
})
