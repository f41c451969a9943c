/**
 * The elements directly below `Declaration` in a cancellation request, which has a schema of its own
 * that is stricter than that of declarations. Columns as in `goods-item-table.ts`; facts from the
 * schema CANCEL of HMRC's Customs Declarations API 3.0 (read 2026-11).
 */
export const cancellationTable = `
FunctionCode                     017  1      plain any..2 13      functionCode
FunctionalReferenceID            D026 0..1   id an..35            lrn
ID                               D014 1      id an..70            mrn
TypeCode                         D013 1      plain any..3 INV     typeCode
Submitter                        17B  0..1   group                submitter
  ID                             R059 1      id an..17            id
AdditionalInformation            03A  1..n   group                additionalInformation
  StatementCode                  226  0..1   code an..17          statementCode
  StatementDescription           225  1      text an..512         statementDescription
  StatementTypeCode              369  0..1   code an..3           statementTypeCode
  Pointer                        97A  0..n   group                pointers
    SequenceNumeric              006  0..1   integer n..5         sequenceNumber
    DocumentSectionCode          375  0..1   code an..3           documentSectionCode
Amendment                        06A  1..n   group                amendments
  ChangeReasonCode               099  1      code an..3           changeReasonCode
`
