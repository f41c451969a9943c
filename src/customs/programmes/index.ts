export { type EasternTime, easternTime, inEasternTime } from './eastern-time.ts'
export { explainOutcome } from './explain-outcome.ts'
export {
  type FootnotedCode,
  footnotedCodes,
  type FootnotedEdition,
  footnotedLists,
  headingsInFootnote,
  listsByFootnotes,
} from './footnoted-lists.ts'
export { type HeldLists, readHeldLists } from './held-lists.ts'
export {
  createProductLists,
  type Membership,
  membership,
  type ProductList,
  type ProductLists,
} from './product-list.ts'
export { productListLayouts, type ProductListTable } from './product-list-layouts.ts'
export {
  type ProductListLayout,
  readProductListRows,
  type ReadProductLists,
  type TableRow,
} from './product-list-rows.ts'
export type { ProgrammeLaw, Programmes } from './programmes.ts'
export { readProgrammes } from './read-programmes.ts'
export {
  changesOfLaw,
  type HeldLaw,
  readHeldLaw,
  readStackingLaw,
  stackingLaw,
  type StackingLawFiles,
} from './read-stacking-law.ts'
export { stackOnTariff } from './stack-on-tariff.ts'
export { type StackingLaw, stackProgrammes } from './stack-programmes.ts'
export {
  type EndedProgramme,
  type SurveyedProgrammes,
  surveyProgrammes,
  type UnsettledProgramme,
} from './survey-programmes.ts'
export type {
  ConsideredProgramme,
  ProgrammeCharge,
  ProgrammeStack,
  StackingFacts,
  StackingQuestion,
} from './stacking.ts'
export { noteSections, readNoteLists } from './us-note-lists.ts'
