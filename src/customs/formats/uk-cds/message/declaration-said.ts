import type { Declaration } from '../../../declaration/declaration.ts'
import type { DutyTaxFee } from '../../../declaration/goods-item.ts'
import type { XmlElement } from '../../../xml/xml-element.ts'
import { readAsFarAsHeld } from '../../structure/read-by-structure.ts'
import { dataSetOf } from '../data-set-of.ts'
import type { DeclarationCategories } from '../declaration-categories.ts'
import { declarationStructure } from '../declaration-structure.ts'
import { optional } from '../optional.ts'
import type { MessageKind } from './message-kind.ts'
import type { MessageReading, MessageTax } from './message-reading.ts'
import { taxBase } from './tax-base.ts'

/** What a declaration, or a request about one, says. */
export function declarationSaid(
  element: XmlElement,
  kind: MessageKind,
  categories: DeclarationCategories,
): MessageReading {
  const { fields, unheld } = readAsFarAsHeld(element, declarationStructure.content.children)
  const declaration = fields as unknown as Declaration
  const unread = unheld.map(({ path }) => path)
  return {
    ...formatOfDeclaration(declaration, kind, categories),
    kind,
    ...optional('mrn', declaration.mrn),
    ...optional('lrn', declaration.lrn),
    functionCode: declaration.functionCode,
    ...optional('typeCode', declaration.typeCode),
    errors: [],
    taxes: taxesDeclared(declaration),
    ...optional('unread', unread.length === 0 ? undefined : unread),
  }
}

function formatOfDeclaration(
  declaration: Declaration,
  kind: MessageKind,
  categories: DeclarationCategories,
): Pick<MessageReading, 'format' | 'greenLane' | 'dataSetUnknown'> {
  if (kind !== 'declaration') return { format: `uk-cds-${kind}` }
  const found = dataSetOf(declaration, categories)
  if (found.ok) {
    const { dataSet, isGreenLane } = found.value
    return { format: `uk-cds-${dataSet.id}`, ...(isGreenLane && { greenLane: true as const }) }
  }
  const [{ message, zh }] = found.failures
  return {
    format: 'uk-cds-declaration',
    dataSetUnknown: { en: message, zh: zh?.message ?? message },
  }
}

function taxesDeclared({ goodsShipment }: Declaration): readonly MessageTax[] {
  return (goodsShipment?.goodsItems ?? []).flatMap(({ sequenceNumber, commodity }) =>
    (commodity?.dutyTaxFees ?? []).map((fee) => taxDeclared(fee, sequenceNumber)),
  )
}

function taxDeclared(fee: DutyTaxFee, item: number | undefined): MessageTax {
  return {
    ...optional('item', item),
    ...optional('taxType', fee.typeCode),
    ...optional('preference', fee.dutyRegimeCode),
    ...optional('base', taxBase(fee.adValoremTaxBase, fee.specificTaxBase)),
    ...optional('rate', fee.taxRatePercent),
    ...optional('relief', fee.deductAmount),
    ...optional('assessed', fee.payment?.taxAssessed),
    ...optional('payable', fee.payment?.payable),
    ...optional('methodOfPayment', fee.payment?.methodCode),
  }
}
