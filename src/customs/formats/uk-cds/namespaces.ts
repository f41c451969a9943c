import type { MessageNamespaces } from '../structure/check-element.ts'

/** The envelope of every CDS message. */
export const metaDataNamespace = 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2'

/** What we send: declarations and requests about them. */
export const declarationNamespaces: MessageNamespaces = {
  elements: 'urn:wco:datamodel:WCO:DEC-DMS:2',
  dateTimes: 'urn:wco:datamodel:WCO:Declaration_DS:DMS:2',
}

/** What we receive. */
export const responseNamespaces: MessageNamespaces = {
  elements: 'urn:wco:datamodel:WCO:RES-DMS:2',
  dateTimes: 'urn:wco:datamodel:WCO:Response_DS:DMS:2',
}

/** Documents that are uploaded for a declaration. */
export const fileUploadNamespace = 'hmrc:fileupload'
