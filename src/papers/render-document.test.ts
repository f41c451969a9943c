import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { valueOf } from '../../test/gb-reference-data.ts'
import { pdfPages } from '../../test/pdf-text.ts'
import {
  manyLines,
  preferenceFacts,
  sampleComplete,
  sampleDocument,
  sampleOrder,
} from '../../test/sample-papers.ts'
import {
  type CertificateOfOrigin,
  recordIssue,
} from '../customs/documents/certificate-of-origin.ts'
import { localDate } from '../customs/calendar/local-date.ts'
import {
  canonicalDocumentText,
  type Document,
  type DocumentKind,
} from '../customs/documents/document.ts'
import { preferenceStatement } from '../customs/documents/preference-statement.ts'
import { renderDocument } from './render-document.ts'

const kinds: readonly DocumentKind[] = [
  'commercial-invoice',
  'packing-list',
  'certificate-of-origin',
  'preference-statement',
]

async function pagesOf(document: Document): Promise<readonly string[]> {
  return pdfPages(valueOf(await renderDocument(document)))
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}

describe('renderDocument', () => {
  it('prints what a commercial invoice has to say', async () => {
    const [page, ...others] = await pagesOf(sampleDocument('commercial-invoice'))
    expect(others).toEqual([])
    const texts = [
      'COMMERCIAL INVOICE',
      '商业发票',
      'HC-26-08831',
      '1 Sep 2026',
      'Shenzhen Haicheng Trading Co., Ltd.',
      "Zoë O'Brien-Müller",
      'EORI GB205672212000',
      '6109 10 00 10',
      'T-shirt, knitted, 100 % cotton',
      '3 × Carton 纸箱 (CT)',
      '18.200 kg',
      '504.20',
      '64.00',
      'TOTAL DDP GBP 总计\n570.70',
      'Li Wei 李伟',
      'Page 1 of 1',
    ]
    for (const text of texts) expect(page).toContain(text)
  })

  it('keeps carriage that the buyer pays to others apart from the total', async () => {
    const consignment = sampleComplete({ incoterm: { code: 'FOB', place: 'Yantian' } })
    const [page] = await pagesOf(sampleDocument('commercial-invoice', consignment))
    expect(page).toContain('TOTAL FOB GBP 总计\n504.20')
    expect(page).toMatch(/Paid by the buyer to others[\s\S]*Freight 运费\n64\.00/)
  })

  it('goes on under a repeated head where the lines do not fit, and totals once', async () => {
    const consignment = sampleComplete({ lines: manyLines(60) })
    const pages = await pagesOf(sampleDocument('commercial-invoice', consignment))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, index) => {
      expect(page).toContain('Description of goods')
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`)
    })
    const all = pages.join('\n')
    for (let article = 1; article <= 60; article++) {
      expect(all.split(`ART-${String(article).padStart(4, '0')}`)).toHaveLength(2)
    }
    expect(all.split('TOTAL DDP')).toHaveLength(2)
    expect(pages.at(-1)).toContain('10,150.50')
  })

  it('keeps total and signature on one page, however long the marks are', async () => {
    const marks = 'CASE 1 OF 40 / HANDLE WITH CARE / '.repeat(15).trim()
    const packages = { count: 3, type: 'CT', marks }
    const consignment = sampleComplete({ lines: manyLines(5), packages })
    const pages = await pagesOf(sampleDocument('commercial-invoice', consignment))
    // The five lines leave room for the total and the signature, but not for the marks as well.
    expect(pages).toHaveLength(2)
    expect(pages[0]).not.toContain('TOTAL DDP')
    expect(pages[1]).toContain('TOTAL DDP')
    expect(pages[1]).toContain('Signature and stamp')
  })

  it('prints no price on a packing list', async () => {
    const [page] = await pagesOf(sampleDocument('packing-list'))
    expect(page).toContain('PACKING LIST')
    expect(page).toContain('20.850 kg')
    expect(page).not.toMatch(/24\.50|504\.20|GBP/)
  })

  it('marks every page of a certificate as a draft until it is issued', async () => {
    const consignment = sampleComplete({ lines: manyLines(60) })
    const pages = await pagesOf(sampleDocument('certificate-of-origin', consignment))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page).toMatch(/DRAFT — NOT ISSUED\n草稿 未签发/)
  })

  it('says of an issued certificate where the stamped one is, without the mark of a draft', async () => {
    const draft = sampleDocument('certificate-of-origin')
    const data = valueOf(
      recordIssue(draft.data as CertificateOfOrigin, {
        number: 'C264700123450012',
        issuedOn: localDate('2026-09-02'),
        issuer: 'Shenzhen Chamber of Commerce',
        place: 'Shenzhen',
        scanAttachmentId: 'att_77',
      }),
    )
    const [page] = await pagesOf({ kind: 'certificate-of-origin', templateVersion: 1, data })
    expect(page).not.toContain('DRAFT')
    expect(page).toContain('C264700123450012')
    expect(page).toContain('att_77')
  })

  it('prints the words of a preference statement and how it is signed', async () => {
    const [page] = await pagesOf(sampleDocument('preference-statement'))
    const data = valueOf(preferenceStatement(preferenceFacts()))
    expect(page?.replaceAll('\n', ' ')).toContain(data.words)
    expect(page).toContain('Origin criterion used 原产地标准: C1')
    expect(page).not.toContain('Valid only when signed by hand')
    const byHand = { ...data, signatureForm: 'handwritten' } as const
    const [signed] = await pagesOf({
      kind: 'preference-statement',
      templateVersion: 1,
      data: byHand,
    })
    expect(signed).toContain('Valid only when signed by hand')
  })

  it('prints names of central Europe and long Chinese descriptions', async () => {
    const buyer = { ...sampleOrder.buyer, name: 'Małgorzata Šťastná-Ağaoğlu' }
    const description = '家用缝纫机 电动 平缝 含脚踏控制器、压脚套装、梭芯及LED灯 '.repeat(8)
    const lines = [{ ...sampleOrder.lines[0]!, description }]
    const consignment = sampleComplete({ buyer, lines })
    const [page] = await pagesOf(sampleDocument('commercial-invoice', consignment))
    expect(page?.replaceAll('\n', '')).toContain('Małgorzata Šťastná-Ağaoğlu')
    const printed = page!.replace(/\s/g, '')
    expect(printed).toContain(description.replace(/\s/g, ''))
  })

  it('refuses a name that it cannot print, and says where it stands', async () => {
    const buyer = { ...sampleOrder.buyer, name: '김민준' }
    const document = sampleDocument('packing-list', sampleComplete({ buyer }))
    expect(await renderDocument(document)).toMatchObject({
      ok: false,
      failures: [{ code: 'not-covered', path: '/data/consignee/name' }],
    })
  })

  it.each(kinds)('carries the canonical text of a %s inside the file', async (kind) => {
    const document = sampleDocument(kind)
    const text = canonicalDocumentText(document)
    const pdf = valueOf(await renderDocument(document))
    expect(pdf.includes(Buffer.from(text))).toBe(true)
    expect(pdfPages(pdf)[0]).toContain(sha256(text))
  })

  it('is a PDF/A-3b file that is dated by the document, not by the clock', async () => {
    const pdf = valueOf(await renderDocument(sampleDocument('packing-list'))).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.7/)
    expect(pdf).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(pdf).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(pdf).toContain('/AFRelationship /Source')
    expect(new Set(pdf.match(/D:\d{14}Z/g))).toEqual(new Set(['D:20260901000000Z']))
  })

  it('gives the same bytes in fresh processes, whatever was rendered before', async () => {
    const rendered = await Promise.all(
      kinds.map(async (kind) => sha256(valueOf(await renderDocument(sampleDocument(kind))))),
    )
    const inOrder = renderInFreshProcess(kinds)
    const inReverse = renderInFreshProcess([...kinds].reverse())
    expect(inOrder).toEqual(rendered)
    expect(inReverse.reverse()).toEqual(rendered)
  })
})

/** SHA-256 of each rendered sample, from a process of its own. */
function renderInFreshProcess(order: readonly DocumentKind[]): string[] {
  const script = new URL('../../test/render-sample-papers.ts', import.meta.url)
  const output = execFileSync(process.execPath, ['--import', 'tsx', script.pathname, ...order], {
    encoding: 'utf8',
  })
  return output.trim().split('\n')
}
