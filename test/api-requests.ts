import { once } from 'node:events'

import type { InjectOptions } from 'fastify'
import PDFDocument from 'pdfkit'

import type { Order } from '../src/customs/order/order.ts'
import { newId } from '../src/platform/ids.ts'
import { bearer, type TestApi } from './api.ts'

/** Asks with a key, and with a new Idempotency-Key where something is changed. */
export function ask(api: TestApi, key: string, request: InjectOptions & { readonly url: string }) {
  const idempotency = request.method === 'POST' ? { 'idempotency-key': newId('test') } : {}
  const headers = { ...bearer(key), ...idempotency, ...request.headers }
  return api.server.inject({ ...request, headers })
}

/** Hands in an order and prepares its case. */
export async function openPreparedCase(api: TestApi, key: string, order: Order): Promise<string> {
  const url = '/v1/orders?fulfilment=direct'
  const received = await ask(api, key, { method: 'POST', url, payload: order })
  const { caseId } = received.json<{ caseId?: string }>()
  if (caseId === undefined) throw new Error(received.body)
  const prepared = await ask(api, key, { method: 'POST', url: `/v1/cases/${caseId}/prepare` })
  if (prepared.statusCode !== 200) throw new Error(prepared.body)
  return caseId
}

/** A form with a small sound PDF, as a person uploads a paper. */
export async function paperForm(kind = 'transport-document'): Promise<FormData> {
  const form = new FormData()
  form.set('kind', kind)
  form.set('file', new Blob([await smallPdf()], { type: 'application/pdf' }), 'waybill.pdf')
  return form
}

/** A form with a document that shows something of a criterion of a trusted trader. */
export async function evidenceForm(fields: Readonly<Record<string, string>>): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([await smallPdf()], { type: 'application/pdf' }), 'accounts.pdf')
  return form
}

/** A form with a photograph of one pixel. */
export function photoForm(): FormData {
  const form = new FormData()
  form.set('file', new Blob([onePixel], { type: 'image/png' }), 'goods.png')
  return form
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function smallPdf(): Promise<Buffer<ArrayBuffer>> {
  const document = new PDFDocument({ size: 'A6' })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  document.text('Air waybill 123-45678901').end()
  await once(document, 'end')
  return Buffer.concat(chunks)
}
