import { dateInLondon } from '../../customs/calendar/date-in-london.ts'
import type { LocalDate } from '../../customs/calendar/local-date.ts'
import { failure, success, type Failure, type Result } from '../../customs/result.ts'
import { newId } from '../../platform/ids.ts'
import type { Office } from '../processing/office.ts'
import { nextThreadReference, type ThreadChange } from '../store/correspondence-store.ts'
import { lockLodgement, type AuthorityTransaction } from '../store/lodgement-store.ts'
import type { OfficeNotice } from './office-notice.ts'
import type { Attachment } from './read-attachments.ts'
import { answerDay } from './receive-letter.ts'

/** What an officer asks a trader of their own accord, about a declaration or in general. */
export interface Enquiry {
  readonly officer: string
  readonly mrn?: string
  /** The trader's software, where it is about no declaration. */
  readonly clientId?: string
  readonly subject: string
  readonly text: string
  readonly attachments: readonly Attachment[]
  /** As many days as the office gives itself, unless stated. */
  readonly answerDueOn?: LocalDate
  /** It only tells something, and waits for no answer. */
  readonly isOnlyTold?: true
  /** What it does besides its words. */
  readonly notice?: OfficeNotice
}

/** Opens a thread in which the office asks. */
export async function openEnquiry(
  transaction: AuthorityTransaction,
  office: Office,
  enquiry: Enquiry,
): Promise<Result<ThreadChange>> {
  const now = office.clock.now()
  const { officer, subject, text, attachments, answerDueOn = answerDay(office, now) } = enquiry
  if (answerDueOn < dateInLondon(now)) return failure(pastDay)
  const addressee = await addresseeOf(transaction, enquiry)
  if (!addressee.ok) return addressee
  const reference = await nextThreadReference(transaction, now)
  return success({
    thread: {
      reference,
      ...addressee.value,
      kind: 'enquiry',
      subject,
      openedBy: 'office',
      openedAt: now,
      ...(enquiry.isOnlyTold
        ? { status: 'answered', awaits: 'nobody' }
        : { status: 'open', awaits: 'trader', answerDueOn }),
    },
    ...(enquiry.notice !== undefined && { notice: enquiry.notice }),
    message: { id: newId('letter'), sentBy: 'office', officer, text, attachments },
    actor: officer,
    what: enquiry.isOnlyTold ? 'wrote' : 'asked',
  })
}

interface Addressee {
  readonly applicationId: string
  readonly lodgementId?: string
  readonly mrn?: string
}

async function addresseeOf(
  transaction: AuthorityTransaction,
  { mrn, clientId }: Enquiry,
): Promise<Result<Addressee>> {
  if (mrn !== undefined) {
    const lodgement = await lockLodgement(transaction, mrn)
    if (lodgement === undefined) return failure(unknownTrader('/mrn'))
    const { applicationId, id: lodgementId } = lodgement
    return success({ applicationId, lodgementId, mrn })
  }
  const application = await transaction
    .selectFrom('trader_application')
    .select('id')
    .where('client_id', '=', clientId ?? '')
    .executeTakeFirst()
  return application === undefined
    ? failure(unknownTrader('/clientId'))
    : success({ applicationId: application.id })
}

const pastDay: Failure = {
  code: 'invalid-input',
  path: '/answerDueOn',
  message: 'The last day is over.',
  mend: 'Name today or a later day.',
  zh: { message: '期限已过。', mend: '请填写今天或以后的日期。' },
}

function unknownTrader(path: string): Failure {
  return {
    code: 'not-found',
    path,
    message: 'The office knows nobody to write to under this.',
    mend: 'Name a declaration of the office, or registered software of a trader.',
    zh: { message: '海关不知道应致函何人。', mend: '请填写本关的申报，或已登记的贸易商软件。' },
  }
}
