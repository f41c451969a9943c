import type { NamespaceOf } from './check-structure.ts'

/** Namespace URIs of the messages, as HMRC publishes them for CDS. */
export const namespaces = {
  metaData: 'urn:wco:datamodel:WCO:DocumentMetaData-DMS:2',
  declaration: 'urn:wco:datamodel:WCO:DEC-DMS:2',
  response: 'urn:wco:datamodel:WCO:RES-DMS:2',
  responseTypes: 'urn:wco:datamodel:WCO:Response_DS:DMS:2',
  declarationStatus: 'http://gov.uk/customs/declarationInformationRetrieval/status/v2',
  fileUpload: 'hmrc:fileupload',
  inventoryLinking: 'http://gov.uk/customs/inventoryLinking/v1',
} as const

/** In a MetaData message all below `MetaData/Declaration` is declaration, the rest is wrapper. */
export const metaDataNamespaceOf: NamespaceOf = (path) =>
  path[1] === 'Declaration' ? namespaces.declaration : namespaces.metaData

/**
 * A request for upload places has no MetaData wrapper: all of it is in one namespace of HMRC's own.
 */
export const fileUploadNamespaceOf: NamespaceOf = () => namespaces.fileUpload

/** Messages of the inventory of exports have one namespace as well. */
export const inventoryNamespaceOf: NamespaceOf = () => namespaces.inventoryLinking
