/** What a test wants to be different about an otherwise sound declaration. */
export interface H1Wishes {
  readonly lrn?: string
  readonly typeCode?: string
  readonly declarant?: string
  readonly importer?: string
  readonly ducr?: string
  readonly exporterName?: string
  readonly deliveryTerms?: string
  readonly goodsItemQuantity?: number
  /** Identity of the means of transport that crosses the border, data element 7/14. */
  readonly borderTransportId?: string
  readonly defermentAccount?: string
  readonly postponedVatNumber?: string
  /** `AP` with pounds, and so on: data element 4/9 for the whole declaration. */
  readonly charges?: readonly (readonly [code: string, amount: string, currency: string])[]
  readonly items?: readonly H1ItemWishes[]
  /** Holder of an authorisation for simplified declarations (SDE), data element 3/39. */
  readonly simplifiedHolder?: string
  /** Holder of an authorisation of the UK Internal Market Scheme (UKIM), data element 3/39. */
  readonly internalMarketHolder?: string
  /** Tax point as a supplementary declaration states it, `20260831081500Z`. */
  readonly acceptedAt?: string
  /** Further previous documents of element 2/1, such as `['MRN', '25GB...']`. */
  readonly previousDocuments?: readonly (readonly [type: string, id: string])[]
}

/**
 * What a test wants to be different about one goods item, in the words of the message: decimals as
 * text, masses in kilograms, the price in `currency`, pounds unless wished otherwise.
 */
export interface H1ItemWishes {
  readonly commodityCode?: string
  readonly description?: string
  readonly price?: string
  readonly currency?: string
  readonly grossMassKg?: string
  readonly netMassKg?: string
  readonly supplementaryQuantity?: string
  readonly marks?: string
  /** Data element 4/8 for duty and VAT: `E` deferment unless wished otherwise, or `A` cash. */
  readonly paymentMethod?: string
  /** Data element 1/11; `000`, none, unless wished otherwise. */
  readonly additionalProcedures?: readonly string[]
  /** Requested and previous procedure, data element 1/10; `4000` unless wished otherwise. */
  readonly procedure?: string
  /** Data element 4/16; `1` unless wished otherwise. */
  readonly valuationMethod?: string
  /** Codes of data element 2/2, such as `RVAT1`. */
  readonly statements?: readonly string[]
  readonly invoice?: 'present' | 'absent'
  readonly nationalAdditionalCodes?: readonly string[]
  /** Additional codes of the tariff, such as `B999`. */
  readonly tariffAdditionalCodes?: readonly string[]
  /** Further tax types that are paid as the others are, such as `A30`. */
  readonly furtherTaxTypes?: readonly string[]
  /** Data element 4/4 by unit, such as `[['LPA', '0.9']]`. */
  readonly taxBases?: readonly (readonly [unit: string, quantity: string])[]
  /** Whether a method of payment is declared for VAT; it is unless wished otherwise. */
  readonly vatPayment?: 'present' | 'absent'
  readonly origin?: string
  /** Data element 4/17; `100` unless wished otherwise. */
  readonly preferenceCode?: string
  /** Data element 5/16. */
  readonly preferentialOrigin?: string
  /** A document of element 2/3, such as `U110`, beside the invoice. */
  readonly proof?: string
  /** Number of the decision that allows simplified declarations, document C512. */
  readonly simplifiedDecision?: string
  /** Number of an authorisation of the UK Internal Market Scheme, document 1UKI. */
  readonly internalMarketNumber?: string
  /** Data element 4/3 of the customs duty: `A00` unless wished otherwise. */
  readonly dutyType?: string
  /** MRN of the simplified declaration that is completed, data element 2/1. */
  readonly completes?: string
}

/**
 * EORI of the trader under test: declarant, holder of the authorisation and of the deferment
 * account.
 */
export const DECLARANT = 'GB123456789012'

/** The account (2/6) that declarations name unless wished otherwise; seven digits. */
export const DEFERMENT_ACCOUNT = '1234567'

let counter = 0

