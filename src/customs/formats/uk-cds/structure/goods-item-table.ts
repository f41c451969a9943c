/**
 * The elements of a goods item (WCO class 68A) in a CDS declaration, in their order.
 *
 * Columns: element, WCO id, occurrences, content, our field; the notation is explained in
 * `structure-table.ts` and `value-format.ts`. Facts from the schema WCO_DEC_2_DMS 2.15 of HMRC's
 * Customs Declarations API 3.0 (read 2026-09).
 */
export const goodsItemTable = `
CustomsValueAmount               108  0..1   amount n..16,3       customsValueAmount
SequenceNumeric                  006  1      integer n..5         sequenceNumber
StatisticalValueAmount           114  0..1   amount n..16,3       statisticalValue
TransactionNatureCode            103  0..1   code n..2            transactionNatureCode
AdditionalDocument               02A  0..n   group                additionalDocuments
  CategoryCode                   D031 0..1   code an..3           categoryCode
  EffectiveDateTime              276  0..1   dateTime             effectiveAt
  ID                             D005 0..1   id an..70            id
  Name                           D028 0..1   text an..35          name
  TypeCode                       D006 0..1   code an..3           typeCode
  LPCOExemptionCode              360  0..1   code an..3           statusCode
  Submitter                      17B  0..1   group                submitter
    Name                         R058 0..1   text an..70          name
    RoleCode                     R005 0..1   code an..3           roleCode
  WriteOff                       22C  0..1   group                writeOff
    QuantityQuantity             502  0..1   quantity n..16,6     quantity
    AmountAmount                 503  0..1   amount n..16,3       amount
AdditionalInformation            03A  0..n   group                additionalInformation
  StatementCode                  226  0..1   code an..17          statementCode
  StatementDescription           225  0..1   text an..512         statementDescription
  StatementTypeCode              369  0..1   code an..3           statementTypeCode
AEOMutualRecognitionParty        16C  0..n   group                mutualRecognitionParties
  ID                             R143 0..1   id an..17            id
  RoleCode                       R005 0..1   code an..3           roleCode
Buyer                            16A  0..1   group                buyer
  Name                           R009 0..1   text an..70          name
  ID                             R010 0..1   id an..17            id
  Address                        04A  0..1   @address             address
  Contact                        34A  0..1   @contact             contact
  Communication                  25A  0..1   @communication       communication
Commodity                        23A  0..1   group                commodity
  Description                    137  0..1   text an..512         description
  Classification                 21A  0..n   group                classifications
    ID                           145  0..1   id an..18            code
    IdentificationTypeCode       337  0..1   code an..3           typeCode
  DangerousGoods                 12C  0..n   group                dangerousGoods
    UNDGID                       506  0..1   id n..4              undgCode
  DutyTaxFee                     50A  0..n   group                dutyTaxFees
    AdValoremTaxBaseAmount       116  0..1   amount n..16,3       adValoremTaxBase
    DeductAmount                 111  0..1   amount n..16,3       deductAmount
    DutyRegimeCode               164  0..1   code an..3           dutyRegimeCode
    SpecificTaxBaseQuantity      129  0..1   quantity n..16,6     specificTaxBase
    TaxRateNumeric               115  0..1   decimal              taxRatePercent
    TypeCode                     113  0..1   code an..3           typeCode
    QuotaOrderID                 401  0..1   id an..17            quotaOrderNumber
    Payment                      94A  0..1   group                payment
      MethodCode                 107  0..1   code a1              methodCode
      TaxAssessedAmount          120  0..1   amount n..16,3       taxAssessed
      PaymentAmount              378  0..1   amount n..16,3       payable
  GoodsMeasure                   65A  0..1   group                goodsMeasure
    GrossMassMeasure             126  0..1   measure n..16,6      grossMass
    NetNetWeightMeasure          128  0..1   measure n..16,6      netMass
    TariffQuantity               130  0..1   quantity n..16,6     tariffQuantity
  InvoiceLine                    79A  0..1   group                invoiceLine
    ItemChargeAmount             112  0..1   amount n..16,3       itemCharge
  TransportEquipment             31B  0..n   group                transportEquipment
    SequenceNumeric              006  1      integer n..5         sequenceNumber
    ID                           159  0..1   id an..17            id
Consignee                        27A  0..1   group                consignee
  Name                           R014 0..1   text an..70          name
  ID                             R015 0..1   id an..17            id
  Address                        04A  0..1   @address             address
Consignor                        30A  0..1   group                consignor
  Name                           R020 0..1   text an..70          name
  ID                             R021 0..1   id an..17            id
  Address                        04A  0..1   @address             address
CustomsValuation                 41A  0..1   group                customsValuation
  MethodCode                     122  0..1   code an..3           methodCode
  ChargeDeduction                58B  0..n   @chargeDeduction     chargeDeductions
Destination                      99B  0..1   @destination         destination
DomesticDutyTaxParty             55B  0..n   group                taxParties
  ID                             R119 0..1   id an..17            id
  RoleCode                       R005 0..1   code an..3           roleCode
ExportCountry                    95B  0..1   group                exportCountry
  ID                             062  0..1   code a2              countryCode
GovernmentProcedure              70A  0..n   group                governmentProcedures
  CurrentCode                    166  0..1   code an..7           currentCode
  PreviousCode                   161  0..1   code an..7           previousCode
Origin                           92A  0..n   group                origins
  CountryCode                    063  0..1   code an..4           countryCode
  RegionID                       066  0..1   id an..9             regionId
  TypeCode                       501  0..1   code an..3           typeCode
Packaging                        93A  0..n   group                packagings
  SequenceNumeric                006  1      integer n..5         sequenceNumber
  MarksNumbersID                 142  0..1   id an..512           marksAndNumbers
  QuantityQuantity               144  0..1   count n..8           packageQuantity
  TypeCode                       141  0..1   code an..2           typeCode
  PackingMaterialDescription     344  0..1   text an..256         packingMaterialDescription
  LengthMeasure                  367  0..1   measure n..15,0      length
  WidthMeasure                   368  0..1   measure n..15,0      width
  HeightMeasure                  402  0..1   measure n..15,0      height
  VolumeMeasure                  395  0..1   measure n..16,6      volume
PreviousDocument                 99A  0..n   @previousDocument    previousDocuments
Seller                           09B  0..1   group                seller
  Name                           R050 0..1   text an..70          name
  ID                             R051 0..1   id an..17            id
  Address                        04A  0..1   @address             address
  Contact                        34A  0..1   @contact             contact
  Communication                  25A  0..1   @communication       communication
UCR                              35B  0..1   @ucr                 ucr
ValuationAdjustment              39B  0..1   group                valuationAdjustment
  AdditionCode                   188  0..1   code an..4           additionCode
`
