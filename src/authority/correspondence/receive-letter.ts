import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { Instant, LocalDate } from '../../customs/calendar/local-date.ts'
import { newId, sha256Hex } from '../../platform/ids.ts'
import type { Lodgement } from '../processing/lodgement.ts'
import type { Office } from '../processing/office.ts'
import {
  findKnownLetter,
  findReview,
  lockThread,
  nextThreadReference,
  writeThreadChange,
  type NewMessage,
} from '../store/correspondence-store.ts'
import { lockLodgement, type AuthorityTransaction } from '../store/lodgement-store.ts'
import { decisionsOn, rulingsFor, type AppealedDecision } from './appealed-decision.ts'
import { checkOpening, type Admitted, type OpeningFacts } from './check-opening.ts'
import { daysAfter } from './correspondence-terms.ts'
import type { Appeal, FurtherLetter, Opening } from './letter.ts'
import { notTaken, taken, type LetterRefusal, type LetterResult } from './letter-refusal.ts'
import { readAttachments, type Attachment } from './read-attachments.ts'
import type { Thread } from './thread.ts'
import { threadTransition } from './thread-life-cycle.ts'

/** What a trader's software is told of a letter that was taken. */
export interface LetterReceipt {
  readonly thread?: string
  readonly message: string
  readonly receivedAt: Instant
  readonly answerDueOn?: LocalDate
}

/** A letter that was taken, now or before under the same reference. */
export interface ReceivedLetter {
  readonly receipt: LetterReceipt
  readonly isNew: boolean
  /** The declaration that it is about, or else its thread. */
  readonly about: string
}

/** Who writes what to the office. */
export interface Sending<Letter> {
  readonly applicationId: string
  readonly letter: Letter
}

/** Takes the first letter of a trader about a matter; the same one again gets the answer that it had. */
export async function receiveOpening(
  transaction: AuthorityTransaction,
  office: Office,
  { applicationId, letter }: Sending<Opening>,
): Promise<LetterResult<ReceivedLetter>> {
  const known = await knownLetter(transaction, { applicationId, letter })
  if (known !== undefined) return known
  const attachments = readAttachments(letter.attachments)
  if (!attachments.ok) return attachments
  const lodgement = await lodgementMeant(transaction, applicationId, letter.mrn)
  if (!lodgement.ok) return lodgement
  const now = office.clock.now()
  const facts = await gatherFacts(transaction, office, {
    applicationId,
    lodgement: lodgement.value,
    appeal: letter.appeal,
  })
  const admitted = checkOpening(letter, facts)
  if (!admitted.ok) return admitted
  const reference = await nextThreadReference(transaction, now)
  const opened = { applicationId, reference, letter, lodgement: lodgement.value }
  const thread = newThread(office, { ...opened, admitted: admitted.value, now })
  const message = { id: newId('letter'), receivedAt: now }
  const receipt: LetterReceipt = {
    thread: reference,
    message: message.id,
    receivedAt: now,
    ...(thread.answerDueOn !== undefined && { answerDueOn: thread.answerDueOn }),
  }
  await writeThreadChange(
    transaction,
    {
      thread,
      message: traderMessage({ applicationId, letter }, attachments.value, receipt),
      actor: 'trader',
      what: `wrote: ${letter.kind}`,
    },
    now,
  )
  return taken({ receipt, isNew: true, about: letter.mrn ?? reference })
}

/** Takes a further letter of a trader in a thread. */
export async function receiveFurtherLetter(
  transaction: AuthorityTransaction,
  office: Office,
  { applicationId, letter, reference }: Sending<FurtherLetter> & { readonly reference: string },
): Promise<LetterResult<ReceivedLetter>> {
  const known = await knownLetter(transaction, { applicationId, letter, reference })
  if (known !== undefined) return known
  const thread = await lockThread(transaction, reference)
  if (thread?.applicationId !== applicationId) return notTaken(noThread(reference))
  const edge = threadTransition(thread, 'trader-writes')
  if (edge === undefined) return notTaken(closedThread(reference))
  const attachments = readAttachments(letter.attachments)
  if (!attachments.ok) return attachments
  const now = office.clock.now()
  const { answerDueOn: _due, ...rest } = thread
  const dueOn = thread.decision === undefined ? thread.decideBy : undefined
  const after: Thread = {
    ...rest,
    status: edge.to,
    awaits: edge.awaits,
    answerDueOn: dueOn ?? answerDay(office, now),
  }
  const receipt: LetterReceipt = { message: newId('letter'), receivedAt: now }
  await writeThreadChange(
    transaction,
    {
      thread: after,
      message: traderMessage({ applicationId, letter, reference }, attachments.value, receipt),
      actor: 'trader',
      what: 'wrote',
    },
    now,
  )
  return taken({ receipt, isNew: true, about: thread.mrn ?? reference })
}

/** The last day on which the office means to have answered a letter of now. */
export function answerDay(office: Pick<Office, 'settings'>, now: Instant): LocalDate {
  return daysAfter(dateInLondon(now), office.settings().correspondenceAnswerDays)
}

interface SentLetter extends Sending<Opening | FurtherLetter> {
  /** The thread that it was sent to; absent for the first letter of one. */
  readonly reference?: string
}

function digestOf({ letter, reference = '' }: SentLetter): string {
  const { attachments = [], ...words } = letter
  const files = attachments.map(({ content: _content, ...file }) => file)
  return sha256Hex(JSON.stringify([reference, words, files]))
}

