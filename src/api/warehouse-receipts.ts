import { Type, type Static } from 'typebox'

import {
  keepGoodsPhoto,
  listReceipts,
  readGoodsPhoto,
  readReceipt,
  receiveGoods,
  setApartKinds,
  type ReceiptDifference,
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
import { idOf, instant, link, record, sha256 } from './http/schema.ts'
import { readUploadedFile } from './http/uploaded-file.ts'
import { setApartSchema, setApartView } from './views/set-apart-view.ts'

const receivedLine = Type.Object(
  {
    lineNumber: Type.Integer({ minimum: 1, maximum: 99, description: 'line of the order' }),
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000, description: 'pieces counted' }),
    netWeightKg: Type.Optional(decimalText),
    grossWeightKg: decimalText,
  },
  {
    additionalProperties: false,
    description: 'pieces of a line in good order and what they weigh together',
  },
)

const newSetApart = Type.Object(
  {
    kind: oneOf(setApartKinds, 'why the pieces are not sent on'),
    lineNumber: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 99, description: 'absent for goods of no line' }),
    ),
    quantity: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
    description: text(512, 'what the pieces are or what is wrong with them'),
  },
  {
    additionalProperties: false,
    description: 'pieces that came and are kept apart, never to be shipped with the order',
  },
)

/** Packages of one kind and size. */
export const receivedPackages = Type.Object(
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
  orderId: idOf('the order'),
  lines: Type.Array(receivedLine, { maxItems: 200, description: 'never more than was ordered' }),
  packages: Type.Array(receivedPackages, {
    maxItems: 200,
    description:
      'what the pieces of the lines lie in; packages of a receipt without lines hold only pieces ' +
      'that are kept apart, and are not declared',
  }),
  photoIds: Type.Array(idOf('a photograph'), {
    maxItems: 50,
    uniqueItems: true,
    description: 'photographs that were uploaded before',
  }),
}

const newReceiptSchema = Type.Object(
  {
    ...receiptFacts,
    setApart: Type.Optional(Type.Array(newSetApart, { maxItems: 200 })),
    receivedAt: Type.Optional(instant),
  },
  {
    additionalProperties: false,
    description: 'what came of an order at one time, counted and weighed',
  },
)

const receiptProperties = {
  id: Type.String(),
  ...receiptFacts,
  receivedAt: instant,
  receivedBy: record<WarehouseReceipt['receivedBy']>('by whom it was recorded'),
  setApart: Type.Array(setApartSchema),
  differences: Type.Array(record<ReceiptDifference>('a fact that is otherwise than ordered'), {
    description:
      'what is missing, damaged, wrong, too many, or of another weight than the order states; ' +
      'what was counted and measured counts from now on',
  }),
}

const receiptSchema = Type.Object(receiptProperties)

const recordedSchema = Type.Object({
  ...receiptProperties,
  orderState: Type.String({ description: 'how far the order has come by this receipt' }),
})

/** A receipt as the interface shows it. */
export type ReceiptView = Immutable<Static<typeof receiptSchema>>

/** A receipt that was recorded, and how far its order has come by it. */
export type RecordedReceiptView = Immutable<Static<typeof recordedSchema>>

const photoSchema = Type.Object({ photoId: Type.String(), sha256, content: link })

const receiptParams = Type.Object({ id: idOf('the receipt') })

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
        params: Type.Object({ id: idOf('the photograph') }),
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
        summary: 'Record what came of an order to the warehouse',
        description:
          'All pieces of the order or a part of them: several receipts add up. While pieces are ' +
          'missing the order is partly-received and waits for a warehouse decision. Pieces that are ' +
          'too many, damaged, of other goods, or late because the order is not awaited any more are ' +
          'recorded as set apart. Measured weights take the place of those that the order states.',
        body: newReceiptSchema,
        response: { 201: recordedSchema },
      },
      config: { admit: 'warehouse.receive' },
    },
    (request, reply) =>
      changeOnce<Immutable<Static<typeof recordedSchema>>>(
        { request, reply, ports },
        async (transaction, context) => {
          const { receipt, orderState } = accepted(
            await receiveGoods(ports.clearance.reference.names, transaction, request.body, context),
          )
          const body = { ...shownReceipt(receipt), orderState }
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
        querystring: Type.Object({ ...pageQuery, orderId: Type.Optional(idOf('the order')) }),
        response: { 200: pageOf(receiptSchema) },
      },
      config: { admit: 'warehouse.read' },
    },
    async (request) => {
      const page = pageRequestOf(request.query)
      const { tenantId } = principalOf(request)
      const receipts = await inTenant(ports.database, tenantId, (transaction) =>
        listReceipts(transaction, page, request.query.orderId),
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

function shownReceipt({ receiptId: id, setApart, ...receipt }: WarehouseReceipt) {
  return { id, ...receipt, setApart: setApart.map(setApartView) }
}

const noPhotograph: Failure = {
  code: 'unsupported-type',
  path: '/file',
  message: 'A PDF is no photograph.',
  mend: 'Send a PNG or JPEG; papers are uploaded to the case.',
  zh: { message: 'PDF 不是照片。', mend: '请发送 PNG 或 JPEG；单证请上传到清关案。' },
}

function noSuchPhoto(photoId: string): Failure {
  return {
    code: 'not-found',
    path: '',
    message: `There is no photograph ${photoId}.`,
    mend: 'Read the warehouse receipt for the ids of its photographs.',
    zh: { message: `没有照片 ${photoId}。`, mend: '请在入库记录中查看照片编号。' },
  }
}
