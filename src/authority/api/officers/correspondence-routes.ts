import { Type } from 'typebox'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import { dateInLondon } from '../../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../../customs/calendar/local-date.ts'
import { failure, success, type Result } from '../../../customs/result.ts'
import { inTransaction } from '../../../platform/postgres/index.ts'
import { decideThread } from '../../correspondence/decide-thread.ts'
import { openEnquiry } from '../../correspondence/open-enquiry.ts'
import {
  attachmentsSchema,
  letterText,
  MAX_LETTER_BYTES,
  subjectLine,
  type SentAttachment,
} from '../../correspondence/letter.ts'
import {
  closeThread,
  judgeLateness,
  moveLastDay,
  writeToTrader,
  type AtThread,
} from '../../correspondence/officer-steps.ts'
import { readAttachments, type Attachment } from '../../correspondence/read-attachments.ts'
import { previewDecision } from '../../correspondence/preview-decision.ts'
import { threadKinds } from '../../correspondence/thread-life-cycle.ts'
import { threadOutcomes } from '../../correspondence/thread.ts'
import { viewThreadAtDesk } from '../../correspondence/view-at-desk.ts'
import { itemCorrectionSchema } from '../../officers/finding.ts'
import type { Office } from '../../processing/office.ts'
import { countThreads, listThreads, threadViews } from '../../store/correspondence-list.ts'
import {
  lockThread,
  writeThreadChange,
  type ThreadChange,
} from '../../store/correspondence-store.ts'
import type { AuthorityTransaction } from '../../store/lodgement-store.ts'
import { replyResult } from '../problem-response.ts'
import { changeOnce } from './change-once.ts'
import { nothingUnder } from './nothing-under.ts'

const PRINTABLE = '^[^\\u0000-\\u001F]*$'
const officer = Type.String({ minLength: 2, maxLength: 70 })
const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', format: 'date' })
const mrn = Type.String({ pattern: '^[0-9A-Z]{18}$' })
const threadParameters = Type.Object({ thread: Type.String({ pattern: '^COR-\\d{4}-\\d{6,}$' }) })
const quantity = Type.String({ pattern: '^\\d{1,13}(\\.\\d{1,6})?$' })
const sentence = Type.String({ minLength: 3, maxLength: 400, pattern: PRINTABLE })

function body<Fields extends Parameters<typeof Type.Object>[0]>(fields: Fields) {
  return Type.Object({ officer, ...fields }, { additionalProperties: false })
}

const filterFields = {
  kind: Type.Optional(Type.Enum([...threadKinds])),
  mrn: Type.Optional(mrn),
  search: Type.Optional(Type.String({ minLength: 1, maxLength: 70, pattern: PRINTABLE })),
}
const listQuery = Type.Object({
  ...filterFields,
  view: Type.Enum([...threadViews], { default: 'office' }),
  offset: Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})
