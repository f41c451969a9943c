import type { Notification } from '../notification.ts'
import { reasonCodeOf, stateByReason } from '../state-by-reason.ts'
import type { MessageOutcome, MessageReading } from './message-reading.ts'

const outcomeByCode: Readonly<Record<string, MessageOutcome>> = {
  '01': 'accepted',
  '02': 'registered',
  '03': 'rejected',
  '05': 'control-ordered',
  '06': 'documents-wanted',
  '07': 'changed',
  '08': 'released',
  '09': 'cleared',
  '10': 'invalidated',
  '11': 'answered',
  '13': 'assessed',
  '14': 'payment-wanted',
  '15': 'payment-reminded',
  '16': 'exited',
  '17': 'handled-outside',
  '18': 'exit-results-wanted',
  '50': 'about-to-lapse',
  '51': 'question-asked',
}

/**
 * What one notification reports, by its code and, where the code alone says too little, by status and
 * reason. Where the declaration stands follows from all of its notifications (`deriveStanding`).
 *
 * @returns `undefined` where the code is new to us
 */
export function outcomeOf(notification: Notification): MessageOutcome | undefined {
  const { functionCode, statuses } = notification
  const status = statuses.map(({ nameCode }) => nameCode)
  if (functionCode === '11' && status.includes('39')) return 'granted'
  if (functionCode === '11' && status.includes('41')) return 'denied'
  const byReason = stateByReason[reasonCodeOf(notification) ?? '']
  const isEnding = functionCode === '10' || functionCode === '17'
  if (isEnding && byReason !== undefined) return byReason as MessageOutcome
  return outcomeByCode[functionCode]
}

/** UN/EDIFACT 4405: the status of the amounts of a tax statement. */
const assessmentByStatus: Readonly<Record<string, MessageReading['assessment']>> = {
  '4': 'final',
  '67': 'preliminary',
  '115': 'provisional',
}

/** Which of the amounts a tax statement states; `undefined` of other messages. */
export function assessmentOf({
  functionCode,
  statuses,
}: Notification): MessageReading['assessment'] {
  if (functionCode !== '13') return undefined
  return statuses.map(({ nameCode = '' }) => assessmentByStatus[nameCode]).find(Boolean)
}
