/**
 * The elements of the goods shipment (WCO class 67A) in a CDS declaration, in their order.
 * Columns and source as in `goods-item-table.ts`.
 */
export const goodsShipmentTable = `
ExitDateTime                     024  0..1   dateTime             exitAt
TransactionNatureCode            103  0..1   code n..2            transactionNatureCode
AEOMutualRecognitionParty        16C  0..n   group                mutualRecognitionParties
  ID                             R143 0..1   id an..17            id
  RoleCode                       R005 0..1   code an..3           roleCode
Buyer                            16A  0..1   group                buyer
  Name                           R009 0..1   text an..70          name
  ID                             R010 0..1   id an..17            id
  Address                        04A  0..1   @address             address
  Contact                        34A  0..1   @contact             contact
  Communication                  25A  0..1   @communication       communication
Consignee                        27A  0..1   group                consignee
  Name                           R014 0..1   text an..70          name
  ID                             R015 0..1   id an..17            id
  Address                        04A  0..1   @address             address
Consignment                      28A  0..1   group                consignment
  ContainerCode                  096  0..1   code an..3 0|1       containerCode
  ArrivalTransportMeans          10A  0..1   group                arrivalTransportMeans
    Name                         T001 0..1   text an..35          name
    ID                           T002 0..1   id an..35            id
    IdentificationTypeCode       T034 0..1   code an..17          identificationTypeCode
    TypeCode                     T008 0..1   code an..4           typeCode
    ModeCode                     T020 0..1   code n1              modeCode
  DepartureTransportMeans        46A  0..1   group                departureTransportMeans
    Name                         T003 0..1   text an..35          name
    ID                           T004 0..1   id an..35            id
    IdentificationTypeCode       T029 0..1   code an..17          identificationTypeCode
    TypeCode                     T009 0..1   code an..4           typeCode
    ModeCode                     T021 0..1   code n1              modeCode
  GoodsLocation                  64A  0..1   group                goodsLocation
    Name                         L016 0..1   text an..256         name
    ID                           L017 0..1   id an..17            id
    TypeCode                     L110 0..1   code an..3           typeCode
    Address                      04A  0..1   @placeAddress        address
  LoadingLocation                83A  0..1   group                loadingLocation
    Name                         L009 0..1   text an..256         name
    ID                           L010 0..1   id an..17            id
  TransportEquipment             31B  0..n   group                transportEquipment
    SequenceNumeric              006  1      integer n..5         sequenceNumber
    ID                           159  0..1   id an..17            id
    Seal                         44B  0..n   group                seals
      SequenceNumeric            006  1      integer n..5         sequenceNumber
      ID                         165  0..1   id an..35            id
Consignor                        30A  0..1   group                consignor
  Name                           R020 0..1   text an..70          name
  ID                             R021 0..1   id an..17            id
  Address                        04A  0..1   @address             address
CustomsValuation                 41A  0..1   group                customsValuation
  FreightChargeAmount            117  0..1   amount n..16,3       freightCharge
  ChargeDeduction                58B  0..n   @chargeDeduction     chargeDeductions
Destination                      99B  0..1   @destination         destination
DomesticDutyTaxParty             55B  0..n   group                taxParties
  ID                             R119 0..1   id an..17            id
  RoleCode                       R005 0..1   code an..3           roleCode
ExportCountry                    95B  0..1   group                exportCountry
  ID                             062  0..1   code a2              countryCode
GovernmentAgencyGoodsItem        68A  0..999 @goodsItem           goodsItems
Importer                         74A  0..1   group                importer
  Name                           R037 0..1   text an..70          name
  ID                             R038 0..1   id an..17            id
  Address                        04A  0..1   @address             address
  Contact                        34A  0..1   @contact             contact
  Communication                  25A  0..1   @communication       communication
Invoice                          78A  0..1   group                invoice
  ID                             D016 0..1   id an..70            id
  IssueDateTime                  D015 0..1   dateTime             issuedAt
Payer                            56B  0..1   group                payer
  Name                           R120 0..1   text an..70          name
  ID                             R121 0..1   id an..17            id
  Address                        04A  0..1   @address             address
PreviousDocument                 99A  0..n   @previousDocument    previousDocuments
Seller                           09B  0..1   group                seller
  Name                           R050 0..1   text an..70          name
  ID                             R051 0..1   id an..17            id
  Address                        04A  0..1   @address             address
  Contact                        34A  0..1   @contact             contact
  Communication                  25A  0..1   @communication       communication
Surety                           19B  0..1   group                surety
  Name                           R054 0..1   text an..70          name
  ID                             R055 0..1   id an..17            id
  Address                        04A  0..1   @address             address
TradeTerms                       22B  0..1   group                tradeTerms
  ConditionCode                  090  0..1   code a3              conditionCode
  CountryRelationshipCode        106  0..1   code an..3           countryRelationshipCode
  Description                    089  0..1   text an..70          description
  LocationID                     L002 0..1   id an..17            locationId
  LocationName                   L001 0..1   text an..256         locationName
UCR                              35B  0..1   @ucr                 ucr
Warehouse                        43B  0..1   group                warehouse
  ID                             L019 0..1   id an..35            id
  TypeCode                       L112 0..1   code an..3           typeCode
`
