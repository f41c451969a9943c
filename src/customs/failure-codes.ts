/**
 * The catalogue of expected failures. Each code has a title for people and the HTTP status that
 * the API answers with; the message of a failure adds what, where and how to mend.
 */
export const failureCatalogue = {
  'invalid-input': { title: 'The input does not have the expected form', status: 400 },
  'not-found': { title: 'There is nothing under this identifier', status: 404 },
  conflict: { title: 'The request does not fit the present state', status: 409 },
  'quote-outdated': { title: 'The figures are those of another day', status: 409 },
  'precondition-failed': { title: 'The resource has changed since it was read', status: 412 },
  'if-match-missing': { title: 'An If-Match header is needed', status: 428 },
  unauthenticated: { title: 'The request carries no valid key', status: 401 },
  forbidden: { title: 'The key does not have the right for this', status: 403 },
  'too-large': { title: 'The input is larger than allowed', status: 413 },
  'unsupported-type': { title: 'The content is not of an accepted type', status: 415 },
  'fact-missing': { title: 'A fact is missing that the answer depends on', status: 422 },
  'unknown-commodity-code': {
    title: 'The commodity code is not in the loaded tariff',
    status: 422,
  },
  'commodity-code-not-declarable': {
    title: 'The commodity code is too short to be declared',
    status: 422,
  },
  'unknown-country': { title: 'The country is not known', status: 422 },
  'unknown-currency': { title: 'The currency is not known', status: 422 },
  'currency-mismatch': { title: 'Amounts of different currencies meet', status: 422 },
  'exchange-rate-missing': {
    title: 'No official exchange rate is loaded for the date',
    status: 422,
  },
  'tariff-edition-missing': { title: 'No tariff edition is loaded for the date', status: 422 },
  'orders-not-joinable': { title: 'These orders cannot travel as one consignment', status: 422 },
  'sale-vat-mixed': { title: 'VAT at sale was not charged alike on all goods', status: 422 },
  'goods-not-received': { title: 'Goods of the order have not arrived as ordered', status: 422 },
  'goods-surplus': { title: 'More goods came than were ordered', status: 422 },
  'not-covered': { title: 'This is outside what is covered today', status: 422 },
  'no-lawful-importer': { title: 'Nobody in this case may be the importer', status: 422 },
  'no-lawful-declarant': { title: 'Nobody in this case may be the declarant', status: 422 },
  'authority-to-act-missing': { title: 'The representative has no authority to act', status: 422 },
  'description-vague': {
    title: 'The description of the goods is too vague for customs',
    status: 422,
  },
  'document-missing': { title: 'A required document is missing', status: 422 },
  'documents-disagree': { title: 'Two documents of the case contradict each other', status: 422 },
  'declaration-invalid': { title: 'The declaration breaks a rule of the authority', status: 422 },
  'preparation-failed': { title: 'The case could not be prepared', status: 409 },
  'stopped-by-staff': { title: 'A person has stopped the case', status: 409 },
  'must-be-kept': { title: 'The law wants this to be kept for now', status: 409 },
  'illegal-transition': { title: 'The life cycle does not allow this step now', status: 409 },
  'idempotency-key-missing': { title: 'An Idempotency-Key is needed', status: 400 },
  'idempotency-key-in-flight': {
    title: 'A request with this Idempotency-Key is in progress',
    status: 409,
  },
  'idempotency-key-reused': {
    title: 'This Idempotency-Key was used with another request',
    status: 422,
  },
  'rate-limited': { title: 'Too many requests', status: 429 },
  'message-unreadable': { title: 'The message cannot be read', status: 400 },
  'configuration-invalid': { title: 'The configuration cannot be used', status: 500 },
  'data-folder-in-use': { title: 'Another process uses the data folder', status: 503 },
  'port-busy': { title: 'Another process listens on the port', status: 503 },
  'database-unavailable': { title: 'The database cannot be used', status: 503 },
  'process-failed': { title: 'A process of the system did not start or has ended', status: 503 },
} as const satisfies Record<string, { title: string; status: number }>

/**
 * A code of {@link failureCatalogue}. Clients act on codes, so one that is published is never
 * renamed.
 */
export type FailureCode = keyof typeof failureCatalogue