/** Writes a declaration by hand, as a trader's software would send it. */
export function handWrittenH1(wishes: H1Wishes = {}): string {
  counter += 1
  const items = wishes.items ?? [{}]
  const account = wishes.defermentAccount ?? DEFERMENT_ACCOUNT
  const defers = items.some((item) => (item.paymentMethod ?? 'E') === 'E')
  return `<?xml version="1.0" encoding="UTF-8"?>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <Declaration>
    ${wishes.acceptedAt === undefined ? '' : `<AcceptanceDateTime><ds:DateTimeString xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2" formatCode="304">${wishes.acceptedAt}</ds:DateTimeString></AcceptanceDateTime>`}
    <FunctionCode>9</FunctionCode>
    <FunctionalReferenceID>${wishes.lrn ?? `LRN${counter}`}</FunctionalReferenceID>
    <TypeCode>${wishes.typeCode ?? 'IMA'}</TypeCode>
    <GoodsItemQuantity>${wishes.goodsItemQuantity ?? items.length}</GoodsItemQuantity>
    <TotalPackageQuantity>${items.length}</TotalPackageQuantity>
    ${defers ? `<AdditionalDocument><CategoryCode>1</CategoryCode><ID>${account}</ID><TypeCode>DAN</TypeCode></AdditionalDocument>` : ''}
    <Agent><FunctionCode>2</FunctionCode></Agent>
    <AuthorisationHolder><ID>${DECLARANT}</ID><CategoryCode>DPO</CategoryCode></AuthorisationHolder>
    ${wishes.simplifiedHolder === undefined ? '' : `<AuthorisationHolder><ID>${wishes.simplifiedHolder}</ID><CategoryCode>SDE</CategoryCode></AuthorisationHolder>`}
    ${wishes.internalMarketHolder === undefined ? '' : `<AuthorisationHolder><ID>${wishes.internalMarketHolder}</ID><CategoryCode>UKIM</CategoryCode></AuthorisationHolder>`}
    <BorderTransportMeans>${wishes.borderTransportId === undefined ? '' : `<ID>${wishes.borderTransportId}</ID><IdentificationTypeCode>30</IdentificationTypeCode>`}<RegistrationNationalityCode>CN</RegistrationNationalityCode><ModeCode>4</ModeCode></BorderTransportMeans>
    <Declarant><ID>${wishes.declarant ?? DECLARANT}</ID></Declarant>
    <Exporter><Name>${wishes.exporterName ?? 'Shenzhen Good Goods Ltd'}</Name><Address><CityName>Shenzhen</CityName><CountryCode>CN</CountryCode><Line>1 Harbour Road</Line><PostcodeID>518000</PostcodeID></Address></Exporter>
    <GoodsShipment>
      <TransactionNatureCode>1</TransactionNatureCode>
      <Consignment><ContainerCode>0</ContainerCode><GoodsLocation><Name>LHRLHRLHR</Name><TypeCode>A</TypeCode><Address><TypeCode>U</TypeCode><CountryCode>GB</CountryCode></Address></GoodsLocation></Consignment>
      ${chargesXml(wishes.charges ?? [])}
      <Destination><CountryCode>GB</CountryCode></Destination>
      ${wishes.postponedVatNumber === undefined ? '' : `<DomesticDutyTaxParty><ID>${wishes.postponedVatNumber}</ID><RoleCode>FR1</RoleCode></DomesticDutyTaxParty>`}
      <ExportCountry><ID>CN</ID></ExportCountry>
      ${items.map((item, index) => itemXml(item, index + 1)).join('\n')}
      <Importer><ID>${wishes.importer ?? 'GB987654321098'}</ID></Importer>
      <PreviousDocument><CategoryCode>Z</CategoryCode><ID>${wishes.ducr ?? `6GB123456789012-T${counter}`}</ID><TypeCode>DCR</TypeCode></PreviousDocument>
      ${(wishes.previousDocuments ?? []).map(([type, id]) => `<PreviousDocument><CategoryCode>Z</CategoryCode><ID>${id}</ID><TypeCode>${type}</TypeCode></PreviousDocument>`).join('')}
      <TradeTerms><ConditionCode>${wishes.deliveryTerms ?? 'CIF'}</ConditionCode><LocationID>GBLHR</LocationID></TradeTerms>
    </GoodsShipment>
  </Declaration>
</md:MetaData>`
}

function chargesXml(charges: readonly (readonly [string, string, string])[]): string {
  if (charges.length === 0) return ''
  const parts = charges.map(
    ([code, amount, currency]) =>
      `<ChargeDeduction><ChargesTypeCode>${code}</ChargesTypeCode><OtherChargeDeductionAmount currencyID="${currency}">${amount}</OtherChargeDeductionAmount></ChargeDeduction>`,
  )
  return `<CustomsValuation>${parts.join('')}</CustomsValuation>`
}

function itemXml(item: H1ItemWishes, sequence: number): string {
  const code = item.commodityCode ?? '6109100010'
  const procedures = item.additionalProcedures ?? ['000']
  const invoice = item.invoice ?? 'present'
  return `<GovernmentAgencyGoodsItem>
  <SequenceNumeric>${sequence}</SequenceNumeric>
  ${invoice === 'present' ? '<AdditionalDocument><CategoryCode>N</CategoryCode><ID>INV-1</ID><TypeCode>935</TypeCode></AdditionalDocument>' : ''}
  ${item.proof === undefined ? '' : `<AdditionalDocument><CategoryCode>${item.proof.slice(0, 1)}</CategoryCode><ID>INV-1</ID><TypeCode>${item.proof.slice(1)}</TypeCode></AdditionalDocument>`}
  ${item.simplifiedDecision === undefined ? '' : `<AdditionalDocument><CategoryCode>C</CategoryCode><ID>${item.simplifiedDecision}</ID><TypeCode>512</TypeCode></AdditionalDocument>`}
  ${item.internalMarketNumber === undefined ? '' : `<AdditionalDocument><CategoryCode>1</CategoryCode><ID>${item.internalMarketNumber}</ID><TypeCode>UKI</TypeCode></AdditionalDocument>`}
  ${(item.statements ?? []).map((code) => `<AdditionalInformation><StatementCode>${code}</StatementCode></AdditionalInformation>`).join('')}
  <Commodity>
    <Description>${item.description ?? 'T-shirts of knitted cotton for men'}</Description>
    <Classification><ID>${code.slice(0, 8)}</ID><IdentificationTypeCode>TSP</IdentificationTypeCode></Classification>
    <Classification><ID>${code.slice(8)}</ID><IdentificationTypeCode>TRC</IdentificationTypeCode></Classification>
    ${(item.tariffAdditionalCodes ?? []).map((code) => `<Classification><ID>${code}</ID><IdentificationTypeCode>TRA</IdentificationTypeCode></Classification>`).join('')}
    ${(item.nationalAdditionalCodes ?? []).map((national) => `<Classification><ID>${national}</ID><IdentificationTypeCode>GN</IdentificationTypeCode></Classification>`).join('')}
    <DutyTaxFee><DutyRegimeCode>${item.preferenceCode ?? '100'}</DutyRegimeCode><TypeCode>${item.dutyType ?? 'A00'}</TypeCode><Payment><MethodCode>${item.paymentMethod ?? 'E'}</MethodCode></Payment></DutyTaxFee>
    ${item.vatPayment === 'absent' ? '' : `<DutyTaxFee><TypeCode>B00</TypeCode><Payment><MethodCode>${item.paymentMethod ?? 'E'}</MethodCode></Payment></DutyTaxFee>`}
    ${(item.furtherTaxTypes ?? []).map((type) => `<DutyTaxFee><TypeCode>${type}</TypeCode><Payment><MethodCode>${item.paymentMethod ?? 'E'}</MethodCode></Payment></DutyTaxFee>`).join('')}
    ${(item.taxBases ?? []).map(([unit, quantity]) => `<DutyTaxFee><SpecificTaxBaseQuantity unitCode="${unit}">${quantity}</SpecificTaxBaseQuantity></DutyTaxFee>`).join('')}
    <GoodsMeasure><GrossMassMeasure>${item.grossMassKg ?? '12'}</GrossMassMeasure><NetNetWeightMeasure>${item.netMassKg ?? '10'}</NetNetWeightMeasure>${item.supplementaryQuantity === undefined ? '' : `<TariffQuantity>${item.supplementaryQuantity}</TariffQuantity>`}</GoodsMeasure>
    <InvoiceLine><ItemChargeAmount currencyID="${item.currency ?? 'GBP'}">${item.price ?? '1000.00'}</ItemChargeAmount></InvoiceLine>
  </Commodity>
  <CustomsValuation><MethodCode>${item.valuationMethod ?? '1'}</MethodCode></CustomsValuation>
  <GovernmentProcedure><CurrentCode>${(item.procedure ?? '4000').slice(0, 2)}</CurrentCode><PreviousCode>${(item.procedure ?? '4000').slice(2)}</PreviousCode></GovernmentProcedure>
  ${procedures.map((procedure) => `<GovernmentProcedure><CurrentCode>${procedure}</CurrentCode></GovernmentProcedure>`).join('')}
  <Origin><CountryCode>${item.origin ?? 'CN'}</CountryCode><TypeCode>1</TypeCode></Origin>
  ${item.preferentialOrigin === undefined ? '' : `<Origin><CountryCode>${item.preferentialOrigin}</CountryCode><TypeCode>2</TypeCode></Origin>`}
  <Packaging><SequenceNumeric>1</SequenceNumeric><MarksNumbersID>${item.marks ?? 'ADDR'}</MarksNumbersID><QuantityQuantity>1</QuantityQuantity><TypeCode>CT</TypeCode></Packaging>
  ${item.completes === undefined ? '' : `<PreviousDocument><CategoryCode>Y</CategoryCode><ID>${item.completes}</ID><TypeCode>SDE</TypeCode><LineNumeric>${sequence}</LineNumeric></PreviousDocument>`}
  <ValuationAdjustment><AdditionCode>0000</AdditionCode></ValuationAdjustment>
</GovernmentAgencyGoodsItem>`
}

/** An arrival notification (`GPR`) for a declaration. */
export function handWrittenArrival(mrn: string, lrn = `ARRIVAL${(counter += 1)}`): string {
  return requestXml(
    `<FunctionCode>13</FunctionCode><FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>${mrn}</ID><TypeCode>GPR</TypeCode><Submitter><ID>${DECLARANT}</ID></Submitter>`,
  )
}

/** A cancellation request (`INV`) for a declaration. */
export function handWrittenCancellation(mrn: string, lrn = `CANCEL${(counter += 1)}`): string {
  return requestXml(
    `<FunctionCode>13</FunctionCode><FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>${mrn}</ID><TypeCode>INV</TypeCode><AdditionalInformation><StatementDescription>Ordered twice</StatementDescription><StatementTypeCode>AES</StatementTypeCode></AdditionalInformation><Amendment><ChangeReasonCode>1</ChangeReasonCode></Amendment>`,
  )
}

/** What an amendment changes: the classes and tag that it points to, and the later content. */
export interface AmendmentWishes {
  /** `67A/68A#1/23A/79A/112` for each change, below the declaration. */
  readonly places: readonly string[]
  /** What stands in the message before the amendments, and after them. */
  readonly head?: string
  readonly body?: string
  readonly lrn?: string
}

