/** A row of a file before anybody has understood it, and the line of the file that it begins on. */
export interface RowText<Content> {
  readonly line: number
  readonly content: Content
}

/**
 * Parts a file into its rows while the file comes in pieces of any size, so that it is never held
 * as a whole.
 */
export interface RowSplitter<Content> {
  /** The rows that this piece has completed. */
  push(piece: string): readonly RowText<Content>[]
  /** What is left when the file has ended. */
  end(): FileEnd<Content>
}

/** How a file has ended. */
export type FileEnd<Content> =
  | { readonly kind: 'whole'; readonly rows: readonly RowText<Content>[] }
  /** It stops within a row, or before the sign that ends it. */
  | { readonly kind: 'cut'; readonly line: number }
  /** It is not of the expected form from this line on. */
  | { readonly kind: 'broken'; readonly line: number }

/** Some editors write it at the head of a file; it belongs to no row. */
export const BYTE_ORDER_MARK = '\uFEFF'
