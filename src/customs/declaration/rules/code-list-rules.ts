import type { CodedField } from './coded-field.ts'
import { codedItemFields } from './coded-item-fields.ts'
import { codedShipmentFields } from './coded-shipment-fields.ts'
import type { CodeListName } from './code-list.ts'
import { dataSets } from './data-set.ts'
import type { DeclarationRule } from './rule.ts'
import { type GuideGroup, importGuide } from './rule-sources.ts'

/** Lists that hold every code that CDS takes: another code is an error. Of the rest it is a hint. */
const completeLists: readonly CodeListName[] = [
  'classification-parts',
  'declaration-types',
  'package-types',
  'preferences',
  'representation',
  'supply-chain-roles',
  'transport-identities',
  'transport-modes',
  'transport-payment-methods',
  'valuation-methods',
  'warehouse-types',
]

/** A code of each coded field is in its list on the day of the entry. */
export const codeListRules: readonly DeclarationRule[] = [
  ...codedShipmentFields,
  ...codedItemFields,
].map(codeIsListed)

function codeIsListed(field: CodedField): DeclarationRule {
  const { id, list, dataElement, name } = field
  return {
    id: `code-listed-${id}`,
    severity: completeLists.includes(list) ? 'error' : 'warning',
    dataElement,
    asks: {
      en: `Each ${name.en} is in the list of the authority (${list}) on the day of the entry.`,
      zh: `每个${name.zh}在申报当日均列于主管机关的代码表（${list}）。`,
    },
    mend: {
      en: `Choose a code of the list ${list}, or check that the code is newer than the list.`,
      zh: `请从代码表 ${list} 中选择，或确认该代码晚于代码表发布。`,
    },
    source: importGuide(Number(dataElement.slice(0, 1)) as GuideGroup),
    dataSets,
    errorCodes: ['CDS10020', 'CDS12077'],
    breaches: (declaration, { lists, on }) =>
      field
        .codesOf(declaration)
        .filter(({ code }) => !lists[list].has(code, on))
        .map(({ path, code }) => ({
          path,
          message: {
            en: `"${code}" is not in the list of the ${name.en}.`,
            zh: `“${code}”不在${name.zh}代码表中。`,
          },
        })),
  }
}