async function knownLetter(
  transaction: AuthorityTransaction,
  sent: SentLetter,
): Promise<LetterResult<ReceivedLetter> | undefined> {
  const { applicationId, letter } = sent
  const known = await findKnownLetter(transaction, { applicationId, reference: letter.reference })
  if (known === undefined) return undefined
  return known.requestSha256 === digestOf(sent)
    ? taken({ receipt: known.answer as LetterReceipt, isNew: false, about: sent.reference ?? '' })
    : notTaken(referenceUsed(letter.reference))
}

function traderMessage(
  sent: SentLetter,
  attachments: readonly Attachment[],
  receipt: LetterReceipt,
): NewMessage {
  const { letter } = sent
  return {
    id: receipt.message,
    sentBy: 'trader',
    text: letter.text,
    attachments,
    known: { reference: letter.reference, requestSha256: digestOf(sent), answer: receipt },
  }
}

async function lodgementMeant(
  transaction: AuthorityTransaction,
  applicationId: string,
  mrn: string | undefined,
): Promise<LetterResult<Lodgement | undefined>> {
  if (mrn === undefined) return taken(undefined)
  const lodgement = await lockLodgement(transaction, mrn)
  if (lodgement === undefined) return notTaken(unknownMrn(mrn))
  return lodgement.applicationId === applicationId ? taken(lodgement) : notTaken(notYours(mrn))
}

interface FactsWanted {
  readonly applicationId: string
  readonly lodgement: Lodgement | undefined
  readonly appeal: Appeal | undefined
}

async function gatherFacts(
  transaction: AuthorityTransaction,
  { clock, lastDay }: Office,
  { applicationId, lodgement, appeal }: FactsWanted,
): Promise<OpeningFacts> {
  const decisions = await decisionsFor(transaction, { applicationId, lodgement, appeal })
  const reviews = new Map<AppealedDecision, string>()
  for (const decision of decisions) {
    const { dossierEntry, thread } = decision
    const review = await findReview(transaction, {
      ...(dossierEntry !== undefined && { dossierEntry }),
      ...(thread !== undefined && { thread }),
    })
    if (review !== undefined) reviews.set(decision, review)
  }
  return {
    today: dateInLondon(clock.now()),
    lastDay,
    ...(lodgement !== undefined && { lodgement }),
    decisions,
    underReview: (decision) => reviews.get(decision),
  }
}

async function decisionsFor(
  transaction: AuthorityTransaction,
  { applicationId, lodgement, appeal }: FactsWanted,
): Promise<readonly AppealedDecision[]> {
  if (appeal === undefined) return []
  if (appeal.decision === 'ruling') return rulingsFor(transaction, applicationId)
  return lodgement === undefined ? [] : decisionsOn(transaction, lodgement.id, appeal.decision)
}

interface Opened {
  readonly reference: string
  readonly applicationId: string
  readonly letter: Opening
  readonly lodgement: Lodgement | undefined
  readonly admitted: Admitted
  readonly now: Instant
}

function newThread(office: Office, opened: Opened): Thread {
  const { reference, applicationId, letter, lodgement, admitted, now } = opened
  const { kind, subject, correction, claim, ruling, appeal } = letter
  const decideBy = lastDayToDecide(office, { kind, admitted, now })
  const hasMatter = (correction ?? claim ?? ruling ?? appeal) !== undefined
  return {
    reference,
    applicationId,
    kind,
    subject,
    ...(lodgement !== undefined && { lodgementId: lodgement.id, mrn: lodgement.mrn }),
    openedBy: 'trader',
    openedAt: now,
    status: 'open',
    awaits: 'office',
    answerDueOn: decideBy ?? answerDay(office, now),
    ...(decideBy !== undefined && { decideBy }),
    ...(hasMatter && {
      matter: {
        ...(correction !== undefined && { correction }),
        ...(claim !== undefined && { claim }),
        ...(ruling !== undefined && { ruling }),
        ...(appeal !== undefined && { appeal }),
      },
    }),
    ...admitted,
    dueAt: now,
  }
}

/** A late request for a review has no last day before it is accepted. */
function lastDayToDecide(
  { lastDay }: Office,
  { kind, admitted, now }: Pick<Opened, 'admitted' | 'now'> & Pick<Opening, 'kind'>,
): LocalDate | undefined {
  if (kind === 'ruling-request') return lastDay('determine-ruling', dateInLondon(now))
  if (kind !== 'appeal' || admitted.lateness !== undefined) return undefined
  return lastDay('conclude-review', dateInLondon(now))
}

function unknownMrn(mrn: string): LetterRefusal {
  return {
    code: 'unknown-mrn',
    path: '/mrn',
    message: `The office has no declaration ${mrn}.`,
    zh: { message: `海关没有申报 ${mrn}。` },
  }
}

function notYours(mrn: string): LetterRefusal {
  return {
    code: 'not-yours',
    path: '/mrn',
    message: `The declaration ${mrn} was not lodged by this software.`,
    zh: { message: `申报 ${mrn} 不是由该软件提交的。` },
  }
}

/** Whether another's thread exists is nobody's business. */
export function noThread(reference: string): LetterRefusal {
  return {
    code: 'not-found',
    path: '',
    message: `There is no thread ${reference}.`,
    zh: { message: `没有往来函件 ${reference}。` },
  }
}

function closedThread(reference: string): LetterRefusal {
  return {
    code: 'closed',
    path: '',
    message: `The thread ${reference} is closed; a new matter has a thread of its own.`,
    zh: { message: `往来函件 ${reference} 已结束；新的事项请另行来函。` },
  }
}

function referenceUsed(reference: string): LetterRefusal {
  return {
    code: 'malformed',
    path: '/reference',
    message: `The reference ${reference} was used for another letter.`,
    zh: { message: `编号 ${reference} 已用于另一封信函。` },
  }
}
