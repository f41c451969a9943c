/**
 * The elements directly below `Response` (WCO class 07B) in a CDS notification, in their order.
 *
 * Columns as in `goods-item-table.ts`. Facts from the schema WCO_RES_2_DMS of HMRC's Customs
 * Declarations API 3.0 (read 2026-09). What follows the last element, a second `Declaration` with
 * the values that customs has set, has the structure of a declaration and stands apart.
 */
export const responseTable = `
FunctionCode                     017  1      code n..2            functionCode
FunctionalReferenceID            D026 0..1   id any..35           notificationId
IssueDateTime                    D029 0..1   dateTime             issuedAt
AdditionalInformation            03A  0..n   group                statements
  StatementCode                  226  0..1   code any..17         code
  StatementDescription           225  0..1   text any..512        description
  LimitDateTime                  264  0..1   dateTime             limitAt
  StatementTypeCode              369  0..1   code any..3          typeCode
  Pointer                        97A  0..n   @pointer             pointers
Amendment                        06A  0..n   group                amendments
  ChangeReasonCode               099  0..1   code any..3          changeReasonCode
  Pointer                        97A  0..n   @pointer             pointers
AppealOffice                     07A  0..1   group                appealOffice
  ID                             G001 0..1   id any..17           id
Bank                             14A  0..1   group                bank
  ReferenceID                    R069 0..1   id any..17           bic
  ID                             372  0..1   id any..35           iban
ContactOffice                    35A  0..n   group                contactOffices
  ID                             G002 0..1   id any..17           id
  Communication                  25A  0..n   group                communications
    ID                           240  0..1   id any..50           id
    TypeCode                     253  0..1   code any..3          typeCode
Error                            53A  0..n   group                errors
  Description                    488  0..1   text any..512        description
  ValidationCode                 377  0..1   code any..8          code
  Pointer                        97A  0..n   @pointer             pointers
Status                           12B  0..n   group                statuses
  EffectiveDateTime              380  0..1   dateTime             effectiveAt
  NameCode                       379  0..1   code any..3          nameCode
  ReleaseDateTime                277  0..1   dateTime             releasedAt
  Pointer                        97A  0..n   @pointer             pointers
Declaration                      42A  1      group                declaration
  AcceptanceDateTime             023  0..1   dateTime             acceptedAt
  CancellationDateTime           373  0..1   dateTime             cancelledAt
  FunctionalReferenceID          D026 0..1   id any..35           lrn
  ID                             D014 0..1   id any..70           mrn
  RejectionDateTime              374  0..1   dateTime             rejectedAt
  VersionID                      383  0..1   id any..9            versionId
  DutyTaxFee                     50A  0..n   group                dutyTaxFees
    Payment                      94A  0..1   group                payment
      ReferenceID                014  0..1   id any..35           referenceId
      TaxAssessedAmount          120  0..1   amount n..16,3       assessed
      DueDateTime                376  0..1   dateTime             dueAt
      PaymentAmount              378  0..1   amount n..16,3       payable
      ObligationGuarantee        90A  0..n   group                guarantees
        ReferenceID              100  0..1   id any..35           referenceId
  GoodsShipment                  67A  0..1   group                goodsShipment
    GovernmentAgencyGoodsItem    68A  0..n   group                goodsItems
      SequenceNumeric            006  1      integer n..5         sequenceNumber
      Commodity                  23A  0..1   group                commodity
        DutyTaxFee               50A  0..n   group                dutyTaxFees
          AdValoremTaxBaseAmount 116  0..1   amount n..16,3       taxBase
          DeductAmount           111  0..1   amount n..16,3       deducted
          DutyRegimeCode         164  0..1   code any..3          dutyRegimeCode
          SpecificTaxBaseQuantity 129 0..1   quantity n..16,6     specificTaxBase
          TaxRateNumeric         115  0..1   decimal              ratePercent
          TypeCode               113  0..1   code any..3          taxType
          Payment                94A  0..1   group                payment
            TaxAssessedAmount    120  0..1   amount n..16,3       assessed
            PaymentAmount        378  0..1   amount n..16,3       payable
`