/** A request for amendment (`COR`) of a declaration. */
export function handWrittenAmendment(mrn: string, wishes: AmendmentWishes): string {
  const { places, head = '', body = '', lrn = `AMEND${(counter += 1)}` } = wishes
  const amendments = places.map(
    (place) =>
      `<Amendment><ChangeReasonCode>32</ChangeReasonCode>${pointersXml(place)}</Amendment>`,
  )
  return requestXml(
    `<FunctionCode>13</FunctionCode><FunctionalReferenceID>${lrn}</FunctionalReferenceID><ID>${mrn}</ID><TypeCode>COR</TypeCode>${head}<AdditionalInformation><StatementDescription>Typed wrongly</StatementDescription><StatementTypeCode>AES</StatementTypeCode></AdditionalInformation>${amendments.join('')}${body}`,
  )
}

function pointersXml(place: string): string {
  const steps = ['42A', ...place.split('/')]
  const classes = steps.filter((step) => /^\d\d[A-Z](#\d+)?$/.test(step))
  const tag = steps.length > classes.length ? `<TagID>${steps.at(-1)}</TagID>` : ''
  return classes
    .map((step, index) => {
      const [section, sequence = '1'] = step.split('#')
      const last = index === classes.length - 1 ? tag : ''
      return `<Pointer><SequenceNumeric>${sequence}</SequenceNumeric><DocumentSectionCode>${section}</DocumentSectionCode>${last}</Pointer>`
    })
    .join('')
}

function requestXml(content: string): string {
  return `<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2"><Declaration>${content}</Declaration></md:MetaData>`
}