const enquiryBody = body({
  mrn: Type.Optional(mrn),
  /** The software of the trader, where it is about no declaration. */
  clientId: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9._-]{3,64}$' })),
  subject: subjectLine,
  text: letterText,
  attachments: Type.Optional(attachmentsSchema),
  answerDueOn: Type.Optional(day),
})
const letterBody = body({
  text: letterText,
  attachments: Type.Optional(attachmentsSchema),
  /** Where an answer is wanted. */
  answerDueOn: Type.Optional(day),
})
const lastDayBody = body({ answerDueOn: day, reason: sentence })
const closureBody = body({ reason: letterText })
const latenessBody = body({ isAccepted: Type.Boolean(), reason: letterText })
const decisionBody = body({
  outcome: Type.Enum([...threadOutcomes]),
  reasons: letterText,
  items: Type.Optional(Type.Array(itemCorrectionSchema, { minItems: 1, maxItems: 999 })),
  paymentReference: Type.Optional(sentence),
  goods: Type.Optional(
    Type.Array(
      Type.Object(
        {
          goodsItem: Type.Integer({ minimum: 1, maximum: 999 }),
          returned: quantity,
          of: quantity,
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 999 },
    ),
  ),
  amountGbp: Type.Optional(Type.String({ pattern: '^\\d{1,6}\\.\\d{2}$' })),
  code: Type.Optional(Type.String({ pattern: '^\\d{10}$' })),
  origin: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
  validFrom: Type.Optional(day),
})

const previewBody = Type.Object(
  {
    officer: Type.Optional(officer),
    outcome: decisionBody.properties.outcome,
    items: decisionBody.properties.items,
  },
  { additionalProperties: false },
)

/** Letters at the officers' door: the list, each thread, and what officers do in it. */
export function officerCorrespondenceRoutes(plain: FastifyInstance, office: Office): void {
  readingRoutes(plain, office)
  writingRoutes(plain, office)
  decidingRoutes(plain, office)
}

function readingRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const today = () => dateInLondon(office.clock.now())
  server.get('/officers/correspondence', { schema: { querystring: listQuery } }, (request) =>
    inTransaction(office.database, async (transaction) => {
      const page = { ...request.query, today: today() }
      const threads = await listThreads(transaction, page)
      return { threads, counts: await countThreads(transaction, page), today: page.today }
    }),
  )
  server.get('/officers/correspondents', async () => ({
    correspondents: await inTransaction(office.database, (transaction) =>
      transaction
        .selectFrom('trader_application')
        .select(['client_id as clientId', 'name'])
        .orderBy('name')
        .execute(),
    ),
  }))
  server.get(
    '/officers/correspondence/:thread',
    { schema: { params: threadParameters } },
    async (request, reply) => {
      const { thread: reference } = request.params
      const view = await inTransaction(office.database, async (transaction) => {
        const thread = await lockThread(transaction, reference)
        return thread && viewThreadAtDesk(transaction, thread, { today: today() })
      })
      return replyResult(reply, view === undefined ? nothingUnder(reference) : success(view))
    },
  )
  attachmentRoute(plain, office)
}

function attachmentRoute(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.get(
    '/officers/correspondence/attachments/:id',
    {
      schema: {
        params: Type.Object({ id: Type.String({ pattern: '^attachment_[0-9a-z]{26}$' }) }),
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const file = await inTransaction(office.database, (transaction) =>
        transaction
          .selectFrom('correspondence_attachment')
          .select(['content', 'media_type'])
          .where('id', '=', id)
          .executeTakeFirst(),
      )
      if (file === undefined) return replyResult(reply, nothingUnder(id))
      // What a stranger has sent may do nothing in the officer's browser.
      return reply
        .header('content-type', file.media_type)
        .header('content-disposition', 'attachment')
        .header('content-security-policy', "sandbox; default-src 'none'")
        .header('x-content-type-options', 'nosniff')
        .send(file.content)
    },
  )
}

function writingRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  server.post(
    '/officers/correspondence',
    { schema: { body: enquiryBody }, bodyLimit: MAX_LETTER_BYTES },
    async (request, reply) => {
      const { officer: name, attachments, ...enquiry } = request.body
      const files = filesOf(attachments)
      if (!files.ok) return replyResult(reply, files)
      const changed = await changeOnce({ office, request, reply }, async (transaction) => {
        const opened = await openEnquiry(transaction, office, {
          ...(enquiry as typeof enquiry & { answerDueOn?: LocalDate }),
          officer: name,
          attachments: files.value,
        })
        return opened.ok ? writeAll(transaction, office, [opened.value]) : opened
      })
      announce(office, changed)
      return replyResult(changed.ok ? reply.status(201) : reply, changed)
    },
  )
  server.post(
    '/officers/correspondence/:thread/messages',
    { schema: { params: threadParameters, body: letterBody }, bodyLimit: MAX_LETTER_BYTES },
    (request, reply) => {
      const { text, attachments, answerDueOn } = request.body
      const files = filesOf(attachments)
      if (!files.ok) return replyResult(reply, files)
      return takeStep({ office, request, reply }, (at) =>
        writeToTrader(at, {
          text,
          attachments: files.value,
          ...(answerDueOn !== undefined && { answerDueOn: answerDueOn as LocalDate }),
        }),
      )
    },
  )
}

