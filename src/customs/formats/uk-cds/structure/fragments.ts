import { structureFragments } from '../../structure/structure-table.ts'

/** Groups of elements that occur in several places of a CDS message. */
export const fragments = structureFragments({
  address: `
CityName                         241  0..1   text an..35          cityName
CountryCode                      242  0..1   code a2              countryCode
CountrySubDivisionCode           244  0..1   code an..9           countrySubDivisionCode
CountrySubDivisionName           243  0..1   text an..35          countrySubDivisionName
Line                             239  0..1   text an..70          line
PostcodeID                       245  0..1   id an..9             postcode
`,
  typedAddress: `
TypeCode                         410  0..1   code an..3           typeCode
CityName                         241  0..1   text an..35          cityName
CountryCode                      242  0..1   code a2              countryCode
CountrySubDivisionCode           244  0..1   code an..9           countrySubDivisionCode
CountrySubDivisionName           243  0..1   text an..35          countrySubDivisionName
Line                             239  0..1   text an..70          line
PostcodeID                       245  0..1   id an..9             postcode
`,
  placeAddress: `
TypeCode                         410  0..1   code an..3           typeCode
CityName                         241  0..1   text an..35          cityName
CountryCode                      242  0..1   code a2              countryCode
Line                             239  0..1   text an..70          line
PostcodeID                       245  0..1   id an..9             postcode
`,
  contact: `
Name                             246  0..1   text an..70          name
`,
  communication: `
ID                               240  0..1   id an..50            id
TypeCode                         253  0..1   code an..3           typeCode
`,
  pointer: `
SequenceNumeric                  006  0..1   integer n..5         sequenceNumber
DocumentSectionCode              375  0..1   code an..3           documentSectionCode
TagID                            381  0..1   id an..4             tagId
`,
  freight: `
PaymentMethodCode                098  0..1   code an..3           paymentMethodCode
`,
  chargeDeduction: `
ChargesTypeCode                  371  0..1   code an..3           chargesTypeCode
OtherChargeDeductionAmount       181  0..1   amount n..16,3       amount
`,
  destination: `
CountryCode                      465  0..1   code a2              countryCode
RegionID                         477  0..1   id an..9             regionId
`,
  previousDocument: `
CategoryCode                     D031 0..1   code an..3           categoryCode
ID                               D018 0..1   id an..70            id
TypeCode                         D019 0..1   code an..3           typeCode
LineNumeric                      171  0..1   integer n..5         lineNumber
`,
  ucr: `
ID                               016  0..1   id an..35            id
TraderAssignedReferenceID        009  0..1   id an..35            traderAssignedReference
`,
})
