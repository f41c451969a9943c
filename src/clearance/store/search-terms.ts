import type { Consignment } from '../../customs/consignment/consignment.ts'
import type { NewRow, TenantTransaction } from '../../platform/postgres/index.ts'
import { type PersonalFields, pseudonymise } from '../personal/personal-fields.ts'

/** A word this long tells cases apart as well as a longer one. */
const TERM_CHARACTERS_MAX = 40

/** Scripts that are written without spaces between words. */
const UNSPACED = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const RUN = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, 'gu')
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u')

/** What stands for a personal value in the record is no word of anybody. */
const REFERENCE_TO_PERSON = /personal:[^;]*;/g

/**
 * The words of a question as they are looked for: each has to be the beginning of a term of the
 * case. Writing in capitals, in full width and with dashes makes no difference.
 */
export function searchWordsOf(question: string): readonly string[] {
  return [...new Set(runsOf(question))]
}

/**
 * The terms by which some texts are found. Where words are not divided by spaces every ending of a
 * run is a term of its own, so that a word is found that stands in the middle.
 */
export function searchTermsOf(texts: readonly string[]): readonly string[] {
  const terms = texts.flatMap(runsOf).flatMap((run) => (IS_UNSPACED.test(run) ? endings(run) : run))
  return [...new Set(terms.map((term) => cut(term)))]
}

function runsOf(text: string): readonly string[] {
  const plain = text.replace(REFERENCE_TO_PERSON, ' ').normalize('NFKC').toLowerCase()
  return (plain.match(RUN) ?? []).map((run) => cut(run))
}

function endings(run: string): readonly string[] {
  const characters = Array.from(run)
  return characters.map((_, first) => characters.slice(first).join(''))
}

function cut(run: string): string {
  return Array.from(run).slice(0, TERM_CHARACTERS_MAX).join('')
}

interface SearchedCase {
  readonly tenantId: string
  readonly caseId: string
}

/** Lets a new case be found by its references, its goods, and who buys and receives them. */
export async function insertSearchTerms(
  transaction: TenantTransaction,
  { tenantId, caseId }: SearchedCase,
  {
    consignment,
    personal,
  }: { readonly consignment: Consignment; readonly personal: PersonalFields },
): Promise<void> {
  const { reference, orderReferences, parties } = consignment
  const row = (about: NewRow<'case_search_term'>['about']) => (term: string) =>
    ({ tenant_id: tenantId, case_id: caseId, about, term }) as const
  const names = [parties.buyer.name, parties.consignee.name]
  const rows = [
    ...searchTermsOf([reference, ...orderReferences]).map(row('reference')),
    ...goodsTerms(consignment, personal).map(row('goods')),
    ...searchTermsOf(names).map(row('buyer')),
  ]
  await transaction.insertInto('case_search_term').values(rows).execute()
}

/** Lets a case be found by its goods as they are described now. */
export async function replaceGoodsTerms(
  transaction: TenantTransaction,
  { tenantId, caseId }: SearchedCase,
  {
    consignment,
    personal,
  }: { readonly consignment: Consignment; readonly personal: PersonalFields },
): Promise<void> {
  await transaction
    .deleteFrom('case_search_term')
    .where('case_id', '=', caseId)
    .where('about', '=', 'goods')
    .execute()
  const terms = goodsTerms(consignment, personal)
  if (terms.length === 0) return
  await transaction
    .insertInto('case_search_term')
    .values(terms.map((term) => ({ tenant_id: tenantId, case_id: caseId, about: 'goods', term })))
    .execute()
}

/** A name that somebody has written into a description is left out: it could not be erased again. */
function goodsTerms({ goodsItems }: Consignment, personal: PersonalFields): readonly string[] {
  return searchTermsOf(goodsItems.map(({ description }) => pseudonymise(description, personal)))
}
