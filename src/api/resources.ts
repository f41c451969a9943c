import { amendmentRoutes } from './amendments.ts'
import { answerRoutes } from './answers.ts'
import { apiKeyRoutes } from './api-keys.ts'
import { authorityRoutes } from './authorities.ts'
import { authorityConnectionRoutes } from './authority-connections.ts'
import { authorityContactRoutes } from './authority-contacts.ts'
import { authorityRelationshipRoutes } from './authority-relationships.ts'
import { authorityStandingRoutes } from './authority-standings.ts'
import { authorityStatusRoutes } from './authority-status.ts'
import { attachmentRoutes } from './attachments.ts'
import { bulkRunRoutes } from './bulk-runs.ts'
import { buyerRoutes } from './buyers.ts'
import { buyersBillRoutes } from './buyers-bills.ts'
import { caseDecisionRoutes } from './case-decisions.ts'
import { caseHistoryRoutes } from './case-histories.ts'
import { caseRoutes } from './cases.ts'
import { caseReturnRoutes } from './case-returns.ts'
import { caseStepRoutes } from './case-steps.ts'
import { caseTimelineRoutes } from './case-timelines.ts'
import { caseViewRoutes } from './case-views.ts'
import { certificateOfOriginRoutes } from './certificates-of-origin.ts'
import { caseCorrespondenceRoutes } from './case-correspondence.ts'
import { correspondenceRoutes } from './correspondence.ts'
import { coverageRoutes } from './coverage.ts'
import { declarationFormRoutes } from './declaration-forms.ts'
import { cellsToFillRoutes } from './cells-to-fill.ts'
import { deliveryRoutes } from './deliveries.ts'
import { deliveryTermsRoutes } from './delivery-terms.ts'
import { documentRoutes } from './documents.ts'
import { dutyBreakdownRoutes } from './duty-breakdowns.ts'
import { estimateRoutes } from './estimates.ts'
import { eventStreamRoutes } from './event-streams.ts'
import { exchangeChannelRoutes } from './exchange-channels.ts'
import { exchangeMessageRoutes } from './exchange-messages.ts'
import { exchangeStrayRoutes } from './exchange-strays.ts'
import { goodsDataRoutes } from './goods-data.ts'
import { feeTableRoutes } from './fee-tables.ts'
import { guaranteedQuoteRoutes } from './guaranteed-quotes.ts'
import type { ApiRoutes } from './http/route.ts'
import { ledgerRoutes } from './ledgers.ts'
import { letterPaperRoutes } from './letter-papers.ts'
import { listColumnRoutes } from './list-columns.ts'
import { listDraftRoutes } from './list-drafts.ts'
import { messageCheckRoutes } from './message-checks.ts'
import { messageReplayRoutes } from './message-replays.ts'
import { messageRoutes } from './messages.ts'
import { openPointRoutes } from './open-points.ts'
import { orderCheckRoutes } from './order-checks.ts'
import { orderRoutes } from './orders.ts'
import { orderStepRoutes } from './order-steps.ts'
import { overviewRoutes } from './overview.ts'
import { outcomeRoutes } from './outcomes.ts'
import { passkeyRoutes } from './passkeys.ts'
import { paymentRoutes } from './payments.ts'
import { peopleRoutes } from './people.ts'
import { personalDataRoutes } from './personal-data.ts'
import { plannedShipmentRoutes } from './planned-shipments.ts'
import { preferenceProofRoutes } from './preference-proofs.ts'
import { printedDeclarationRoutes } from './printed-declarations.ts'
import { purchaseListRoutes } from './purchase-lists.ts'
import { questionAnswerRoutes } from './question-answers.ts'
import { quoteRoutes } from './quotes.ts'
import { sessionRoutes } from './session.ts'
import { ownSessionRoutes } from './sessions.ts'
import { setApartGoodsRoutes } from './set-apart-goods.ts'
import { shipmentRoutes } from './shipments.ts'
import { suggestionRoutes } from './suggestions.ts'
import { supplementaryChangeRoutes } from './supplementary-changes.ts'
import { supplementaryDeclarationRoutes } from './supplementary-declarations.ts'
import { tenantRoutes } from './tenant.ts'
import { requiredDocumentRoutes } from './required-documents.ts'
import { trackingRoutes } from './tracking.ts'
import { tariffCodeRoutes } from './tariff-codes.ts'
import { tariffGoodsRoutes } from './tariff-goods.ts'
import { transportEventRoutes } from './transport-events.ts'
import { ukCdsNotificationRoutes } from './uk-cds-notifications.ts'
import { warehouseReceiptRoutes } from './warehouse-receipts.ts'
import { waitingWorkRoutes } from './waiting-work.ts'
import { warehouseStockRoutes } from './warehouse-stock.ts'
import { webhookEventTypeRoutes } from './webhook-event-types.ts'
import { webhookRoutes } from './webhooks.ts'

/** Every resource of the interface, in the order in which the documentation shows them. */
export const resources: readonly ApiRoutes[] = [
  orderRoutes,
  orderStepRoutes,
  deliveryTermsRoutes,
  orderCheckRoutes,
  suggestionRoutes,
  listColumnRoutes,
  listDraftRoutes,
  cellsToFillRoutes,
  quoteRoutes,
  guaranteedQuoteRoutes,
  feeTableRoutes,
  estimateRoutes,
  tariffGoodsRoutes,
  tariffCodeRoutes,
  coverageRoutes,
  caseRoutes,
  caseViewRoutes,
  bulkRunRoutes,
  overviewRoutes,
  caseDecisionRoutes,
  caseStepRoutes,
  caseReturnRoutes,
  openPointRoutes,
  declarationFormRoutes,
  printedDeclarationRoutes,
  dutyBreakdownRoutes,
  caseHistoryRoutes,
  caseTimelineRoutes,
  goodsDataRoutes,
  eventStreamRoutes,
  requiredDocumentRoutes,
  documentRoutes,
  attachmentRoutes,
  certificateOfOriginRoutes,
  preferenceProofRoutes,
  transportEventRoutes,
  messageRoutes,
  authorityStatusRoutes,
  messageReplayRoutes,
  exchangeChannelRoutes,
  exchangeMessageRoutes,
  exchangeStrayRoutes,
  authorityRoutes,
  authorityRelationshipRoutes,
  authorityContactRoutes,
  authorityStandingRoutes,
  messageCheckRoutes,
  answerRoutes,
  questionAnswerRoutes,
  caseCorrespondenceRoutes,
  correspondenceRoutes,
  letterPaperRoutes,
  amendmentRoutes,
  supplementaryDeclarationRoutes,
  supplementaryChangeRoutes,
  outcomeRoutes,
  ledgerRoutes,
  paymentRoutes,
  personalDataRoutes,
  purchaseListRoutes,
  warehouseReceiptRoutes,
  setApartGoodsRoutes,
  warehouseStockRoutes,
  waitingWorkRoutes,
  shipmentRoutes,
  plannedShipmentRoutes,
  buyerRoutes,
  buyersBillRoutes,
  trackingRoutes,
  webhookRoutes,
  webhookEventTypeRoutes,
  deliveryRoutes,
  tenantRoutes,
  authorityConnectionRoutes,
  apiKeyRoutes,
  peopleRoutes,
  sessionRoutes,
  ownSessionRoutes,
  passkeyRoutes,
  ukCdsNotificationRoutes,
]
