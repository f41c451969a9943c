import { type CdsErrorText, explainNotification } from '../explain-notification.ts'
import type { Notification, TaxLine } from '../notification.ts'
import { optional } from '../optional.ts'
import type { MessageError, MessageReading, MessageTax } from './message-reading.ts'
import { assessmentOf, outcomeOf } from './outcome-of.ts'
import { taxBase } from './tax-base.ts'

/** What a notification says. */
export function notificationSaid(
  notification: Notification,
  errorTexts: readonly CdsErrorText[],
): MessageReading {
  const { mrn, lrn, functionCode, unread } = notification
  return {
    format: 'uk-cds-notification',
    kind: 'notification',
    ...optional('mrn', mrn),
    ...optional('lrn', lrn),
    functionCode,
    ...optional('outcome', outcomeOf(notification)),
    ...optional('assessment', assessmentOf(notification)),
    ...optional('version', notification.versionId),
    ...optional('notificationId', notification.notificationId),
    ...optional('issuedAt', notification.issuedAt),
    errors: errorsOf(notification, errorTexts),
    taxes: notification.taxLines.map(taxAssessed),
    ...optional('unread', unread.length === 0 ? undefined : unread.map((path) => `/${path}`)),
  }
}

function errorsOf(
  notification: Notification,
  errorTexts: readonly CdsErrorText[],
): readonly MessageError[] {
  const { errors } = explainNotification(notification, errorTexts)
  return errors.map((error, index): MessageError => {
    const pointer = notification.errors[index]?.pointer
    return {
      code: error.code,
      ...optional('description', error.description),
      ...optional('explanation', error.explanation),
      ...optional('mend', error.mend),
      ...optional('field', error.fieldPath),
      ...optional('pointer', pointer?.text),
      ...optional('element', pointer?.elementPath),
      ...optional('dataElement', error.dataElement),
      ...optional('item', error.goodsItemNumber),
    }
  })
}

function taxAssessed(line: TaxLine): MessageTax {
  return {
    ...optional('item', line.goodsItemNumber === 0 ? undefined : line.goodsItemNumber),
    ...optional('taxType', line.taxType === '' ? undefined : line.taxType),
    ...optional('preference', line.dutyRegimeCode),
    ...optional('base', taxBase(line.taxBase, line.specificTaxBase)),
    ...optional('rate', line.ratePercent),
    ...optional('relief', line.deducted),
    ...optional('assessed', line.assessed),
    ...optional('payable', line.payable),
  }
}
