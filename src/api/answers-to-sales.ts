import type { LocalDate } from '../customs/calendar/local-date.ts'
import { checkQuoteRequest } from '../customs/landed-cost/check-quote-request.ts'
import type { LandedCostBook } from '../customs/landed-cost/landed-cost-book.ts'
import type { OwnFee } from '../customs/landed-cost/own-fees.ts'
import { quoteFromBook } from '../customs/landed-cost/quote.ts'
import type { QuoteRequest } from '../customs/landed-cost/quote-request.ts'
import { Remembered } from '../customs/remembered.ts'
import { resultOf } from '../customs/result.ts'
import { sha256Hex } from '../platform/ids.ts'
import { accepted } from './http/refusal.ts'
import type { QuotedSaleAnswer } from './views/landed-cost-view.ts'

/** A sale, with all but the book that decides its answer. */
export interface QuestionOfSale {
  readonly sale: QuoteRequest
  readonly on: LocalDate
  /** What the asker's own carriers and brokers ask. */
  readonly ownFees: readonly OwnFee[]
}

/** What was last answered to one sale. */
interface LatestAnswer extends Omit<QuestionOfSale, 'sale'> {
  readonly book: LandedCostBook
  readonly answer: Buffer
}

function areSame(left: readonly OwnFee[], right: readonly OwnFee[]): boolean {
  return left === right || (left.length === 0 && right.length === 0)
}

/** So many answers are remembered of a book: some twenty megabytes. */
const MOST_ANSWERS = 1_000

/** In characters of JSON: a sale of a dozen lines. Longer ones are rarely asked twice, and fill the room. */
const LONGEST_QUESTION = 4_000

/**
 * Answers to sales as the bytes that are sent. A shop asks the same with every look at a page, and the
 * same question to the same book has the same answer; so what was asked is not reckoned again, until
 * another book is loaded. Refusals are not remembered.
 */
export class AnswersToSales {
  readonly #ofBook = new WeakMap<LandedCostBook, Remembered<Buffer>>()
  readonly #asked = new WeakMap<object, string>()
  readonly #latest = new WeakMap<QuoteRequest, LatestAnswer>()

  /** @throws Refusal with all that is missing or unknown */
  from(book: LandedCostBook, question: QuestionOfSale): Buffer {
    const { sale, on, ownFees } = question
    const latest = this.#latest.get(sale)
    // The very same sale comes in again and again, and needs no text to be found by.
    if (latest?.book === book && latest.on === on && areSame(latest.ownFees, ownFees)) {
      return latest.answer
    }
    const asked = this.#asText(question)
    if (asked.length > LONGEST_QUESTION) return answerTo(question, book, asked)
    const answer = this.#answersOf(book).of(asked, () => answerTo(question, book, asked))
    this.#latest.set(sale, { book, on, ownFees, answer })
    return answer
  }

  #asText({ sale, on, ownFees }: QuestionOfSale): string {
    const fees = ownFees.length === 0 ? '' : this.#writtenOnce(ownFees)
    return `${on} ${fees} ${this.#writtenOnce(sale)}`
  }

  /** Neither a sale nor fees are changed once they are read. */
  #writtenOnce(value: object): string {
    const written = this.#asked.get(value) ?? JSON.stringify(value)
    this.#asked.set(value, written)
    return written
  }

  #answersOf(book: LandedCostBook): Remembered<Buffer> {
    const known = this.#ofBook.get(book)
    if (known !== undefined) return known
    const answers = new Remembered<Buffer>(MOST_ANSWERS)
    this.#ofBook.set(book, answers)
    return answers
  }
}

/** Written once: the digest, by which an answer can be told from a later one, is of the bytes that are sent. */
function answerTo(
  { sale, on, ownFees }: QuestionOfSale,
  book: LandedCostBook,
  asked: string,
): Buffer {
  const known = accepted(resultOf(checkQuoteRequest(sale, book.vocabulary), () => sale))
  const withFees = ownFees.length === 0 ? book : { ...book, ownFees }
  const answer: QuotedSaleAnswer = accepted(quoteFromBook(known, on, withFees))
  const bytes = JSON.stringify(answer)
  const id = sha256Hex(`${asked}\n${bytes}`)
  return Buffer.from(`{"id":"${id}",${bytes.slice(1)}`)
}
