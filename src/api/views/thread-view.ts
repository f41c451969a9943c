import { Type, type Static } from 'typebox'

import { withPersonalFields } from '../../clearance/personal/personal-record.ts'
import type { Immutable } from '../../customs/immutable.ts'
import { localDate, money, oneOf } from '../../customs/order/schema.ts'
import type { RefusalError } from '../../exchange/channel.ts'
import {
  type ThreadDecision,
  threadKinds,
  threadOutcomes,
} from '../../exchange/letters/letter-change.ts'
import { readEvents } from '../../clearance/store/case-store.ts'
import { threadStates } from '../../clearance/life-cycle/thread-life-cycle.ts'
import {
  appealSchema,
  claimSchema,
  correctionSchema,
  rulingSchema,
  type ThreadMatter,
} from '../../correspondence/thread-matter.ts'
import { type DecidedFigures, decidedFigures } from '../../correspondence/decided-figures.ts'
import type { LetterRoute } from '../../correspondence/correspondence-ports.ts'
import { isReadByPeople } from '../../correspondence/letter-route.ts'
import { outcomesOf } from '../../correspondence/record-reading.ts'
import type { FoundLetter, FoundThread } from '../../correspondence/thread-store.ts'
import { readLetters } from '../../correspondence/thread-store.ts'
import { instantOf } from '../../platform/clock.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import { instant, link, sha256, signedMoney } from '../http/schema.ts'
import { actorSchema, shownActor } from './actor-view.ts'
import {
  type AppealCalendar,
  appealableSchema,
  appealableView,
  reviewSchema,
  reviewView,
} from './appealable-view.ts'
import { decisionOf, findReview } from './decision-in-thread.ts'
import { sentStates } from './exchange-message-view.ts'

const day = Type.Optional(localDate)

const decisionSchema = Type.Object(
  {
    outcome: oneOf(
      threadOutcomes,
      'of an appeal it is said of the decision that was appealed against',
    ),
    reasons: Type.String(),
    decidedOn: localDate,
    details: Type.Optional(
      Type.Object(
        {
          rulingReference: Type.Optional(Type.String()),
          code: Type.Optional(Type.String()),
          origin: Type.Optional(Type.String()),
          validFrom: day,
          validUntil: day,
          version: Type.Optional(
            Type.Integer({ description: 'the version of the declaration that it has made' }),
          ),
          effect: Type.Optional(
            Type.String({ description: 'what has become of the goods or the decision' }),
          ),
          notUndone: Type.Optional(
            Type.String({ description: 'why a cancelled decision stays without a remedy' }),
          ),
        },
        { description: 'the ruling that was issued, and what follows from the decision' },
      ),
    ),
    recorded: Type.Optional(
      Type.Object(
        { letterId: Type.String(), actor: actorSchema, at: instant },
        { description: 'who has read it in which letter; absent where the authority has told it' },
      ),
    ),
  },
  { description: 'how the authority has decided' },
)

const threadProperties = {
  id: Type.String(),
  kind: oneOf(threadKinds, 'what it is about; an enquiry is opened by the authority'),
  subject: Type.String(),
  openedBy: oneOf(['trader', 'office'], 'who has written first'),
  state: oneOf(
    threadStates,
    'written: not yet with the authority; refused: it has not taken the first letter',
  ),
  awaits: Type.Optional(oneOf(['trader', 'office'], 'whose turn it is; absent where nobody’s')),
  answerDueOn: day,
  isOverdue: Type.Boolean({ description: 'whether an answer of ours should have been given' }),
  reference: Type.Optional(Type.String({ description: 'ours, of the letter that opened it' })),
  officeReference: Type.Optional(Type.String({ description: 'the authority’s' })),
  mrn: Type.Optional(Type.String()),
  caseId: Type.Optional(Type.String({ description: 'absent where it is about no case' })),
  caseReference: Type.Optional(Type.String()),
  channel: Type.String({ description: 'the way that its letters go' }),
  letters: Type.Integer({ description: 'how many there are' }),
  underWay: Type.Optional(
    oneOf(['sending', 'given-up'], 'whether a letter of ours has not arrived yet'),
  ),
  decision: Type.Optional(decisionSchema),
  openedAt: instant,
  firstAnswerAt: Type.Optional(instant),
  updatedAt: instant,
  isErased: Type.Boolean({ description: 'whether its words were erased as personal data' }),
}

/** A thread in a list. */
export const threadSchema = Type.Object(threadProperties, {
  title: 'Thread',
  description: 'a matter that is written about with an authority',
})

/** The type of {@link threadSchema}. */
export type ThreadView = Immutable<Static<typeof threadSchema>>

/** A paper of a letter. */
export const letterPaperSchema = Type.Object({
  attachmentId: Type.String(),
  fileName: Type.String(),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  sha256,
  isErased: Type.Boolean(),
  content: link,
})

const letterSchema = Type.Object({
  id: Type.String(),
  writtenBy: oneOf(['trader', 'office'], 'who has written it'),
  actor: Type.Optional(actorSchema),
  officer: Type.Optional(Type.String()),
  text: Type.String(),
  at: instant,
  sending: Type.Optional(oneOf(sentStates, 'of a letter of ours: what became of it')),
  messageId: Type.Optional(Type.String({ description: 'the message of the exchange' })),
  lastError: Type.Optional(Type.String()),
  papers: Type.Array(letterPaperSchema),
})

