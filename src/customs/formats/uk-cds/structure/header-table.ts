/**
 * The elements directly below `Declaration` (WCO class 42A) in a CDS declaration, in their order.
 * Columns and source as in `goods-item-table.ts`.
 */
export const headerTable = `
AcceptanceDateTime               023  0..1   dateTime             acceptedAt
FunctionCode                     017  1      code n..2 9|13|14    functionCode
FunctionalReferenceID            D026 0..1   id an..35            lrn
ID                               D014 0..1   id an..70            mrn
IssueDateTime                    D011 0..1   dateTime             issuedAt
IssueLocationID                  D012 0..1   id an..5             issueLocation
TypeCode                         D013 0..1   code an..3           typeCode
GoodsItemQuantity                228  0..1   count n..5           goodsItemQuantity
DeclarationOfficeID              065  0..1   id an..17            declarationOffice
InvoiceAmount                    109  0..1   amount n..16,3       invoiceAmount
LoadingListQuantity              013  0..1   count n..5           loadingListQuantity
TotalGrossMassMeasure            131  0..1   measure n..16,6      totalGrossMass
TotalPackageQuantity             146  0..1   count n..8           totalPackageQuantity
SpecificCircumstancesCodeCode    504  0..1   code an..3           specificCircumstancesCode
Authentication                   61B  0..1   group                authentication
  Authentication                 104  0..1   text an..256         authentication
  Authenticator                  12A  0..1   group                authenticator
    Name                         R007 0..1   text an..70          name
Submitter                        17B  0..1   group                submitter
  Name                           R058 0..1   text an..70          name
  ID                             R059 0..1   id an..17            id
  Address                        04A  0..1   @address             address
AdditionalDocument               02A  0..n   group                additionalDocuments
  CategoryCode                   D031 0..1   code an..3           categoryCode
  ID                             D005 0..1   id an..70            id
  TypeCode                       D006 0..1   code an..3           typeCode
AdditionalInformation            03A  0..n   group                additionalInformation
  StatementCode                  226  0..1   code an..17          statementCode
  StatementDescription           225  0..1   text an..512         statementDescription
  StatementTypeCode              369  0..1   code an..3           statementTypeCode
  Pointer                        97A  0..n   @pointer             pointers
Agent                            05A  0..1   group                agent
  Name                           R003 0..1   text an..70          name
  ID                             R004 0..1   id an..17            id
  FunctionCode                   102  0..1   code an..3           functionCode
  Address                        04A  0..1   @address             address
Amendment                        06A  0..n   group                amendments
  ChangeReasonCode               099  0..1   code an..3           changeReasonCode
  Pointer                        97A  0..n   @pointer             pointers
AuthorisationHolder              17C  0..n   group                authorisationHolders
  ID                             R144 0..1   id an..17            id
  CategoryCode                   R145 0..1   code an..4           categoryCode
BorderTransportMeans             15A  0..1   group                borderTransportMeans
  Name                           T005 0..1   text an..35          name
  ID                             T006 0..1   id an..35            id
  IdentificationTypeCode         T018 0..1   code an..17          identificationTypeCode
  TypeCode                       T010 0..1   code an..4           typeCode
  RegistrationNationalityCode    T014 0..1   code a2              registrationNationalityCode
  ModeCode                       T022 0..1   code n1              modeCode
Consignment                      28A  0..1   group                consignment
  Carrier                        18A  0..1   group                carrier
    Name                         R011 0..1   text an..70          name
    ID                           R012 0..1   id an..17            id
    Address                      04A  0..1   @address             address
    Communication                25A  0..1   @communication       communication
  ConsignmentItem                29A  0..999 group                consignmentItems
    SequenceNumeric              006  1      integer n..5         sequenceNumber
    Consignor                    30A  0..1   group                consignor
      Name                       R020 0..1   text an..70          name
      ID                         R021 0..1   id an..17            id
      Address                    04A  0..1   @typedAddress        address
    Freight                      62A  0..1   @freight             freight
  Consignor                      30A  0..1   group                consignor
    Name                         R020 0..1   text an..70          name
    ID                           R021 0..1   id an..17            id
    Address                      04A  0..1   @typedAddress        address
  Freight                        62A  0..1   @freight             freight
  Itinerary                      81A  0..n   group                itineraries
    SequenceNumeric              006  1      integer n..5         sequenceNumber
    RoutingCountryCode           064  0..1   code a2              routingCountryCode
CurrencyExchange                 40A  0..n   group                currencyExchanges
  CurrencyTypeCode               135  0..1   code a3              currencyTypeCode
  RateNumeric                    118  0..1   decimal n..12,5      rate
Declarant                        57B  0..1   group                declarant
  Name                           R124 0..1   text an..70          name
  ID                             R123 0..1   id an..17            id
  Address                        04A  0..1   @address             address
  Contact                        34A  0..1   @contact             contact
  Communication                  25A  0..1   @communication       communication
ExitOffice                       56A  0..1   group                exitOffice
  ID                             G005 0..1   id an..17            id
Exporter                         57A  0..1   group                exporter
  Name                           R031 0..1   text an..70          name
  ID                             R032 0..1   id an..17            id
  Address                        04A  0..1   @address             address
  Contact                        34A  0..1   @contact             contact
  Communication                  25A  0..1   @communication       communication
GoodsShipment                    67A  0..1   @goodsShipment       goodsShipment
ObligationGuarantee              90A  0..n   group                obligationGuarantees
  AmountAmount                   492  0..1   amount n..16,3       amount
  ID                             D014 0..1   id an..70            id
  ReferenceID                    100  0..1   id an..35            referenceId
  SecurityDetailsCode            101  0..1   code an..3           securityDetailsCode
  AccessCode                     499  0..1   code an..4           accessCode
  GuaranteeOffice                14C  0..1   group                guaranteeOffice
    ID                           G014 0..1   id an..17            id
PresentationOffice               15C  0..1   group                presentationOffice
  ID                             G015 0..1   id an..17            id
SupervisingOffice                97B  0..1   group                supervisingOffice
  ID                             G012 0..1   id an..17            id
`
