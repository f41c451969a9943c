import { parseStructure } from './structure.ts'

/** A request to cancel a declaration (type `INV`); notation as in `declaration-structure.ts`. */
export const cancellationStructure = parseStructure(`
MetaData
  WCODataModelVersionCode ? any
  WCOTypeName ? any
  ResponsibleCountryCode ? any
  ResponsibleAgencyName ? any
  AgencyAssignedCustomizationCode ? any
  AgencyAssignedCustomizationVersionCode ? any
  Declaration 1
    FunctionCode 1 13
    FunctionalReferenceID ? an..35
    ID 1 an..70
    TypeCode 1 INV
    Submitter ?
      ID 1 an..17
    AdditionalInformation +
      StatementCode ? an..17
      StatementDescription 1 an..512
      StatementTypeCode ? an..3
      Pointer *
        SequenceNumeric ? n..5
        DocumentSectionCode ? an..3
    Amendment +
      ChangeReasonCode 1 an..3
`)

/** A request for places to upload files to, in the shape of HMRC's file upload (2 of its 3 steps). */
export const fileUploadStructure = parseStructure(`
FileUploadRequest
  DeclarationID 1 an..22
  FileGroupSize 1 n..3
  Files 1
    File +
      FileSequenceNo 1 n..3
      DocumentType ? an..100
      SuccessRedirect ? an..500
      ErrorRedirect ? an..500
`)

/**
 * A movement of exported goods, arrival (`EAL`) or departure (`EDL`), in the shape of HMRC's inventory linking for
 * exports (schema of version 1.0, read 2026-11-24).
 */
export const movementStructure = parseStructure(`
inventoryLinkingMovementRequest
  messageCode 1 EAA|EAL|RET|EDL
  agentDetails ?
    EORI ? an..17
    agentLocation ? an..12
    agentRole ? an..3
  ucrBlock 1
    ucr 1 an..35
    ucrPartNo ? an..4
    ucrType 1 D|M
  goodsLocation 1 an..17
  goodsArrivalDateTime ? an..35
  goodsDepartureDateTime ? an..35
  shedOPID ? an..3
  masterUCR ? an..35
  masterOpt ? A|F|R|X
  movementReference ? an..25
  transportDetails ?
    transportID ? an..35
    transportMode ? an..1
    transportNationality ? a2
  isFinal ? an..5
`)
