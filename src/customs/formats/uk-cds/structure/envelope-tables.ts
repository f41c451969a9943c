/**
 * The header of the envelope `MetaData`: the schema limits names, order and place, not the values.
 * Columns as in `goods-item-table.ts`; facts from the schema DocumentMetaData_2_DMS of HMRC's Customs
 * Declarations API 3.0 (read 2026-09).
 */
export const envelopeTable = `
WCODataModelVersionCode                  9010 0..1 code any modelVersion
WCOTypeName                              9013 0..1 text any typeName
ResponsibleCountryCode                   9014 0..1 code any country
ResponsibleAgencyName                    9016 0..1 text any agency
AgencyAssignedCustomizationCode          9000 0..1 code any customization
AgencyAssignedCustomizationVersionCode   9017 0..1 code any customizationVersion
`

/** The same of cancellation requests; facts from CANCEL_METADATA. */
export const cancellationEnvelopeTable = `
WCODataModelVersionCode                  9010 0..1 code any modelVersion
WCOTypeName                              9013 0..1 text any typeName
ResponsibleCountryCode                   9014 0..1 code any country
ResponsibleAgencyName                    9016 0..1 text any agency
AgencyAssignedCustomizationVersionCode   9017 0..1 code any customizationVersion
`
