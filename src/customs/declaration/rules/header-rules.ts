import { declarationTypeParts } from '../declaration-type.ts'
import { isLrn } from '../lrn.ts'
import { isDucr } from '../ucr.ts'
import { breachUnless, type DeclarationRule, itemsOf } from './rule.ts'

/** Rules about references, numbers and totals of the declaration as a whole. */
export const headerRules: readonly DeclarationRule[] = [
  {
    id: 'original-import-declaration',
    severity: 'error',
    dataElement: '1/1 and 1/2',
    mend: 'Declare function 9 with IMA for goods that have arrived, or IMD before arrival.',
    breaches(declaration) {
      const parts = declarationTypeParts(declaration)
      const isImport =
        parts?.declarationType === 'IM' && ['A', 'D'].includes(parts.additionalDeclarationType)
      const { functionCode, typeCode = 'nothing' } = declaration
      return breachUnless(
        isImport,
        '/typeCode',
        `Function ${functionCode} with type ${typeCode} is no full import declaration.`,
      )
    },
  },
  {
    id: 'lrn-form',
    severity: 'error',
    dataElement: '2/5',
    mend: 'Use at most 22 letters, digits and the characters . _ / -',
    breaches: ({ lrn = '' }) =>
      breachUnless(isLrn(lrn), '/lrn', `"${lrn}" cannot be a local reference number.`),
  },
  {
    id: 'item-count-agrees',
    severity: 'error',
    dataElement: '1/9',
    mend: 'Declare the number of goods items that follow.',
    breaches(declaration) {
      const declared = declaration.goodsItemQuantity
      const count = itemsOf(declaration).length
      return breachUnless(
        declared === count && count > 0,
        '/goodsItemQuantity',
        `${declared ?? 'No number of'} goods items are declared, ${count} follow.`,
      )
    },
  },
  {
    id: 'item-numbers-run',
    severity: 'error',
    dataElement: '1/6',
    mend: 'Number the goods items 1, 2, 3 without gaps.',
    breaches: (declaration) =>
      itemsOf(declaration).flatMap(({ item, path }, index) =>
        breachUnless(
          item.sequenceNumber === index + 1,
          `${path}/sequenceNumber`,
          `The item in place ${index + 1} bears the number ${item.sequenceNumber}.`,
        ),
      ),
  },
  // Goods of several items in one package: the package counts with one of them, the others have 0.
  {
    id: 'total-packages-agree',
    severity: 'error',
    dataElement: '6/18',
    mend: 'Declare the sum of the packages of all items; goods in a package counted before have 0.',
    breaches(declaration) {
      const sum = itemsOf(declaration)
        .flatMap(({ item }) => item.packagings ?? [])
        .reduce((total, { packageQuantity = 0 }) => total + packageQuantity, 0)
      const declared = declaration.totalPackageQuantity
      return breachUnless(
        declared === sum,
        '/totalPackageQuantity',
        `${declared ?? 'No'} packages are declared in all, the items have ${sum}.`,
      )
    },
  },
  // Later questions about the status go by this reference, so there must be exactly one.
  {
    id: 'ducr-form',
    severity: 'error',
    dataElement: '2/1',
    mend: 'Give one DUCR: last digit of the year, EORI, hyphen, own reference; 35 characters at most.',
    breaches({ goodsShipment }) {
      const documents = goodsShipment?.previousDocuments ?? []
      const ducrs = documents.filter(({ typeCode }) => typeCode === 'DCR')
      const path = '/goodsShipment/previousDocuments'
      if (ducrs.length !== 1) {
        return [
          { path, message: `${ducrs.length} references of type DCR are declared, one must be.` },
        ]
      }
      const id = ducrs[0]?.id ?? ''
      return breachUnless(isDucr(id), path, `"${id}" is no declaration consignment reference.`)
    },
  },
]
