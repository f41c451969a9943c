import { BYTE_ORDER_MARK, type FileEnd, type RowSplitter, type RowText } from './row-splitter.ts'

/** Where in a record the splitter is. */
type Place = 'cell-start' | 'plain' | 'quoted' | 'quote-seen'

/** Parts comma-separated values as RFC 4180 writes them into the cells of each record. */
export class CsvRowSplitter implements RowSplitter<readonly string[]> {
  private place: Place = 'cell-start'
  private line = 1
  private rowLine = 1
  private cells: string[] = []
  private cell = ''
  private broken: number | undefined
  private isFirst = true

  push(piece: string): readonly RowText<readonly string[]>[] {
    const rows: RowText<readonly string[]>[] = []
    const start = this.isFirst && piece.startsWith(BYTE_ORDER_MARK) ? 1 : 0
    if (piece !== '') this.isFirst = false
    for (let at = start; at < piece.length && this.broken === undefined; at += 1) {
      const sign = piece[at]!
      const endsRow = sign === '\n' && this.place !== 'quoted'
      if (sign === '\n') this.line += 1
      if (endsRow) this.endRow(rows)
      else this.step(sign)
    }
    return rows
  }

  end(): FileEnd<readonly string[]> {
    if (this.broken !== undefined) return { kind: 'broken', line: this.broken }
    if (this.place === 'quoted') return { kind: 'cut', line: this.rowLine }
    const rows: RowText<readonly string[]>[] = []
    this.endRow(rows)
    return { kind: 'whole', rows }
  }

  private step(sign: string): void {
    if (this.place === 'quoted') {
      if (sign === '"') this.place = 'quote-seen'
      else this.cell += sign
    } else if (sign === ',') this.endCell()
    else if (sign === '"') this.stepQuote()
    // Before a line feed it ends the line; alone it is nothing that a cell holds.
    else if (sign !== '\r') this.stepPlain(sign)
  }

  private stepQuote(): void {
    // Two quotes within a quoted cell are one that belongs to its text.
    if (this.place === 'quote-seen') this.cell += '"'
    else if (this.place === 'plain') this.broken = this.line
    this.place = 'quoted'
  }

  private stepPlain(sign: string): void {
    if (this.place === 'quote-seen') this.broken = this.line
    this.place = 'plain'
    this.cell += sign
  }

  private endCell(): void {
    this.cells.push(this.cell)
    this.cell = ''
    this.place = 'cell-start'
  }

  /** An empty line is no record. */
  private endRow(rows: RowText<readonly string[]>[]): void {
    const isEmpty = this.cells.length === 0 && this.cell === '' && this.place === 'cell-start'
    if (!isEmpty) {
      this.endCell()
      rows.push({ line: this.rowLine, content: this.cells })
      this.cells = []
    }
    this.rowLine = this.line
  }
}
