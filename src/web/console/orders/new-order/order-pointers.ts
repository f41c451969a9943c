import type { Session } from '../../../kit/session.ts'
import type { OrderDraft } from './order-draft.ts'
import {
  addressFields,
  capacityField,
  channelField,
  furtherLineFields,
  lineFields,
  orderFields,
  packageFields,
  partyFields,
  reliefFields,
  termFields,
} from './order-fields.ts'

/** The pointers of all fields of the form in the order in which they stand on the page. */
export function pointersOf(
  { lineCount }: OrderDraft,
  kind: Session['tenant']['kind'],
): readonly string[] {
  const party = (pointer: string) => [
    `${pointer}/name`,
    ...partyFields(pointer).map((field) => field.pointer),
  ]
  const lines = Array.from({ length: lineCount }, (_, index) => [
    `/lines/${index}/description`,
    `/lines/${index}/commodityCode`,
    ...[...lineFields, ...furtherLineFields].map((field) => `/lines/${index}${field.pointer}`),
  ])
  return [
    ...[...orderFields, channelField, ...reliefFields].map((field) => field.pointer),
    ...lines.flat(),
    ...party('/buyer'),
    ...addressFields('/deliverTo').map((field) => field.pointer),
    ...party('/seller'),
    ...party('/marketplace'),
    ...(kind === 'purchasing-agent'
      ? [capacityField.pointer, ...party('/purchasingAgent/party'), '/purchasingAgent/fee/amount']
      : []),
    ...addressFields('/shipFrom').map((field) => field.pointer),
    ...[...termFields, ...packageFields].map((field) => field.pointer),
  ]
}
