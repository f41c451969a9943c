import { BYTE_ORDER_MARK, type FileEnd, type RowSplitter, type RowText } from './row-splitter.ts'

/** Where in the file the splitter is: the list, a comma between two rows, and so on. */
type Place = 'before-list' | 'first-row-or-end' | 'row' | 'comma-or-end' | 'in-row' | 'after-list'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const LINE_FEED = 0x0a
const opening: ReadonlySet<string> = new Set(['{', '['])
const closing: ReadonlySet<string> = new Set(['}', ']'])

/**
 * Parts a JSON list of objects into the text of each object. It tells rows apart and leaves what is
 * within them to `JSON.parse`.
 */
export class JsonRowSplitter implements RowSplitter<string> {
  private place: Place = 'before-list'
  private line = 1
  private rowLine = 1
  /** The part of the present row that came in earlier pieces. */
  private carried = ''
  private depth = 0
  private inText = false
  private escaped = false
  private broken: number | undefined

  push(piece: string): readonly RowText<string>[] {
    const rows: RowText<string>[] = []
    let rowStart = 0
    for (let at = 0; at < piece.length && this.broken === undefined; at += 1) {
      const isStart = this.place !== 'in-row'
      const ended = this.step(piece, at)
      if (isStart && this.place === 'in-row') rowStart = at
      if (ended) {
        rows.push({ line: this.rowLine, content: this.carried + piece.slice(rowStart, at + 1) })
        this.carried = ''
      }
    }
    if (this.place === 'in-row') this.carried += piece.slice(rowStart)
    return rows
  }

  end(): FileEnd<string> {
    if (this.broken !== undefined) return { kind: 'broken', line: this.broken }
    if (this.place === 'after-list') return { kind: 'whole', rows: [] }
    return { kind: 'cut', line: this.line }
  }

  /** Takes one character and says whether it ends a row. */
  private step(piece: string, at: number): boolean {
    const code = piece.charCodeAt(at)
    if (code === LINE_FEED) this.line += 1
    if (this.place === 'in-row') return this.stepInRow(code, piece[at]!)
    const sign = piece[at]!
    if (sign.trim() === '' || (sign === BYTE_ORDER_MARK && this.place === 'before-list'))
      return false
    this.stepBetweenRows(sign)
    return false
  }

  private stepInRow(code: number, sign: string): boolean {
    if (this.inText) {
      if (this.escaped) this.escaped = false
      else if (code === BACKSLASH) this.escaped = true
      else if (code === QUOTE) this.inText = false
      return false
    }
    if (code === QUOTE) this.inText = true
    else if (opening.has(sign)) this.depth += 1
    else if (closing.has(sign)) this.depth -= 1
    if (this.depth > 0) return false
    this.place = 'comma-or-end'
    return true
  }

  private stepBetweenRows(sign: string): void {
    const next = nextPlace[this.place]?.[sign]
    if (next === undefined) this.broken = this.line
    else this.place = next
    if (next === 'in-row') {
      this.rowLine = this.line
      this.depth = 1
    }
  }
}

/** Which sign may come at a place outside rows, and where it leads. */
const nextPlace: Readonly<Partial<Record<Place, Readonly<Partial<Record<string, Place>>>>>> = {
  'before-list': { '[': 'first-row-or-end' },
  'first-row-or-end': { '{': 'in-row', ']': 'after-list' },
  row: { '{': 'in-row' },
  'comma-or-end': { ',': 'row', ']': 'after-list' },
}
