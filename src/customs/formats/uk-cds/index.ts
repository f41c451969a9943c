export { checkStructure } from './check-structure.ts'
export { type DeclaredDataSet, dataSetOf } from './data-set-of.ts'
export {
  type DataSet,
  type DeclarationCategories,
  readDeclarationCategories,
} from './declaration-categories.ts'
export { type DataElement, dataElementAt } from './data-element.ts'
export { deriveStanding } from './derive-standing.ts'
export {
  type CdsErrorText,
  type ErrorExplanation,
  explainNotification,
  type NotificationExplanation,
} from './explain-notification.ts'
export * from './notification.ts'
export { type CdsPointer, resolvePointer } from './pointer.ts'
export { readDeclaration } from './read-declaration.ts'
export { readNotification } from './read-notification.ts'
export type * from './standing.ts'
export { type ArrivalNotification, writeArrivalNotification } from './write-arrival-notification.ts'
export { type CancellationRequest, writeCancellationRequest } from './write-cancellation-request.ts'
export { writeDeclaration } from './write-declaration.ts'
