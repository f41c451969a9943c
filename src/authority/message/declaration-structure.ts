import { parseStructure } from './structure.ts'

/**
 * The declaration message as this office takes it: every element in its order, how often it may
 * stand, and its form. The office keeps its own table and never reads a trader's; the facts are
 * those of the WCO Data Model 3.6 as HMRC publishes them for CDS (declaration schema, June 2026).
 *
 * Notation, one element a line, children indented: name, cardinality (`1` once, `?` at most once,
 * `*` any number, or the greatest number), form. Forms: `an..17` up to 17 characters, `a2` exactly
 * two letters, `n..5` up to five digits, `n..16,6` up to 16 digits of which up to 6 decimals,
 * `money` up to 16 digits with up to 3 decimals and a currencyID, `time` a DateTimeString,
 * `0|1` one of these, `any` free, `@Name` the children of the shared block of that name.
 */
export const declarationStructure = parseStructure(`
@Address
  CityName ? an..35
  CountryCode ? a2
  CountrySubDivisionCode ? an..9
  CountrySubDivisionName ? an..35
  Line ? an..70
  PostcodeID ? an..9
@Communication
  ID ? an..50
  TypeCode ? an..3
@Party
  Name ? an..70
  ID ? an..17
  Address ? @Address
@ContactedParty
  Name ? an..70
  ID ? an..17
  Address ? @Address
  Contact ?
    Name ? an..70
  Communication ? @Communication
@Consignor
  Name ? an..70
  ID ? an..17
  Address ?
    TypeCode ? an..3
    CityName ? an..35
    CountryCode ? a2
    CountrySubDivisionCode ? an..9
    CountrySubDivisionName ? an..35
    Line ? an..70
    PostcodeID ? an..9
@Pointer
  SequenceNumeric ? n..5
  DocumentSectionCode ? an..3
  TagID ? an..4
MetaData
  WCODataModelVersionCode ? any
  WCOTypeName ? any
  ResponsibleCountryCode ? any
  ResponsibleAgencyName ? any
  AgencyAssignedCustomizationCode ? any
  AgencyAssignedCustomizationVersionCode ? any
  Declaration 1
    AcceptanceDateTime ? time
    FunctionCode 1 9|13|14
    FunctionalReferenceID ? an..35
    ID ? an..70
    IssueDateTime ? time
    IssueLocationID ? an..5
    TypeCode ? an..3
    GoodsItemQuantity ? n..5
    DeclarationOfficeID ? an..17
    InvoiceAmount ? money
    LoadingListQuantity ? n..5
    TotalGrossMassMeasure ? n..16,6
    TotalPackageQuantity ? n..8
    SpecificCircumstancesCodeCode ? an..3
    Authentication ?
      Authentication ? an..256
      Authenticator ?
        Name ? an..70
    Submitter ? @Party
    AdditionalDocument *
      CategoryCode ? an..3
      ID ? an..70
      TypeCode ? an..3
    AdditionalInformation *
      StatementCode ? an..17
      StatementDescription ? an..512
      StatementTypeCode ? an..3
      Pointer * @Pointer
    Agent ?
      Name ? an..70
      ID ? an..17
      FunctionCode ? an..3
      Address ? @Address
    Amendment *
      ChangeReasonCode ? an..3
      Pointer * @Pointer
    AuthorisationHolder *
      ID ? an..17
      CategoryCode ? an..4
    BorderTransportMeans ?
      Name ? an..35
      ID ? an..35
      IdentificationTypeCode ? an..17
      TypeCode ? an..4
      RegistrationNationalityCode ? a2
      ModeCode ? n1
    Consignment ?
      Carrier ?
        Name ? an..70
        ID ? an..17
        Address ? @Address
        Communication ? @Communication
      ConsignmentItem 999
        SequenceNumeric 1 n..5
        Consignor ? @Consignor
        Freight ?
          PaymentMethodCode ? an..3
      Consignor ? @Consignor
      Freight ?
        PaymentMethodCode ? an..3
      Itinerary *
        SequenceNumeric 1 n..5
        RoutingCountryCode ? a2
    CurrencyExchange *
      CurrencyTypeCode ? a3
      RateNumeric ? n..12,5
    Declarant ? @ContactedParty
    ExitOffice ?
      ID ? an..17
    Exporter ? @ContactedParty
    GoodsShipment ?
      ExitDateTime ? time
      TransactionNatureCode ? n..2
      AEOMutualRecognitionParty *
        ID ? an..17
        RoleCode ? an..3
      Buyer ? @ContactedParty
      Consignee ? @Party
      Consignment ?
        ContainerCode ? 0|1
        ArrivalTransportMeans ?
          Name ? an..35
          ID ? an..35
          IdentificationTypeCode ? an..17
          TypeCode ? an..4
          ModeCode ? n1
        DepartureTransportMeans ?
          Name ? an..35
          ID ? an..35
          IdentificationTypeCode ? an..17
          TypeCode ? an..4
          ModeCode ? n1
        GoodsLocation ?
          Name ? an..256
          ID ? an..17
          TypeCode ? an..3
          Address ?
            TypeCode ? an..3
            CityName ? an..35
            CountryCode ? a2
            Line ? an..70
            PostcodeID ? an..9
        LoadingLocation ?
          Name ? an..256
          ID ? an..17
        TransportEquipment *
          SequenceNumeric 1 n..5
          ID ? an..17
          Seal *
            SequenceNumeric 1 n..5
            ID ? an..35
      Consignor ? @Party
      CustomsValuation ?
        FreightChargeAmount ? money
        ChargeDeduction *
          ChargesTypeCode ? an..3
          OtherChargeDeductionAmount ? money
      Destination ?
        CountryCode ? a2
        RegionID ? an..9
      DomesticDutyTaxParty *
        ID ? an..17
        RoleCode ? an..3
      ExportCountry ?
        ID ? a2
      GovernmentAgencyGoodsItem 999
        CustomsValueAmount ? money
        SequenceNumeric 1 n..5
        StatisticalValueAmount ? money
        TransactionNatureCode ? n..2
        AdditionalDocument *
          CategoryCode ? an..3
          EffectiveDateTime ? time
          ID ? an..70
          Name ? an..35
          TypeCode ? an..3
          LPCOExemptionCode ? an..3
          Submitter ?
            Name ? an..70
            RoleCode ? an..3
          WriteOff ?
            QuantityQuantity ? n..16,6
            AmountAmount ? money
        AdditionalInformation *
          StatementCode ? an..17
          StatementDescription ? an..512
          StatementTypeCode ? an..3
        AEOMutualRecognitionParty *
          ID ? an..17
          RoleCode ? an..3
        Buyer ? @ContactedParty
        Commodity ?
          Description ? an..512
          Classification *
            ID ? an..18
            IdentificationTypeCode ? an..3
          DangerousGoods *
            UNDGID ? n..4
          DutyTaxFee *
            AdValoremTaxBaseAmount ? money
            DeductAmount ? money
            DutyRegimeCode ? an..3
            SpecificTaxBaseQuantity ? n..16,6
            TaxRateNumeric ? n..17,3
            TypeCode ? an..3
            QuotaOrderID ? an..17
            Payment ?
              MethodCode ? a1
              TaxAssessedAmount ? money
              PaymentAmount ? money
          GoodsMeasure ?
            GrossMassMeasure ? n..16,6
            NetNetWeightMeasure ? n..16,6
            TariffQuantity ? n..16,6
          InvoiceLine ?
            ItemChargeAmount ? money
          TransportEquipment *
            SequenceNumeric 1 n..5
            ID ? an..17
        Consignee ? @Party
        Consignor ? @Party
        CustomsValuation ?
          MethodCode ? an..3
          ChargeDeduction *
            ChargesTypeCode ? an..3
            OtherChargeDeductionAmount ? money
        Destination ?
          CountryCode ? a2
          RegionID ? an..9
        DomesticDutyTaxParty *
          ID ? an..17
          RoleCode ? an..3
        ExportCountry ?
          ID ? a2
        GovernmentProcedure *
          CurrentCode ? an..7
          PreviousCode ? an..7
        Origin *
          CountryCode ? an..4
          RegionID ? an..9
          TypeCode ? an..3
        Packaging *
          SequenceNumeric 1 n..5
          MarksNumbersID ? an..512
          QuantityQuantity ? n..8
          TypeCode ? an..2
          PackingMaterialDescription ? an..256
          LengthMeasure ? n..15
          WidthMeasure ? n..15
          HeightMeasure ? n..15
          VolumeMeasure ? n..16,6
        PreviousDocument *
          CategoryCode ? an..3
          ID ? an..70
          TypeCode ? an..3
          LineNumeric ? n..5
        Seller ? @ContactedParty
        UCR ?
          ID ? an..35
          TraderAssignedReferenceID ? an..35
        ValuationAdjustment ?
          AdditionCode ? an..4
      Importer ? @ContactedParty
      Invoice ?
        ID ? an..70
        IssueDateTime ? time
      Payer ? @Party
      PreviousDocument *
        CategoryCode ? an..3
        ID ? an..70
        TypeCode ? an..3
        LineNumeric ? n..5
      Seller ? @ContactedParty
      Surety ? @Party
      TradeTerms ?
        ConditionCode ? a3
        CountryRelationshipCode ? an..3
        Description ? an..70
        LocationID ? an..17
        LocationName ? an..256
      UCR ?
        ID ? an..35
        TraderAssignedReferenceID ? an..35
      Warehouse ?
        ID ? an..35
        TypeCode ? an..3
    ObligationGuarantee *
      AmountAmount ? money
      ID ? an..70
      ReferenceID ? an..35
      SecurityDetailsCode ? an..3
      AccessCode ? an..4
      GuaranteeOffice ?
        ID ? an..17
    PresentationOffice ?
      ID ? an..17
    SupervisingOffice ?
      ID ? an..17
`)
