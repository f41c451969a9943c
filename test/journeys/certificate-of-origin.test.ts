import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CertificateIssued } from '../../src/authority/chamber/chamber-routes.ts'
import type { DocumentView } from '../../src/api/views/document-view.ts'
import type { CertificateOfOrigin } from '../../src/customs/documents/certificate-of-origin.ts'
import type { RequiredDocument } from '../../src/customs/documents/required-document.ts'
import type { Party } from '../../src/customs/order/party.ts'
import { newId } from '../../src/platform/ids.ts'
import { pdfPages } from '../pdf-text.ts'
import {
  caseIn,
  startTestInstallation,
  type TestInstallation,
  type TestTrader,
} from '../test-installation.ts'
import { exampleOrder } from '../shipped-examples.ts'

const DRAFT_MARK = 'DRAFT — NOT ISSUED'

describe('a certificate of origin', () => {
  let installation: TestInstallation
  let trader: TestTrader
  let caseId: string

  beforeAll(async () => {
    installation = await startTestInstallation()
    trader = await installation.addTenant('e-commerce-platform')
    const order = await exampleOrder('marketplace-cn-gb')
    caseId = (await trader.client.post<{ caseId: string }>('/v1/orders', order)).caseId
    await caseIn(trader, caseId, 'ready')
  })
  afterAll(() => installation.close())

  const ofCase = <T>(path: string): Promise<T> =>
    trader.client.get<T>(`/v1/cases/${caseId}/${path}`)

  const standing = async (): Promise<DocumentView> => {
    const { items } = await ofCase<{ items: readonly DocumentView[] }>('documents')
    return items.find(({ name }) => name === 'certificate-of-origin')!
  }

  const certificate = async (): Promise<CertificateOfOrigin> => {
    const document = await ofCase<{ data: CertificateOfOrigin }>(
      'documents/certificate-of-origin.json',
    )
    return document.data
  }

  const printed = async (): Promise<string> => {
    const { pdf } = await standing()
    const answer = await fetch(`${installation.apiUrl}${pdf}`, {
      headers: { authorization: `Bearer ${trader.apiKey}` },
    })
    expect(answer.status).toBe(200)
    return pdfPages(Buffer.from(await answer.arrayBuffer())).join('\n')
  }

  const onTheList = async (): Promise<RequiredDocument> => {
    const { items } = await ofCase<{ items: readonly RequiredDocument[] }>('required-documents')
    return items.find(({ type }) => type === 'certificate-of-origin')!
  }

  const applyToChamber = async (): Promise<CertificateIssued> => {
    const { exporter, consignee, invoice, lines, origin } = await certificate()
    const answer = await fetch(`${installation.authorityUrl}/chamber/certificates`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${installation.authorityToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        exporter: partyOfApplication(exporter),
        consignee: partyOfApplication(consignee),
        invoiceNumber: invoice.number,
        goods: lines.map(({ description, hsCode, quantity }) => ({
          ...{ description, hsCode, origin },
          quantity: `${quantity} pieces`,
        })),
        declaredBy: exporter.name,
      }),
    })
    expect(answer.status, await answer.clone().text()).toBe(201)
    return (await answer.json()) as CertificateIssued
  }

  const upload = async (kind: string, { scan }: CertificateIssued): Promise<string> => {
    const form = new FormData()
    form.set('kind', kind)
    const bytes = new Uint8Array(Buffer.from(scan.base64, 'base64'))
    form.set('file', new Blob([bytes], { type: scan.mediaType }), 'certificate.pdf')
    const answer = await fetch(`${installation.apiUrl}/v1/cases/${caseId}/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${trader.apiKey}`, 'idempotency-key': newId('request') },
      body: form,
    })
    expect(answer.status, await answer.clone().text()).toBe(201)
    return ((await answer.json()) as { attachmentId: string }).attachmentId
  }

  it('is a draft until a chamber has issued it, and stays issued when the case is prepared anew', async () => {
    expect(await printed()).toContain(DRAFT_MARK)
    expect((await standing()).issued).toBeUndefined()
    expect(await onTheList()).toMatchObject({ state: 'can-be-made-out' })

    const issued = await applyToChamber()
    const { number, issuedOn } = issued
    const record = (scanAttachmentId: string) =>
      trader.client.post(`/v1/cases/${caseId}/certificate-of-origin/issue`, {
        origin: 'CN',
        issue: {
          ...{ number, issuedOn, scanAttachmentId },
          issuer: 'Sandbox chamber of commerce',
          place: 'Ningbo',
        },
      })
    await expect(record(await upload('photograph', issued))).rejects.toThrow(
      /uploaded as photograph/,
    )
    const attachmentId = await upload('certificate-of-origin', issued)
    await record(attachmentId)

    const expectIssued = async (): Promise<void> => {
      expect((await standing()).issued).toMatchObject({ number, issuedOn, attachmentId })
      expect((await certificate()).status).toMatchObject({ code: 'issued', number })
      const text = await printed()
      expect(text).not.toContain(DRAFT_MARK)
      expect(text).toContain(number)
      expect(await onTheList()).toMatchObject({ state: 'held', reference: number })
    }
    await expectIssued()
    await expect(record(attachmentId)).rejects.toThrow(/was issued as/)

    await trader.client.post(`/v1/cases/${caseId}/prepare`, {})
    const { items } = await ofCase<{ items: readonly { type: string }[] }>('events')
    expect(items.filter(({ type }) => type === 'documents-prepared')).toHaveLength(2)
    await expectIssued()
  })
})

function partyOfApplication({ name, address }: Party) {
  const { lines, city, postcode, country } = address
  return { name, address: [...lines, city, postcode].filter(Boolean).join(', '), country }
}
