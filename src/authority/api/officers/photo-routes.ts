import { Type } from 'typebox'
import type { FastifyInstance } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { failure, success, type Result } from '../../../customs/result.ts'
import { newId, sha256Hex } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { act, announceAct, type ActOutcome, type Acting } from '../../officers/act.ts'
import { pictureTypeOf } from '../../officers/picture-type.ts'
import { takeBackPhoto, takePhoto } from '../../officers/take-photo.ts'
import type { Office } from '../../processing/office.ts'
import { lockLodgement } from '../../store/lodgement-store.ts'
import {
  countPhotos,
  deletePhoto,
  findPhoto,
  insertPhoto,
  readPicture,
  type InspectionPhoto,
} from '../../store/photo-store.ts'
import { replyResult } from '../problem-response.ts'

const MAX_PHOTO_BYTES = 8_000_000
/** The most that one inspection is to have; two that come at once may both be the last. */
const MOST_PHOTOS = 60

const inspectionParameters = Type.Object({
  mrn: Type.String({ pattern: '^[0-9A-Z]{18}$' }),
  id: Type.String({ pattern: '^control_[0-9a-z]{26}$' }),
})
const takenParameters = Type.Object({
  ...inspectionParameters.properties,
  photo: Type.String({ pattern: '^photo_[0-9a-z]{26}$' }),
})
const removalQuery = Type.Object({ officer: Type.String({ minLength: 2, maxLength: 70 }) })
const photoQuery = Type.Object({
  item: Type.Integer({ minimum: 1, maximum: 999 }),
  officer: Type.String({ minLength: 2, maxLength: 70 }),
})
const photoParameters = Type.Object({ id: Type.String({ pattern: '^photo_[0-9a-z]{26}$' }) })

/** Photos of an inspection: the picture itself is the body, and its bytes say what it is. */
export function photoRoutes(plain: FastifyInstance, office: Office): void {
  plain.addContentTypeParser(
    ['image/png', 'image/jpeg'],
    { parseAs: 'buffer', bodyLimit: MAX_PHOTO_BYTES },
    (_request, body, done) => {
      done(null, body)
    },
  )
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.post(
    '/officers/lodgements/:mrn/inspections/:id/photos',
    {
      schema: { params: inspectionParameters, querystring: photoQuery },
      bodyLimit: MAX_PHOTO_BYTES,
    },
    async (request, reply) => {
      const { body: content, params, query } = request
      if (!Buffer.isBuffer(content)) return replyResult(reply, noPicture)
      const kept = await keepPhoto(office, {
        mrn: params.mrn,
        inspectionId: params.id,
        itemSequence: query.item,
        officer: query.officer,
        content,
      })
      return replyResult(kept.ok ? reply.status(201) : reply, kept)
    },
  )
  server.delete(
    '/officers/lodgements/:mrn/inspections/:id/photos/:photo',
    { schema: { params: takenParameters, querystring: removalQuery } },
    async (request, reply) => {
      const { mrn, id: inspectionId, photo: photoId } = request.params
      const { officer } = request.query
      const removed = await removePhoto(office, { mrn, inspectionId, photoId, officer })
      return removed.ok ? reply.status(204).send() : replyResult(reply, removed)
    },
  )
  server.get(
    '/officers/photos/:id',
    { schema: { params: photoParameters } },
    async (request, reply) => {
      const picture = await inTransaction(office.database, (transaction) =>
        readPicture(transaction, request.params.id),
      )
      if (picture === undefined) return replyResult(reply, nothing)
      return reply
        .header('content-type', picture.mediaType)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=3600')
        .send(picture.content)
    },
  )
}

interface TakenPhoto {
  readonly mrn: string
  readonly inspectionId: string
  readonly itemSequence: number
  readonly officer: string
  readonly content: Buffer
}

async function keepPhoto(office: Office, taken: TakenPhoto): Promise<Result<InspectionPhoto>> {
  const { mrn, inspectionId, itemSequence, officer, content } = taken
  const mediaType = pictureTypeOf(content)
  if (mediaType === undefined) return noPicture
  const before = await inTransaction(office.database, (transaction) =>
    countPhotos(transaction, inspectionId),
  )
  if (before >= MOST_PHOTOS) return tooMany
  const photo: InspectionPhoto = {
    id: newId('photo'),
    controlId: inspectionId,
    itemSequence,
    mediaType,
    sizeBytes: content.length,
    sha256: sha256Hex(content),
    takenAt: office.clock.now(),
    takenBy: officer,
  }
  const by: Acting = {
    mrn,
    officer,
    alongside: (transaction, { id: lodgementId }) =>
      insertPhoto(transaction, { ...photo, lodgementId, content }),
  }
  const decide = takePhoto({ photoId: photo.id, inspectionId, itemSequence, sha256: photo.sha256 })
  const outcome = await inTransaction(office.database, (transaction) =>
    act(transaction, office, { by, decide }),
  )
  announceAct(office, outcome)
  return outcome.ok ? success(photo) : outcome
}

interface PhotoRemoval {
  readonly mrn: string
  readonly inspectionId: string
  readonly photoId: string
  readonly officer: string
}

async function removePhoto(
  office: Office,
  { mrn, inspectionId, photoId, officer }: PhotoRemoval,
): Promise<Result<ActOutcome>> {
  const outcome = await inTransaction(office.database, async (transaction) => {
    // Locked first, so that no findings come between the look and the removal.
    await lockLodgement(transaction, mrn)
    const photo = await findPhoto(transaction, { id: photoId, controlId: inspectionId })
    if (photo === undefined) return nothing
    if (photo.isBehindFindings) return behindFindings
    const { itemSequence, sha256 } = photo
    const by: Acting = { mrn, officer, alongside: () => deletePhoto(transaction, photoId) }
    const decide = takeBackPhoto({ photoId, inspectionId, itemSequence, sha256 })
    return act(transaction, office, { by, decide })
  })
  announceAct(office, outcome)
  return outcome
}

const behindFindings = failure({
  code: 'conflict',
  path: '',
  message: 'Findings were recorded after this photo was taken, so it stands behind them.',
  mend: 'Record new findings that set it right.',
  zh: { message: '拍摄此照片后已记录查验结果，照片须保留。', mend: '请记录新的查验结果加以更正。' },
})

const noPicture = failure({
  code: 'unsupported-type',
  path: '',
  message: 'The file is no whole PNG or JPEG picture.',
  mend: 'Take the photo anew, or save it as PNG or JPEG.',
  zh: {
    message: '该文件不是完整的 PNG 或 JPEG 图片。',
    mend: '请重新拍摄，或另存为 PNG 或 JPEG。',
  },
})

const tooMany = failure({
  code: 'conflict',
  path: '',
  message: `The inspection has ${MOST_PHOTOS} photos, which is the most.`,
  mend: 'Remove one that is not needed.',
  zh: { message: `该查验已有 ${MOST_PHOTOS} 张照片，达到上限。`, mend: '请移除不需要的照片。' },
})

const nothing = failure({
  code: 'not-found',
  path: '',
  message: 'There is no such photo.',
  zh: { message: '没有这张照片。' },
})