/** A thread with its letters and what its kind brings with it. */
export const wholeThreadSchema = Type.Object(
  {
    ...threadProperties,
    correction: Type.Optional(correctionSchema),
    claim: Type.Optional(claimSchema),
    ruling: Type.Optional(rulingSchema),
    appeal: Type.Optional(appealSchema),
    refusal: Type.Optional(
      Type.Array(Type.Object({ code: Type.String(), message: Type.String() }), {
        description: 'why the authority has not taken the first letter, in its words',
      }),
    ),
    review: Type.Optional(reviewSchema),
    appealable: Type.Optional(appealableSchema),
    figures: Type.Optional(
      Type.Object(
        {
          before: money,
          after: money,
          difference: signedMoney,
          taxes: Type.Array(
            Type.Object({
              taxType: Type.String({ description: 'as the authority codes it' }),
              before: money,
              after: money,
              difference: signedMoney,
            }),
            { description: 'the same tax by tax over all goods items' },
          ),
        },
        {
          description:
            'of a decision that has made a version of the declaration: what is due before it and ' +
            'after it, as the authority has assessed both; absent until its notification has come',
        },
      ),
    ),
    mayAnswer: Type.Boolean({ description: 'whether a further letter can be written' }),
    mayRecord: Type.Boolean({
      description:
        'whether what a letter states is for a person to record: its carrier does not tell it',
    }),
    decidable: Type.Array(decisionSchema.properties.outcome, {
      description:
        'what can be recorded as decided; nothing where that is told, or on record already',
    }),
    lettersInFull: Type.Array(letterSchema, { description: 'the oldest first' }),
  },
  { title: 'WholeThread', description: 'a thread with its letters' },
)

/** The type of {@link wholeThreadSchema}. */
export type WholeThreadView = Immutable<Static<typeof wholeThreadSchema>>

/** Shows a thread as the list does. */
export function threadView(row: FoundThread, today: string): ThreadView {
  const { id, kind, subject, state, channel, awaits, answer_due_on: dueOn } = row
  return {
    ...{ id, kind, subject, state, channel, openedBy: row.opened_by, letters: row.letter_count },
    ...(awaits !== null && { awaits }),
    ...(dueOn !== null && { answerDueOn: dueOn as NonNullable<ThreadView['answerDueOn']> }),
    isOverdue: awaits === 'trader' && dueOn !== null && dueOn < today,
    ...(row.reference !== null && { reference: row.reference }),
    ...(row.office_reference !== null && { officeReference: row.office_reference }),
    ...(row.mrn !== null && { mrn: row.mrn }),
    ...(row.case_id !== null && { caseId: row.case_id }),
    ...(row.case_reference !== null && { caseReference: row.case_reference }),
    ...(row.under_way !== null && { underWay: row.under_way }),
    ...(row.decision !== null && { decision: decisionView(row.decision) }),
    openedAt: instantOf(row.opened_at),
    ...(row.first_answer_at !== null && { firstAnswerAt: instantOf(row.first_answer_at) }),
    updatedAt: instantOf(row.updated_at),
    isErased: row.erased_at !== null,
  }
}

/** A decision as it is kept; who has recorded it is shown as other actors are. */
function decisionView(kept: object): NonNullable<ThreadView['decision']> {
  const { recorded, ...decision } = kept as NonNullable<ThreadView['decision']>
  if (recorded === undefined) return decision
  return { ...decision, recorded: { ...recorded, actor: shownActor(recorded.actor) } }
}

/** Shows a thread with its letters; references to people are put back into names. */
export async function wholeThreadView(
  transaction: TenantTransaction,
  row: FoundThread,
  calendar: AppealCalendar,
  routes: readonly LetterRoute[],
): Promise<WholeThreadView> {
  const letters = await readLetters(transaction, row.id)
  const figures = await figuresOf(transaction, row)
  const decided = await decisionOf(transaction, row)
  const matter = row.matter as ThreadMatter | null
  const refusal = row.refusal as readonly RefusalError[] | null
  const mayRecord =
    isReadByPeople(routes, row.channel) &&
    letters.some(({ written_by: writtenBy }) => writtenBy === 'office')
  return {
    ...(await withPersonalFields(transaction, threadView(row, calendar.today))),
    ...matter,
    ...(row.kind === 'appeal' && { review: reviewView(row, calendar) }),
    ...(decided !== undefined && {
      appealable: appealableView(
        { ...decided, review: await findReview(transaction, decided, calendar) },
        calendar,
      ),
    }),
    ...(figures !== undefined && { figures }),
    ...(refusal !== null && { refusal: refusal.map(({ code, message }) => ({ code, message })) }),
    mayAnswer: ['open', 'answered', 'decided'].includes(row.state),
    mayRecord,
    decidable: mayRecord && row.decision === null ? outcomesOf[row.kind] : [],
    lettersInFull: await withPersonalFields(
      transaction,
      letters.map((letter) => letterView(row.id, letter)),
    ),
  }
}

async function figuresOf(
  transaction: TenantTransaction,
  { case_id: caseId, decision }: FoundThread,
): Promise<DecidedFigures | undefined> {
  const version = (decision as ThreadDecision | null)?.details?.version
  if (caseId === null || version === undefined) return undefined
  return decidedFigures(await readEvents(transaction, caseId), version)
}

function letterView(threadId: string, letter: FoundLetter) {
  const { id, text, written_by: writtenBy, message_state: sending, last_error: lastError } = letter
  return {
    ...{ id, text, writtenBy, at: instantOf(letter.written_at) },
    ...(letter.actor !== null && { actor: shownActor(letter.actor) }),
    ...(letter.officer !== null && { officer: letter.officer }),
    ...(sending !== null && { sending }),
    ...(letter.message_id !== null && { messageId: letter.message_id }),
    ...(lastError !== null && sending !== 'sent' && { lastError }),
    papers: letter.papers.map((paper) => ({
      ...paper,
      content: `/v1/correspondence/${threadId}/papers/${paper.attachmentId}`,
    })),
  }
}
