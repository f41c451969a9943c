import { Type, type Static } from 'typebox'

import {
  keepGoodsPhoto,
  listReceipts,
  readGoodsPhoto,
  readReceipt,
  receiveGoods,
  type WarehouseReceipt,
} from '../agents/index.ts'
import { checkedReader } from '../customs/checked-reader.ts'
import type { Immutable } from '../customs/immutable.ts'
import { decimalText, oneOf, text } from '../customs/order/schema.ts'
import type { Failure } from '../customs/result.ts'
import { checkUpload } from '../papers/uploads/check-upload.ts'
import { sha256Hex } from '../platform/ids.ts'
import { inTenant } from '../platform/postgres/index.ts'
import { changeOnce } from './http/change-once.ts'
import { pageOf, pageQuery, pageRequestOf, toPage } from './http/page.ts'
import { accepted, found, refuse } from './http/refusal.ts'
import { principalOf, together, type ApiRoutes } from './http/route.ts'
import { bilingualText, instant, link, record, sha256 } from './http/schema.ts'
import { readUploadedFile } from './http/uploaded-file.ts'

const receivedLine = Type.Object(
  {
    lineNumber: Type.Integer({ minimum: 1, maximum: 99, description: 'line of the order' }),
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'pieces counted' }),
    netWeightKg: Type.Optional(decimalText),
    grossWeightKg: decimalText,
  },
  { additionalProperties: false, description: 'pieces of a line and what they weigh together' },
)

const receivedPackages = Type.Object(
  {
    type: Type.String({ pattern: '^[0-9A-Z]{2}$', description: 'UN/ECE Rec. 21 code' }),
    count: Type.Integer({ minimum: 1, maximum: 9_999 }),
    lengthCm: Type.Optional(decimalText),
    widthCm: Type.Optional(decimalText),
    heightCm: Type.Optional(decimalText),
  },
  { additionalProperties: false, description: 'packages of one kind and size' },
)

const receiptFacts = {
  orderId: Type.String(),
  lines: Type.Array(receivedLine, { minItems: 1, maxItems: 200 }),
  packages: Type.Array(receivedPackages, { minItems: 1, maxItems: 200 }),
  photoIds: Type.Array(Type.String(), {
    maxItems: 50,
    uniqueItems: true,
    description: 'photographs that were uploaded before',
  }),
}

const newReceiptSchema = Type.Object(
  { ...receiptFacts, receivedAt: Type.Optional(instant) },
  { additionalProperties: false, description: 'all goods of an order, counted and weighed' },
)

const receiptProperties = {
  id: Type.String(),
  ...receiptFacts,
  receivedAt: instant,
  receivedBy: record<WarehouseReceipt['receivedBy']>('by whom it was recorded'),
}

const receiptSchema = Type.Object(receiptProperties)

const recordedSchema = Type.Object({
  ...receiptProperties,
  differences: Type.Array(
    Type.Object({
      lineNumber: Type.Integer(),
      fact: oneOf(['netWeightKg', 'grossWeightKg'], 'what differs'),
      ordered: decimalText,
      received: decimalText,
      message: bilingualText,
    }),
    { description: 'what the order states otherwise; the measured fact counts from now on' },
  ),
})

const photoSchema = Type.Object({ photoId: Type.String(), sha256, content: link })

const receiptParams = Type.Object({ id: Type.String({ description: 'id of the receipt' }) })

const photoName = Type.Object({ fileName: text(120, 'name of the file') })
const readPhotoName = checkedReader<Static<typeof photoName>>(photoName)

const tags = ['purchasing agents']

