import type { BilingualText } from '../../customs/bilingual-text.ts'
import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { cite } from '../../customs/law/law.ts'
import { keptUntil } from '../../customs/law/record-keeping.ts'
import { failure, type Result, success } from '../../customs/result.ts'
import type { TenantTransaction } from '../../platform/postgres/index.ts'
import type { CaseState } from '../case-state.ts'
import { terminalStates } from '../life-cycle/life-cycle.ts'
import { mainLifeCycle, type MainState } from '../life-cycle/main-life-cycle.ts'
import { mainStateZh } from '../life-cycle/state-names.ts'
import { type CaseSubject, eraseFrom, type Erasers } from '../personal/eraser.ts'
import { caseSubject } from '../personal/erasure-subject.ts'
import type { ReferenceData } from '../reference-data.ts'
import { lockCase } from '../store/case-store.ts'
import type { ChangeContext } from '../store/record-events.ts'
import { noSuchCase } from './change-case.ts'

/** States in which nobody needs the personal data of the case any more to bring it to its end. */
const OVER: ReadonlySet<MainState> = new Set([
  ...terminalStates(mainLifeCycle),
  'delivered',
  'stopped',
])

/** Which case is to be cleaned of personal data, and what the caller answers for in asking it. */
export interface ErasureRequest {
  readonly caseId: string
  /**
   * States that what customs may ask to see is kept elsewhere. Without it the data of a case that
   * was declared stay for as long as the law wants the records of a declaration.
   */
  readonly customsRecords?: 'kept-elsewhere'
}

/** What the erasure works with: each place where personal data lie, and what the law says of them. */
export interface ErasurePorts {
  readonly erasers: Erasers<CaseSubject>
  readonly reference: Pick<ReferenceData, 'laws' | 'recordKeeping'>
}

/** What was erased and what stays. */
export interface Erasure {
  /** From how many records of each kind something was erased. */
  readonly erased: Readonly<Record<string, number>>
  readonly kept: readonly KeptRecord[]
}

/** Something of the case that an erasure leaves, and why. */
export interface KeptRecord {
  readonly what: BilingualText
  readonly why: BilingualText
  readonly law?: string
  /** The last day on which the law wants it kept. */
  readonly until?: LocalDate
}

/**
 * Erases the personal data of a case that is over, everywhere: the values in the erasable table, the
 * bytes of messages, notifications and papers, which contain them too, and what other rooms keep.
 * The record with its hashes stays whole, so it still shows what happened and that nothing in it was
 * changed. Asked again, it erases what has come since.
 *
 * Fails with `must-be-kept` while the law wants the records of the declaration, unless the caller
 * states that they are kept elsewhere.
 *
 * @law Regulation (EU) 2016/679 and UK GDPR, article 17; the duty to keep records is the exception
 *   of article 17(3)(b)
 */
export async function erasePersonalData(
  { erasers, reference }: ErasurePorts,
  transaction: TenantTransaction,
  { caseId, customsRecords }: ErasureRequest,
  context: Pick<ChangeContext, 'tenantId' | 'now'>,
): Promise<Result<Erasure>> {
  const state = await lockCase(transaction, caseId)
  if (state === undefined) return noSuchCase(caseId)
  if (!OVER.has(state.main)) return notOver(state)
  if (await hasMessageUnderWay(transaction, caseId)) return stillSending()
  const duty = dutyToKeep(state, reference)
  const isDue = duty !== undefined && dateInLondon(context.now) <= duty.until
  if (isDue && customsRecords === undefined) return mustBeKept(duty)
  const subject = await caseSubject(transaction, state, context)
  const erased = await eraseFrom(erasers, transaction, subject)
  return success({ erased, kept: [caseRecord(duty)] })
}

interface Duty {
  readonly law: string
  readonly until: LocalDate
}

/** Goods that were never declared leave no records that customs could ask for. */
function dutyToKeep(
  { declaration, updatedAt }: CaseState,
  { laws, recordKeeping }: ErasurePorts['reference'],
): Duty | undefined {
  if (declaration === undefined) return undefined
  const until = keptUntil(recordKeeping, dateInLondon(updatedAt))
  return { law: cite(laws, recordKeeping.law).title, until }
}

/** What is on its way has to be sent as it was committed, so its bytes are still needed. */
async function hasMessageUnderWay(
  transaction: TenantTransaction,
  caseId: string,
): Promise<boolean> {
  const message = await transaction
    .selectFrom('exchange_message')
    .select('id')
    .where('case_id', '=', caseId)
    .where('state', 'in', ['due', 'sending', 'unknown'])
    .executeTakeFirst()
  return message !== undefined
}

function caseRecord(duty: Duty | undefined): KeptRecord {
  const what = {
    en: 'The record of the case: events, figures, decisions, papers as data, and hashes. Where a person stood there is a reference that leads nowhere.',
    zh: '案件记录：事件、金额、决定、单证数据及哈希值。原个人信息处仅余无指向的引用。',
  }
  return duty === undefined ? { what, why: showsWhatHappened } : { what, why: askedFor, ...duty }
}

const showsWhatHappened: BilingualText = {
  en: 'It shows what was done and that nothing in it was changed; nobody can be told from it.',
  zh: '用于证明处理经过且未被改动；无法据此识别任何个人。',
}

const askedFor: BilingualText = {
  en: 'The records of a declaration are kept for customs to see; nobody can be told from this one.',
  zh: '申报记录须留存备海关查验；无法据此识别任何个人。',
}

function notOver({ main }: CaseState) {
  return failure({
    code: 'conflict',
    path: '',
    message: `A case that is ${main} still needs its personal data.`,
    mend: 'Erase it once the parcel is delivered or the case has ended otherwise.',
    zh: {
      message: `状态为“${mainStateZh[main]}”的清关案仍需要其个人数据。`,
      mend: '请在包裹送达或本案以其他方式结束后再删除。',
    },
  })
}

function stillSending() {
  return failure({
    code: 'conflict',
    path: '',
    message: 'A message of this case is still on its way to the authority.',
    mend: 'Erase the data once it has arrived or was given up; the messages of the case show it.',
    zh: {
      message: '本案尚有报文在发往海关的途中。',
      mend: '请在报文送达或放弃后再删除；可在本案的报文中查看。',
    },
  })
}

function mustBeKept({ law, until }: Duty) {
  return failure({
    code: 'must-be-kept',
    path: '/customsRecords',
    message: `The case was declared; customs may ask for its records up to ${until}.`,
    mend: 'Erase it after that day, or state customsRecords=kept-elsewhere if you keep them yourself.',
    law,
    zh: {
      message: `本案已申报；海关在 ${until} 之前可能要求查阅其记录。`,
      mend: '请在该日之后删除；自行保存记录的，请填写 customsRecords=kept-elsewhere。',
    },
  })
}
