import { type CodedField, ofItems } from './coded-field.ts'

/** Kinds of fields of a goods item whose codes come from a list. */
export const codedItemFields: readonly CodedField[] = [
  {
    id: 'procedure',
    list: 'procedure-codes',
    dataElement: '1/10',
    name: { en: 'procedure', zh: '海关程序' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { governmentProcedures = [] }, path) => {
        for (const [index, { currentCode = '', previousCode }] of governmentProcedures.entries()) {
          if (previousCode === undefined) continue
          codes.add(`${path}/governmentProcedures/${index}`, `${currentCode}${previousCode}`)
        }
      }),
  },
  {
    id: 'additional-procedure',
    list: 'additional-procedure-codes',
    dataElement: '1/11',
    name: { en: 'additional procedure', zh: '附加程序' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { governmentProcedures = [] }, path) => {
        for (const [index, { currentCode, previousCode }] of governmentProcedures.entries()) {
          if (previousCode !== undefined) continue
          codes.add(`${path}/governmentProcedures/${index}/currentCode`, currentCode)
        }
      }),
  },
  {
    id: 'document',
    list: 'document-codes',
    dataElement: '2/3',
    name: { en: 'document code', zh: '单证代码' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { additionalDocuments = [] }, path) => {
        for (const [index, { categoryCode = '', typeCode = '' }] of additionalDocuments.entries()) {
          codes.add(`${path}/additionalDocuments/${index}`, `${categoryCode}${typeCode}`)
        }
      }),
  },
  {
    id: 'document-status',
    list: 'document-status-codes',
    dataElement: '2/3',
    name: { en: 'document status', zh: '单证状态' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { additionalDocuments = [] }, path) => {
        for (const [index, { statusCode }] of additionalDocuments.entries()) {
          codes.add(`${path}/additionalDocuments/${index}/statusCode`, statusCode)
        }
      }),
  },
  {
    id: 'tax-type',
    list: 'tax-types',
    dataElement: '4/3',
    name: { en: 'tax type', zh: '税种' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { commodity }, path) => {
        for (const [index, { typeCode }] of (commodity?.dutyTaxFees ?? []).entries()) {
          codes.add(`${path}/commodity/dutyTaxFees/${index}/typeCode`, typeCode)
        }
      }),
  },
  {
    id: 'payment-method',
    list: 'payment-methods',
    dataElement: '4/8',
    name: { en: 'method of payment', zh: '缴税方式' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { commodity }, path) => {
        for (const [index, { payment }] of (commodity?.dutyTaxFees ?? []).entries()) {
          const at = `${path}/commodity/dutyTaxFees/${index}/payment/methodCode`
          codes.add(at, payment?.methodCode)
        }
      }),
  },
  {
    id: 'valuation-method',
    list: 'valuation-methods',
    dataElement: '4/16',
    name: { en: 'valuation method', zh: '估价方法' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { customsValuation }, path) => {
        codes.add(`${path}/customsValuation/methodCode`, customsValuation?.methodCode)
      }),
  },
  {
    id: 'preference',
    list: 'preferences',
    dataElement: '4/17',
    name: { en: 'preference', zh: '优惠代码' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { commodity }, path) => {
        for (const [index, { dutyRegimeCode }] of (commodity?.dutyTaxFees ?? []).entries()) {
          codes.add(`${path}/commodity/dutyTaxFees/${index}/dutyRegimeCode`, dutyRegimeCode)
        }
      }),
  },
  {
    id: 'package-type',
    list: 'package-types',
    dataElement: '6/9',
    name: { en: 'type of packages', zh: '包装种类' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { packagings = [] }, path) => {
        for (const [index, { typeCode }] of packagings.entries()) {
          codes.add(`${path}/packagings/${index}/typeCode`, typeCode)
        }
      }),
  },
  {
    id: 'classification-part',
    list: 'classification-parts',
    dataElement: '6/13 to 6/17',
    name: { en: 'part of the commodity code', zh: '商品编码的组成部分' },
    codesOf: (declaration) =>
      ofItems(declaration, (codes, { commodity }, path) => {
        for (const [index, { typeCode }] of (commodity?.classifications ?? []).entries()) {
          codes.add(`${path}/commodity/classifications/${index}/typeCode`, typeCode)
        }
      }),
  },
]