function decidingRoutes(plain: FastifyInstance, office: Office): void {
  const server = plain.withTypeProvider<TypeBoxTypeProvider>()
  const at = '/officers/correspondence/:thread'
  const onThread = <Body>(schema: Body) => ({ schema: { params: threadParameters, body: schema } })
  server.put(`${at}/last-day`, onThread(lastDayBody), (request, reply) => {
    const { answerDueOn, reason } = request.body
    const order = { answerDueOn: answerDueOn as LocalDate, reason }
    return takeStep({ office, request, reply }, (step) => moveLastDay(step, order))
  })
  server.post(`${at}/closure`, onThread(closureBody), (request, reply) =>
    takeStep({ office, request, reply }, (step) => closeThread(step, request.body)),
  )
  server.post(`${at}/lateness`, onThread(latenessBody), (request, reply) => {
    const { isAccepted, reason } = request.body
    const order = { isAccepted, reason, lastDay: office.lastDay }
    return takeStep({ office, request, reply }, (step) => judgeLateness(step, order))
  })
  server.post(`${at}/decision/preview`, onThread(previewBody), async (request, reply) => {
    const { thread } = request.params
    const preview = await previewDecision(office, thread, request.body)
    return replyResult(reply, preview ?? nothingUnder(thread))
  })
  server.post(`${at}/decision`, onThread(decisionBody), async (request, reply) => {
    const { officer: name, validFrom, ...order } = request.body
    const changed = await changeOnce({ office, request, reply }, async (transaction) => {
      const thread = await lockThread(transaction, request.params.thread)
      if (thread === undefined) return nothingUnder(request.params.thread)
      const decided = await decideThread({
        ...{ transaction, office, thread, officer: name, now: office.clock.now() },
        order: { ...order, ...(validFrom !== undefined && { validFrom: validFrom as LocalDate }) },
      })
      return decided.ok ? writeAll(transaction, office, decided.value.changes) : decided
    })
    announce(office, changed)
    return replyResult(reply, changed)
  })
}

interface Asked {
  readonly office: Office
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Where a thread stands after an officer's act. */
interface ThreadOutcomeView {
  readonly thread: string
  readonly status: string
  readonly mrn?: string
}

async function takeStep(
  { office, request, reply }: Asked,
  step: (at: AtThread) => Result<ThreadChange>,
): Promise<FastifyReply> {
  // Every route of steps has these in its schema.
  const { thread: reference } = request.params as { readonly thread: string }
  const { officer: name } = request.body as { readonly officer: string }
  const changed = await changeOnce({ office, request, reply }, async (transaction) => {
    const thread = await lockThread(transaction, reference)
    if (thread === undefined) return nothingUnder(reference)
    const taken = step({ officer: name, now: office.clock.now(), thread })
    return taken.ok ? writeAll(transaction, office, [taken.value]) : taken
  })
  announce(office, changed)
  return replyResult(reply, changed)
}

async function writeAll(
  transaction: AuthorityTransaction,
  office: Office,
  changes: readonly ThreadChange[],
): Promise<Result<ThreadOutcomeView>> {
  for (const change of changes) await writeThreadChange(transaction, change, office.clock.now())
  const [own] = changes
  if (own === undefined) throw new Error('a step without a change')
  const { reference, status, mrn: about } = own.thread
  return success({ thread: reference, status, ...(about !== undefined && { mrn: about }) })
}

function announce(office: Office, changed: Result<ThreadOutcomeView>): void {
  office.wake()
  if (changed.ok) office.news.tell([changed.value.mrn ?? changed.value.thread])
}

function filesOf(sent: readonly SentAttachment[] | undefined): Result<readonly Attachment[]> {
  const files = readAttachments(sent)
  if (files.ok) return success(files.value)
  const { path, message, zh } = files.refusal
  return failure({
    code: 'invalid-input',
    path,
    message,
    mend: 'Choose the file again.',
    zh: { ...zh, mend: '请重新选择文件。' },
  })
}
