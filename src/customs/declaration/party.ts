/** A person or company in a role; which role is said by the field that holds it. */
export interface Party {
  /** At most 70 characters. */
  readonly name?: string
  /** EORI or another recognised number, at most 17 characters. */
  readonly id?: string
  readonly address?: Address
}

/** A party to the trade, with whom customs may get in touch. */
export interface Trader extends Party {
  readonly contact?: { readonly name?: string }
  readonly communication?: Communication
}

/** The carrier under the contract of carriage. */
export interface Carrier extends Party {
  readonly communication?: Communication
}

/** The consignor under the contract of carriage. */
export interface CarriageConsignor extends Party {
  readonly address?: TypedAddress
}

/** The representative of the principal. WCO class 05A. */
export interface Agent extends Party {
  /** Representative status, data element 3/21: `2` direct, `3` indirect. WCO 102. */
  readonly functionCode?: string
}

/** A postal address within the lengths of the WCO Data Model. WCO class 04A. */
export interface Address {
  /** At most 35 characters. */
  readonly cityName?: string
  /** ISO 3166-1 alpha-2, as the authority uses it (`XI`, `XK`). */
  readonly countryCode?: string
  /** Province or state, by code. */
  readonly countrySubDivisionCode?: string
  readonly countrySubDivisionName?: string
  /** Street and number in one line of at most 70 characters. */
  readonly line?: string
  /** At most 9 characters. */
  readonly postcode?: string
}

/**
 * An address that says what it is the address of, which only the consignor under the contract of
 * carriage has.
 */
export interface TypedAddress extends Address {
  /** Kind of address. WCO 410. */
  readonly typeCode?: string
}

/** One way to reach a party. WCO class 25A. */
export interface Communication {
  /** The number or address itself. */
  readonly id?: string
  /** `TE` telephone, `EM` e-mail, `FX` telefax. */
  readonly typeCode?: string
}

/** Holder of an authorisation relied on, data element 3/39. WCO class 17C. */
export interface AuthorisationHolder {
  /** EORI of the holder. */
  readonly id?: string
  /** Authorisation type: `DPO` deferment, `CGU` comprehensive guarantee and so on. */
  readonly categoryCode?: string
}

/** A party with its VAT number, data element 3/40. WCO class 55B. */
export interface TaxParty {
  /** VAT number, with the country or prefix that its role asks for. */
  readonly id?: string
  /** `FR1` importer, `FR5` IOSS vendor. */
  readonly roleCode?: string
}

/** Authorised economic operator of another country under mutual recognition, element 3/37. */
export interface MutualRecognitionParty {
  readonly id?: string
  readonly roleCode?: string
}

/** An office by its code alone; which part it plays is said by the field that holds it. */
export interface CustomsOffice {
  /** Reference number of the office, at most 17 characters. */
  readonly id?: string
}

/** A vehicle, vessel or aircraft. */
export interface TransportMeans {
  readonly name?: string
  readonly id?: string
  /** `10` IMO number, `11` vessel name, `30` vehicle registration, `40` flight number and so on. */
  readonly identificationTypeCode?: string
  readonly typeCode?: string
  /** `1` sea, `3` road, `4` air, `5` post and so on. */
  readonly modeCode?: string
}

/** The active means of transport at the border. WCO class 15A. */
export interface BorderTransportMeans extends TransportMeans {
  /** Nationality, ISO 3166-1 alpha-2, data element 7/15. */
  readonly registrationNationalityCode?: string
}
