import { distinctNotifications } from './distinct-notifications.ts'
import type { Notification, NotificationCode } from './notification.ts'
import { optional } from './optional.ts'
import { notificationsBySubject } from './notifications-by-subject.ts'
import { assessmentsOf } from './standing-assessments.ts'
import { reasonCodeOf, stateByReason } from './state-by-reason.ts'
import { requestsOf } from './standing-requests.ts'
import type {
  FundsDemand,
  OwnDeclaration,
  Standing,
  StandingEnding,
  StandingEvent,
  StandingRequest,
  StandingState,
} from './standing.ts'

/**
 * Derives where a declaration stands from everything that the authority has said about it. Any
 * permutation of the notifications, with any duplicates, gives the same standing.
 *
 * @param own which declaration is meant; give at least the LRN where it is known
 */
export function deriveStanding(
  notifications: readonly Notification[],
  own: OwnDeclaration = {},
): Standing {
  const distinct = distinctNotifications(notifications)
  const subjects = notificationsBySubject(distinct.notifications, own)
  const { aboutDeclaration: about, aboutRequests } = subjects
  const state = stateOf(about)
  const assessments = assessmentsOf(withCode(about, '13'))
  const acceptance = withCode(about, '01').at(-1)
  return {
    ...optional('mrn', subjects.mrn),
    ...optional('lrn', subjects.lrn),
    version: Math.max(1, ...[...about, ...aboutRequests].map(({ versionId = 1 }) => versionId)),
    state,
    ...optional('registeredAt', withCode(about, '02')[0]?.issuedAt),
    ...optional('acceptedAt', acceptance?.acceptedAt),
    ...optional('releasedAt', (withCode(about, '08')[0] ?? withCode(about, '09')[0])?.issuedAt),
    ...optional('clearedAt', withCode(about, '09')[0]?.issuedAt),
    ...optional('exitedAt', withCode(about, '16')[0]?.issuedAt),
    ...optional('ending', endingOf(about, state)),
    errors: state === 'rejected' ? withCode(about, '03').flatMap(({ errors }) => errors) : [],
    controls: withCode(about, '05').map(eventOf),
    documentRequests: withCode(about, '06').map(requestFrom),
    queries: withCode(about, '51').map(requestFrom),
    results: withCode(about, '07'),
    requests: requestsOf(aboutRequests),
    ...optional('assessment', assessments.at(-1)),
    assessments,
    ...optional('insufficientFunds', fundsDemandOf(about)),
    ...optional('aboutToLapse', withCode(about, '50').map(eventOf).at(-1)),
    ...optional('exitResultsWanted', withCode(about, '18').map(requestFrom).at(-1)),
    remarks: [...withCode(about, '01'), ...withCode(about, '02')].flatMap(
      (each) => each.statements,
    ),
    advisories: withCode(about, '01').flatMap(({ errors }) => errors),
    unfit: [...distinct.unfit, ...subjects.unfit],
  }
}

/** What each code makes of a declaration, the strongest first: it holds whatever else was said. */
const statePrecedence: readonly (readonly [NotificationCode, StandingState])[] = [
  ['10', 'invalidated'],
  ['17', 'handled-outside'],
  ['16', 'exited'],
  ['09', 'cleared'],
  ['08', 'released'],
  ['01', 'accepted'],
  ['03', 'rejected'],
  ['02', 'registered'],
]

/** The strongest message decides; for endings its reason code says which ending it is. */
function stateOf(about: readonly Notification[]): StandingState {
  for (const [code, state] of statePrecedence) {
    const message = withCode(about, code).at(-1)
    if (message === undefined) continue
    const isEnding = code === '10' || code === '17'
    return (isEnding && stateByReason[reasonCodeOf(message) ?? '']) || state
  }
  return 'none'
}

/** The message that ended the declaration, with the moment that it states and the reason. */
function endingOf(
  about: readonly Notification[],
  state: StandingState,
): StandingEnding | undefined {
  const code = endingCode(state)
  const message = code === undefined ? undefined : withCode(about, code).at(-1)
  if (message === undefined) return undefined
  return {
    ...eventOf(message),
    ...optional('at', message.cancelledAt ?? message.rejectedAt ?? message.issuedAt),
    ...optional('reasonCode', reasonCodeOf(message)),
    ...optional('reason', textOf(message)),
  }
}

function endingCode(state: StandingState): NotificationCode | undefined {
  switch (state) {
    case 'rejected':
      return '03'
    case 'invalidated':
    case 'refused':
    case 'expired':
      return '10'
    case 'seized':
    case 'handled-outside':
      return '17'
    case 'none':
    case 'registered':
    case 'accepted':
    case 'released':
    case 'cleared':
    case 'exited':
      return undefined
  }
}

/**
 * A shortfall is open until the goods are released, which needs the debt paid or secured; one of a demand
 * after the release until the file is closed.
 */
function fundsDemandOf(about: readonly Notification[]): FundsDemand | undefined {
  const reminder = withCode(about, '15').at(-1)
  const demand = reminder ?? withCode(about, '14').at(-1)
  if (demand === undefined || withCode(about, '09').length > 0) return undefined
  const released = withCode(about, '08')[0]
  if (released !== undefined && !isLater(demand, released)) return undefined
  return {
    ...eventOf(demand),
    payments: demand.payments,
    ...optional('bank', demand.bank),
    reminded: reminder !== undefined,
  }
}

function isLater({ issuedAt = '' }: Notification, { issuedAt: other = '' }: Notification): boolean {
  return issuedAt > other
}

function eventOf({ notificationId, issuedAt }: Notification): StandingEvent {
  return { ...optional('notificationId', notificationId), ...optional('at', issuedAt) }
}

/**
 * A request of the authority: what it wants, in words or by code, why, and until when. Beside what is
 * wanted a statement of type AFB is the reason; alone it is all that is said.
 */
function requestFrom(message: Notification): StandingRequest {
  const reasons = message.statements.filter(({ typeCode }) => typeCode === 'AFB')
  const others = message.statements.filter((statement) => !reasons.includes(statement))
  const wanted = textOf({ statements: others })
  const reason = textOf({ statements: reasons })
  return {
    ...eventOf(message),
    ...optional('text', wanted ?? reason),
    ...optional('reason', wanted === undefined ? undefined : reason),
    ...optional('code', message.statements.find(({ code }) => code !== undefined)?.code),
    ...optional(
      'limitAt',
      message.statements.find(({ limitAt }) => limitAt !== undefined)?.limitAt,
    ),
  }
}

function textOf({ statements }: Pick<Notification, 'statements'>): string | undefined {
  const texts = statements.flatMap(({ description }) => description ?? [])
  return texts.length === 0 ? undefined : texts.join(' ')
}

function withCode(
  notifications: readonly Notification[],
  code: NotificationCode,
): readonly Notification[] {
  return notifications.filter(({ functionCode }) => functionCode === code)
}
