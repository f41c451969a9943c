/** A class of the WCO Data Model: its element in the message, and its elements by their ids. */
export interface WcoClass {
  readonly element: string
  readonly elementOfTag: ReadonlyMap<string, string>
}

/**
 * Classes and their elements by WCO id, as pointers name them. Facts of the WCO Data Model 3.6 as
 * HMRC publishes it for CDS (declaration schema, June 2026).
 */
const table = `
02A AdditionalDocument D031=CategoryCode D005=ID D006=TypeCode 276=EffectiveDateTime D028=Name 360=LPCOExemptionCode
03A AdditionalInformation 226=StatementCode 225=StatementDescription 369=StatementTypeCode
04A Address 241=CityName 242=CountryCode 244=CountrySubDivisionCode 243=CountrySubDivisionName 239=Line 245=PostcodeID 410=TypeCode
05A Agent R003=Name R004=ID 102=FunctionCode
09B Seller R050=Name R051=ID
10A ArrivalTransportMeans T001=Name T002=ID T034=IdentificationTypeCode T008=TypeCode T020=ModeCode
12C DangerousGoods 506=UNDGID
14C GuaranteeOffice G014=ID
15A BorderTransportMeans T005=Name T006=ID T018=IdentificationTypeCode T010=TypeCode T014=RegistrationNationalityCode T022=ModeCode
15C PresentationOffice G015=ID
16A Buyer R009=Name R010=ID
16C AEOMutualRecognitionParty R143=ID R005=RoleCode
17B Submitter R058=Name R059=ID R005=RoleCode
17C AuthorisationHolder R144=ID R145=CategoryCode
18A Carrier R011=Name R012=ID
19B Surety R054=Name R055=ID
21A Classification 145=ID 337=IdentificationTypeCode
22B TradeTerms 090=ConditionCode 106=CountryRelationshipCode 089=Description L002=LocationID L001=LocationName
22C WriteOff 502=QuantityQuantity 503=AmountAmount
23A Commodity 137=Description
25A Communication 240=ID 253=TypeCode
27A Consignee R014=Name R015=ID
28A Consignment 096=ContainerCode
29A ConsignmentItem 006=SequenceNumeric
30A Consignor R020=Name R021=ID
31B TransportEquipment 006=SequenceNumeric 159=ID
34A Contact 246=Name
35B UCR 016=ID 009=TraderAssignedReferenceID
39B ValuationAdjustment 188=AdditionCode
40A CurrencyExchange 135=CurrencyTypeCode 118=RateNumeric
41A CustomsValuation 117=FreightChargeAmount 122=MethodCode
42A Declaration 023=AcceptanceDateTime D012=IssueLocationID 228=GoodsItemQuantity 065=DeclarationOfficeID 109=InvoiceAmount 013=LoadingListQuantity 131=TotalGrossMassMeasure 146=TotalPackageQuantity 504=SpecificCircumstancesCodeCode
43B Warehouse L019=ID L112=TypeCode
44B Seal 006=SequenceNumeric 165=ID
46A DepartureTransportMeans T003=Name T004=ID T029=IdentificationTypeCode T009=TypeCode T021=ModeCode
50A DutyTaxFee 116=AdValoremTaxBaseAmount 111=DeductAmount 164=DutyRegimeCode 129=SpecificTaxBaseQuantity 115=TaxRateNumeric 113=TypeCode 401=QuotaOrderID
55B DomesticDutyTaxParty R119=ID R005=RoleCode
56A ExitOffice G005=ID
56B Payer R120=Name R121=ID
57A Exporter R031=Name R032=ID
57B Declarant R124=Name R123=ID
58B ChargeDeduction 371=ChargesTypeCode 181=OtherChargeDeductionAmount
62A Freight 098=PaymentMethodCode
64A GoodsLocation L016=Name L017=ID L110=TypeCode
65A GoodsMeasure 126=GrossMassMeasure 128=NetNetWeightMeasure 130=TariffQuantity
67A GoodsShipment 024=ExitDateTime 103=TransactionNatureCode
68A GovernmentAgencyGoodsItem 108=CustomsValueAmount 006=SequenceNumeric 114=StatisticalValueAmount 103=TransactionNatureCode
70A GovernmentProcedure 166=CurrentCode 161=PreviousCode
74A Importer R037=Name R038=ID
78A Invoice D016=ID D015=IssueDateTime
79A InvoiceLine 112=ItemChargeAmount
81A Itinerary 006=SequenceNumeric 064=RoutingCountryCode
83A LoadingLocation L009=Name L010=ID
90A ObligationGuarantee 492=AmountAmount D014=ID 100=ReferenceID 101=SecurityDetailsCode 499=AccessCode
92A Origin 063=CountryCode 066=RegionID 501=TypeCode
93A Packaging 006=SequenceNumeric 142=MarksNumbersID 144=QuantityQuantity 141=TypeCode 344=PackingMaterialDescription 367=LengthMeasure 368=WidthMeasure 402=HeightMeasure 395=VolumeMeasure
94A Payment 107=MethodCode 120=TaxAssessedAmount 378=PaymentAmount
95B ExportCountry 062=ID
97B SupervisingOffice G012=ID
99A PreviousDocument D031=CategoryCode D018=ID D019=TypeCode 171=LineNumeric
99B Destination 465=CountryCode 477=RegionID
`

/**
 * Every class that an amendment can point to, by its WCO id. Type and references of the declaration
 * itself (1/1, 1/2, 2/5) have no tag here: nobody can amend them.
 */
export const wcoClasses: ReadonlyMap<string, WcoClass> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', element = '', ...tags] = line.split(' ')
      const pairs = tags.map((pair) => pair.split('=') as [string, string])
      return [id, { element, elementOfTag: new Map(pairs) }]
    }),
)
