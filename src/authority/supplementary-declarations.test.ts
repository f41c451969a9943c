import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import { DECLARANT, handWrittenH1, type H1Wishes } from './testing/hand-written-h1.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
  TODAY,
} from './testing/trader.ts'

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
})

afterAll(() => authority.close())

const authorised = { simplifiedDecision: 'GBSDE123456789012I' }

async function lodge(wishes: H1Wishes, until: string): Promise<readonly string[]> {
  const xml = handWrittenH1({ simplifiedHolder: DECLARANT, ...wishes })
  const response = await authority.send('/customs/declarations', xml)
  expect(response.status).toBe(202)
  return authority.notifications(conversationOf(response), until)
}

describe('goods that are declared in two steps', () => {
  it('are released on a simplified declaration without tax, and charged by what completes it', async () => {
    const first = await lodge({ typeCode: 'IMC', items: [authorised] }, '09')
    expect(first.map(functionCode)).toEqual(['01', '09'])
    const mrn = firstText(first[0], 'ID') ?? ''

    const acceptedAt = TODAY.replaceAll(/[-:]|\.000/g, '').replace('T', '')
    const wishes = { typeCode: 'IMY', items: [{ ...authorised, completes: mrn }] }
    const second = await lodge({ ...wishes, acceptedAt }, '09')
    expect(second.map(functionCode)).toEqual(['01', '13', '13', '09'])
    expect(second[0]).toContain(`>${acceptedAt}<`)
    expect(firstText(second[0], 'ID')).not.toBe(mrn)
    const paid = [...second[2]!.matchAll(/<PaymentAmount[^>]*>([\d.]+)</g)].map(([, sum]) => sum)
    expect(paid).toEqual(['120.00', '224.00'])

    const otherDay = await lodge({ ...wishes, acceptedAt: '20260801000000Z' }, '03')
    expect(otherDay.join()).toContain('CDS12016')
  })

  it('are not completed by a declaration that names none of ours', async () => {
    const items = [{ ...authorised, completes: '26GB000000000000T0' }]
    const refused = await lodge({ typeCode: 'IMY', acceptedAt: '20260910100000Z', items }, '03')
    expect(refused.join()).toContain('CDS10020')
  })
})