const uploadPhoto: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/warehouse-photos',
    {
      schema: {
        tags,
        summary: 'Upload a photograph of goods',
        description: 'A PNG or JPEG of at most 10 MiB, as the field `file`.',
        response: { 201: photoSchema },
      },
      config: { admit: 'warehouse.receive', form: [] },
    },
    async (request, reply) => {
      const { bytes, declaredType, fileName: given } = await readUploadedFile(request)
      const { fileName } = accepted(readPhotoName({ fileName: given }))
      const { mediaType } = accepted(checkUpload({ bytes, declaredType }))
      if (mediaType === 'application/pdf') return refuse(noPhotograph)
      const content = `${fileName} ${sha256Hex(bytes)}`
      return changeOnce<Immutable<Static<typeof photoSchema>>>(
        { request, reply, ports, content },
        async (transaction, context) => {
          const photo = { fileName, mediaType, content: bytes }
          const kept = await keepGoodsPhoto(transaction, photo, context)
          const location = `/v1/warehouse-photos/${kept.photoId}`
          return { status: 201, location, body: { ...kept, content: location } }
        },
      )
    },
  )
}

const seePhoto: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/warehouse-photos/:id',
    {
      schema: {
        tags,
        summary: 'See a photograph of goods',
        params: Type.Object({ id: Type.String({ description: 'id of the photograph' }) }),
        produces: ['image/png', 'image/jpeg'],
      },
      config: { admit: 'warehouse.read' },
    },
    async (request, reply) => {
      const { id } = request.params
      const { tenantId } = principalOf(request)
      const photo = await inTenant(ports.database, tenantId, (transaction) =>
        readGoodsPhoto(transaction, id),
      )
      const { content, media_type } = found(photo, noSuchPhoto(id))
      // A file from outside never acts as a page of this server.
      return reply
        .type(media_type)
        .header('content-security-policy', "sandbox; default-src 'none'")
        .send(content)
    },
  )
}

const receive: ApiRoutes = (server, ports) => {
  server.post(
    '/v1/warehouse-receipts',
    {
      schema: {
        tags,
        summary: 'Record that the goods of an order are in the warehouse',
        description:
          'All pieces of the order, counted; pieces that are missing or too many are refused. ' +
          'Measured weights take the place of those that the order states.',
        body: newReceiptSchema,
        response: { 201: recordedSchema },
      },
      config: { admit: 'warehouse.receive' },
    },
    (request, reply) =>
      changeOnce<Immutable<Static<typeof recordedSchema>>>(
        { request, reply, ports },
        async (transaction, context) => {
          const { receipt, differences } = accepted(
            await receiveGoods(transaction, request.body, context),
          )
          const body = { ...shownReceipt(receipt), differences }
          return { status: 201, location: `/v1/warehouse-receipts/${receipt.receiptId}`, body }
        },
      ),
  )
}

const listAll: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/warehouse-receipts',
    {
      schema: {
        tags,
        summary: 'List the warehouse receipts, the newest first',
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(receiptSchema) },
      },
      config: { admit: 'warehouse.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const receipts = await inTenant(ports.database, tenantId, (transaction) =>
        listReceipts(transaction, page),
      )
      return toPage(receipts.map(shownReceipt), page, (receipt) => receipt)
    },
  )
}

const readOne: ApiRoutes = (server, ports) => {
  server.get(
    '/v1/warehouse-receipts/:id',
    {
      schema: {
        tags,
        summary: 'Read a warehouse receipt',
        params: receiptParams,
        response: { 200: receiptSchema },
      },
      config: { admit: 'warehouse.read' },
    },
    async (request) => {
      const { tenantId } = principalOf(request)
      return inTenant(ports.database, tenantId, async (transaction) =>
        shownReceipt(accepted(await readReceipt(transaction, request.params.id))),
      )
    },
  )
}

/** Goods that came to the agent's warehouse: counted, weighed, photographed. */
export const warehouseReceiptRoutes = together(uploadPhoto, seePhoto, receive, listAll, readOne)

function shownReceipt({ receiptId: id, ...receipt }: WarehouseReceipt) {
  return { id, ...receipt }
}

const noPhotograph: Failure = {
  code: 'unsupported-type',
  path: '/file',
  message: 'A PDF is no photograph.',
  mend: 'Send a PNG or JPEG; papers are uploaded to the case.',
}

function noSuchPhoto(photoId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no photograph ${photoId}.`,
    mend: 'Read the warehouse receipt for the ids of its photographs.',
  }
}
