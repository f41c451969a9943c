import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Instant } from '../../customs/calendar/local-date.ts'
import type { CertificateApplication } from './certificate-application.ts'

/**
 * A certificate that has its number. The time of issue is also the time inside the PDF, so the same
 * certificate is drawn with the same dates whenever that happens.
 */
export interface IssuedCertificate {
  /** `SCC-`, the year, and a serial number that is never given twice. */
  readonly number: string
  readonly issuedAt: Instant
  readonly application: CertificateApplication
}

const LEFT = 50
const WIDTH = 495

/** Draws the issued certificate as the PDF that the chamber hands back. */
export function drawCertificate(certificate: IssuedCertificate): Promise<Buffer> {
  const { application, number, issuedAt } = certificate
  const document = new PDFDocument({
    size: 'A4',
    margin: LEFT,
    info: {
      Title: `Certificate of origin ${number}`,
      Author: 'Sandbox chamber of commerce',
      CreationDate: new Date(issuedAt),
      ModDate: new Date(issuedAt),
    },
  })
  document.registerFont('body', goodsFont())
  const finished = collect(document)
  document.font('body').fontSize(18).text('CERTIFICATE OF ORIGIN', LEFT, 60, { align: 'center' })
  document.fontSize(9).text('Sandbox chamber of commerce: of no legal effect', { align: 'center' })
  document.moveDown(2)
  field(document, 'No.', number)
  field(document, 'Exporter', partyText(application.exporter))
  field(document, 'Consignee', partyText(application.consignee))
  field(document, 'Transport', application.transport ?? 'not stated')
  field(document, 'Invoice', application.invoiceNumber)
  for (const [index, item] of application.goods.entries()) {
    const text = [item.marks, item.description, `HS ${item.hsCode}`, item.quantity, item.origin]
    field(document, `Goods ${index + 1}`, text.filter(Boolean).join(' | '))
  }
  document.moveDown()
  const day = issuedAt.slice(0, 10)
  document.text(
    `It is certified, on the statement of ${application.declaredBy}, that the goods named above ` +
      `originate in ${application.exporter.country}. Issued on ${day}.`,
    { width: WIDTH },
  )
  document.moveDown(2).rect(LEFT, document.y, 180, 60).stroke()
  document.text(`${number}\n${day}\nSTAMP OF THE SANDBOX CHAMBER`, LEFT + 8, document.y + 8)
  document.end()
  return finished
}

function field(document: PDFKit.PDFDocument, label: string, value: string): void {
  document.fontSize(8).fillColor('#555555').text(label, LEFT)
  document.fontSize(11).fillColor('black').text(value, { width: WIDTH })
  document.moveDown(0.5)
}

function partyText({ name, address, country }: CertificateApplication['exporter']): string {
  return `${name}, ${address}, ${country}`
}

function collect(document: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => {
      resolve(Buffer.concat(chunks))
    })
    document.on('error', reject)
  })
}

let font: Buffer | undefined

/** A font with Latin and Chinese letters: exporters' names and goods may have either. */
function goodsFont(): Buffer {
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')
  font ??= readFileSync(join(dirname(entry), '..', 'fonts', 'NotoSansHans-Regular.otf'))
  return font
}
