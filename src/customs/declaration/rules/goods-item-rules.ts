import { compareDecimals, decimal } from '../../money/decimal.ts'
import { characterCount } from '../../xml/character-count.ts'
import type { GoodsItem } from '../goods-item.ts'
import {
  additionalProcedures,
  type Breach,
  breachUnless,
  type DeclarationRule,
  documentCodes,
  itemsOf,
  type RuleContext,
} from './rule.ts'

const ZERO = decimal('0')

/** A rule that looks at one goods item at a time. */
function itemRule(
  rule: Omit<DeclarationRule, 'breaches'>,
  breaches: (item: GoodsItem, path: string, context: RuleContext) => readonly Breach[],
): DeclarationRule {
  return {
    ...rule,
    breaches: (declaration, context) =>
      itemsOf(declaration).flatMap(({ item, path }) => breaches(item, path, context)),
  }
}

/** Rules about what the goods are and how they are packed. */
export const goodsItemRules: readonly DeclarationRule[] = [
  // Only form is judged here; whether a description is too vague is decided when goods are classified.
  itemRule(
    {
      id: 'description-declared',
      severity: 'error',
      dataElement: '6/8',
      mend: 'Describe the goods in one line of at most 512 characters.',
    },
    ({ sequenceNumber, commodity }, path) => {
      const description = commodity?.description ?? ''
      return breachUnless(
        description.trim() !== '' &&
          characterCount(description) <= 512 &&
          !/[\n\r]/.test(description),
        `${path}/commodity/description`,
        `The description of item ${sequenceNumber} is empty, too long or has several lines.`,
      )
    },
  ),
  itemRule(
    {
      id: 'commodity-code-complete',
      severity: 'error',
      dataElement: '6/14 and 6/15',
      mend: 'Declare eight digits as TSP and the last two as TRC.',
    },
    ({ sequenceNumber, commodity }, path) => {
      const codeOf = (type: string): string =>
        commodity?.classifications?.find(({ typeCode }) => typeCode === type)?.code ?? ''
      return breachUnless(
        /^\d{8}$/.test(codeOf('TSP')) && /^\d{2}$/.test(codeOf('TRC')),
        `${path}/commodity/classifications`,
        `The commodity code of item ${sequenceNumber} has not ten digits.`,
      )
    },
  ),
  itemRule(
    {
      id: 'masses-plausible',
      severity: 'error',
      dataElement: '6/1 and 6/5',
      mend: 'Declare a net mass above nothing, and a gross mass not below it.',
    },
    ({ sequenceNumber, commodity }, path) => {
      const gross = commodity?.goodsMeasure?.grossMass?.value ?? ZERO
      const net = commodity?.goodsMeasure?.netMass?.value ?? ZERO
      return breachUnless(
        compareDecimals(net, ZERO) > 0 && compareDecimals(gross, net) >= 0,
        `${path}/commodity/goodsMeasure`,
        `Item ${sequenceNumber} has a net mass of ${net} kg and a gross mass of ${gross} kg.`,
      )
    },
  ),
  itemRule(
    {
      id: 'procedures-declared',
      severity: 'error',
      dataElement: '1/10 and 1/11',
      mend: 'Declare 40 with 00 once, then the additional procedures, or 000 alone.',
    },
    (item, path) => {
      const [procedure, ...others] = item.governmentProcedures ?? []
      const additional = additionalProcedures(item)
      const isHomeUse = procedure?.currentCode === '40' && procedure.previousCode === '00'
      const isAloneOr = !additional.includes('000') || additional.length === 1
      return breachUnless(
        isHomeUse && others.length > 0 && additional.length === others.length && isAloneOr,
        `${path}/governmentProcedures`,
        `The procedures of item ${item.sequenceNumber} are not those of release into free circulation.`,
      )
    },
  ),
  itemRule(
    {
      id: 'origin-declared',
      severity: 'error',
      dataElement: '5/15',
      mend: 'Declare the country of non-preferential origin with type 1.',
    },
    ({ sequenceNumber, origins }, path) =>
      breachUnless(
        origins?.some(
          ({ countryCode, typeCode }) => typeCode === '1' && /^[A-Z]{2}$/.test(countryCode ?? ''),
        ) ?? false,
        `${path}/origins`,
        `Item ${sequenceNumber} has no country of origin.`,
      ),
  ),
  // Codes 1xx claim nothing that depends on origin, for example suspension; all others need a proof.
  itemRule(
    {
      id: 'preference-proved',
      severity: 'error',
      dataElement: '4/17, 5/16 and 2/3',
      mend: 'Claim 100 (no preference), or declare the preferential origin and its proof.',
    },
    (item, path, { proofsOfOrigin }) => {
      const preference = item.commodity?.dutyTaxFees?.find(
        (fee) => fee.dutyRegimeCode,
      )?.dutyRegimeCode
      const at = `${path}/commodity/dutyTaxFees`
      if (preference === undefined) {
        return [{ path: at, message: `Item ${item.sequenceNumber} declares no preference code.` }]
      }
      if (preference.startsWith('1')) return []
      const hasOrigin = item.origins?.some(({ typeCode }) => typeCode === '2') ?? false
      const hasProof = documentCodes(item).some((code) => proofsOfOrigin.includes(code))
      return breachUnless(
        hasOrigin && hasProof,
        at,
        `Item ${item.sequenceNumber} claims preference ${preference} without origin or proof.`,
      )
    },
  ),
  itemRule(
    {
      id: 'packages-declared',
      severity: 'error',
      dataElement: '6/9, 6/10 and 6/11',
      mend: 'Declare kind, number and marks of the packages.',
    },
    ({ sequenceNumber, packagings = [] }, path) =>
      breachUnless(
        packagings.length > 0 &&
          packagings.every(
            ({ typeCode, packageQuantity, marksAndNumbers }) =>
              /^[A-Z0-9]{2}$/.test(typeCode ?? '') &&
              packageQuantity !== undefined &&
              (marksAndNumbers ?? '').trim() !== '',
          ),
        `${path}/packagings`,
        `The packages of item ${sequenceNumber} are not complete.`,
      ),
  ),
  itemRule(
    {
      id: 'document-status-declared',
      severity: 'error',
      dataElement: '2/3',
      mend: 'Say by the status code whether the document is attached, kept or lodged before.',
    },
    ({ sequenceNumber, additionalDocuments = [] }, path, { documentsWithStatus }) =>
      additionalDocuments.flatMap(({ categoryCode = '', typeCode = '', statusCode }, index) => {
        const code = `${categoryCode}${typeCode}`
        return breachUnless(
          statusCode !== undefined || !documentsWithStatus.includes(code),
          `${path}/additionalDocuments/${index}/statusCode`,
          `Document ${code} of item ${sequenceNumber} has no status code.`,
        )
      }),
  ),
]
