import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEmptyTestDatabase } from '../../test/database.ts'
import {
  type ExportWishes,
  handWrittenExport,
  handWrittenMovement,
} from './testing/hand-written-export.ts'
import { DECLARANT } from './testing/hand-written-h1.ts'
import {
  conversationOf,
  firstText,
  functionCode,
  openAuthority,
  type OpenAuthority,
} from './testing/trader.ts'

let authority: OpenAuthority

beforeAll(async () => {
  authority = await openAuthority({ database: await createEmptyTestDatabase() })
})

afterAll(() => authority.close())

const INVENTORY = '/customs/inventory-linking/exports'
let lodged = 0

/** Lodges an export under references of its own. */
async function lodge(wishes: ExportWishes = {}) {
  const number = ++lodged
  const ducr = `6${DECLARANT}-X${number}`
  const xml = handWrittenExport({ lrn: `X-${number}`, ducr, ...wishes })
  const response = await authority.send('/customs/declarations', xml)
  expect(response.status, await response.clone().text()).toBe(202)
  return { ducr, conversation: conversationOf(response) }
}

/** The answer of the inventory to a movement: what was done, and why not. */
async function move(code: 'EAL' | 'EDL', ducr: string, location?: string): Promise<string> {
  const response = await authority.send(INVENTORY, handWrittenMovement(code, { ducr, location }))
  expect(response.status, await response.clone().text()).toBe(202)
  // The answers of the inventory have no function code.
  const [answer] = await authority.notifications(conversationOf(response), '')
  return [firstText(answer, 'actionCode'), firstText(answer, 'errorCode')].join(' ').trim()
}

const told = async (conversation: string, until: string): Promise<readonly string[]> =>
  (await authority.notifications(conversation, until)).map(functionCode)

describe('goods that leave', () => {
  it('are registered before they come, let go once they are there, and followed until they have left', async () => {
    const { ducr, conversation } = await lodge()
    expect(await told(conversation, '02')).toEqual(['02'])
    expect(await move('EDL', ducr)).toBe('3 13')
    expect(await move('EAL', ducr, 'GBAUDVRDOVDVR')).toBe('3 28')
    expect(await move('EAL', ducr)).toBe('1')
    expect(await told(conversation, '09')).toEqual(['02', '01', '09'])
    expect(await move('EAL', ducr)).toBe('1')
    expect(await move('EDL', ducr)).toBe('1')
    expect(await told(conversation, '16')).toEqual(['02', '01', '09', '16'])
    const exit = (await authority.notifications(conversation, '16')).at(-1)
    expect(firstText(exit, 'StatementDescription')).toBe('GB000084')
    expect(firstText(exit, 'NameCode')).toBe('A1')
    expect(await move('EDL', ducr)).toBe('1')
  })

  it('are let go at once where they are there already, simplified too', async () => {
    const simplified = { holder: DECLARANT, decision: 'GBSDE123456789012I' }
    const { ducr, conversation } = await lodge({
      ...{ typeCode: 'EXC', simplified, statisticalValue: 'none', grossMassKg: 'none' },
    })
    expect(await told(conversation, '09')).toEqual(['01', '09'])
    expect(await move('EAL', ducr)).toBe('1')
    expect(await move('EDL', ducr)).toBe('1')
    expect(await told(conversation, '16')).toEqual(['01', '09', '16'])
  })

  it('stay while customs want to see them', async () => {
    const { ducr, conversation } = await lodge()
    await authority.notifications(conversation, '02')
    const mrn = firstText((await authority.notifications(conversation, '02'))[0], 'ID') ?? ''
    await authority.set({ greenLaneSeconds: 600 })
    expect(await move('EAL', ducr)).toBe('1')
    await authority.notifications(conversation, '01')
    expect(await move('EDL', ducr)).toBe('3 14')
    const act = async (what: string, body: object) => {
      const officer = { officer: 'A. Clerk', ...body }
      const acted = await authority.officer('POST', `/lodgements/${mrn}/${what}`, officer)
      expect(acted.status, await acted.clone().text()).toBe(200)
    }
    await act('inspections', { reason: 'The labels are to be seen.' })
    await authority.notifications(conversation, '05')
    await authority.set({ greenLaneSeconds: 0 })
    expect(await move('EDL', ducr)).toBe('3 14')
    const dossier = await (await authority.officer('GET', `/lodgements/${mrn}`)).json()
    const { controls } = dossier as { readonly controls: readonly { readonly id: string }[] }
    const findings = [{ sequence: 1, result: 'satisfied', reason: 'labels as declared' }]
    await act(`inspections/${controls[0]?.id}/findings`, { findings })
    await authority.notifications(conversation, '09')
    expect(await move('EDL', ducr)).toBe('1')
    expect(await told(conversation, '16')).toEqual(['02', '01', '05', '09', '16'])
  })

  it('are not known by a reference under which nothing was lodged', async () => {
    expect(await move('EAL', `6${DECLARANT}-NOTHING`)).toBe('3 10')
  })

  it.each<[string, ExportWishes, string]>([
    ['no office of exit', { exitOffice: 'none' }, 'CDS10001'],
    ['an office abroad', { exitOffice: 'FR000084' }, 'CDS10020'],
    ['Great Britain itself as destination', { destination: 'GB' }, 'CDS10020'],
    ['a consignee without an address', { consignee: '<Name>Nobody</Name>' }, 'CDS10001'],
    ['a code of ten digits', { commodityCode: '4602191000' }, 'CDS10004'],
    ['a re-export', { procedure: ['31', '51'] }, 'CDS12050'],
    ['no value where they leave', { statisticalValue: 'none' }, 'CDS10001'],
    ['no word of who declares', { statements: [] }, 'CDS10001'],
    ['goods of Northern Ireland', { statements: ['00400', 'NIEXP'] }, 'CDS10020'],
    ['a supplementary declaration', { typeCode: 'EXY' }, 'CDS12052'],
    ['no authorisation', { typeCode: 'EXF' }, 'CDS12120'],
  ])('are refused with %s', async (_, wishes, code) => {
    const { conversation } = await lodge(wishes)
    const [refusal] = await authority.notifications(conversation, '03')
    expect(refusal).toContain(`>${code}<`)
  })
})
