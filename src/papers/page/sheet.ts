import { once } from 'node:events'
import PDFDocument from 'pdfkit'
import { breakLines } from '../typography/break-lines.ts'
import { printableText } from '../typography/printable-text.ts'
import { textRuns } from '../typography/text-run.ts'
import type { Face } from '../typography/typeface.ts'
import { leading, page, type TextStyle } from './style.ts'

/** What a PDF says of itself, all of it from the content of the document. */
export interface SheetOptions {
  /** Title of the kind of document; never a person's text, which the metadata would not escape. */
  readonly title: string
  /** Hash of the content: it makes the PDF's own identifier. */
  readonly contentSha256: string
  /** The day of the document; nothing in the PDF is dated by the clock. */
  readonly datedAt: Date
}

/** A file that travels inside the PDF. */
export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly text: string
}

/** A rectangle on the page, by its top left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A column that text is set in, from a top edge downwards. */
export interface Column {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align?: 'left' | 'right' | 'centre'
}

/** How a line is drawn. */
export interface Stroke {
  readonly colour: string
  readonly thickness: number
}

/**
 * The pages of one PDF/A-3b document under the pen. Lines are broken here, and each run is set in
 * the first face that has its characters.
 *
 * The same calls give the same bytes: dates and identifier come from the content, and streams stay
 * uncompressed, because the output of deflate differs between builds of zlib.
 */
export class Sheet {
  readonly #pdf: PDFKit.PDFDocument
  readonly #chunks: Uint8Array[] = []
  readonly #datedAt: Date
  readonly #openPage: (sheet: Sheet) => void
  /** Where the next content goes. */
  y: number = page.top

  /** @param openPage draws what every page has, and leaves {@link y} where the content begins */
  constructor(options: SheetOptions, openPage: (sheet: Sheet) => void) {
    this.#datedAt = options.datedAt
    this.#openPage = openPage
    this.#pdf = new PDFDocument(pdfOptions(options))
    this.#pdf.on('data', (chunk: Uint8Array) => this.#chunks.push(chunk))
    this.newPage()
  }

  /** Opens the next page. */
  newPage(): void {
    this.#pdf.addPage()
    this.y = page.top
    this.#openPage(this)
  }

  /** Which page is under the pen, from 1. */
  get pageNumber(): number {
    return this.#pdf.bufferedPageRange().count
  }

  /** Goes to a new page where less than the height is left on this one. */
  reserve(height: number): void {
    if (this.y + height > page.bottom) this.newPage()
  }

  /** The lines that a text takes in a column of a width. */
  lines(text: string, width: number, style: TextStyle): readonly string[] {
    return breakLines(printableText(text), width, (piece) => this.width(piece, style))
  }

  /** Sets a text and returns the y where it ends. */
  text(text: string, column: Column, style: TextStyle): number {
    return this.setLines(this.lines(text, column.width, style), column, style)
  }

  /** Sets lines that were broken before and returns the y where they end. */
  setLines(lines: readonly string[], column: Column, style: TextStyle): number {
    // The ascender of the faces is 0.88 em; the leading is shared out above and below the line.
    const baseline = column.y + (leading(style) - style.size) / 2 + 0.88 * style.size
    lines.forEach((line, index) => {
      const slack = column.width - this.width(line, style)
      const indent = { left: 0, centre: slack / 2, right: slack }[column.align ?? 'left']
      this.#setLine(line, column.x + indent, baseline + index * leading(style), style)
    })
    return column.y + lines.length * leading(style)
  }

  /** The width of a printable text on one line. */
  width(text: string, style: TextStyle): number {
    return textRuns(text, style.weight)
      .map((run) => this.#use(run.face, style).widthOfString(run.text))
      .reduce((sum, width) => sum + width, 0)
  }

  /** Draws a straight line between two points. */
  line(from: readonly [number, number], to: readonly [number, number], stroke: Stroke): void {
    this.#stroke(stroke)
      .moveTo(...from)
      .lineTo(...to)
      .stroke()
  }

  /** Draws the outline of a box. */
  frame(box: Box, stroke: Stroke): void {
    this.#stroke(stroke).rect(box.x, box.y, box.width, box.height).stroke()
  }

  /** Tints a box; texts are set above it afterwards. */
  fill(box: Box, colour: string): void {
    this.#pdf.rect(box.x, box.y, box.width, box.height).fill(colour)
  }

  /** Sets texts across the whole page, one below the other, for all to see that it has no force. */
  watermark(texts: readonly string[], style: TextStyle): void {
    const [x, y] = [page.width / 2, page.height / 2]
    this.#pdf.save().rotate(-38, { origin: [x, y] })
    texts.forEach((text, index) => {
      const column = { x: x - 400, y: y + (index - texts.length / 2) * leading(style), width: 800 }
      this.text(text, { ...column, align: 'centre' }, style)
    })
    this.#pdf.restore()
  }

  /** Draws the foot of every page, attaches the file and closes the document. */
  async finish(
    attachment: Attachment,
    drawFoot: (pageNumber: number, pageCount: number) => void,
  ): Promise<Buffer> {
    const { count } = this.#pdf.bufferedPageRange()
    for (let index = 0; index < count; index++) {
      this.#pdf.switchToPage(index)
      drawFoot(index + 1, count)
    }
    this.#attach(attachment)
    const ended = once(this.#pdf, 'end')
    this.#pdf.end()
    await ended
    return Buffer.concat(this.#chunks)
  }

  #attach({ name, mediaType, description, text }: Attachment): void {
    const dates = { creationDate: this.#datedAt, modifiedDate: this.#datedAt }
    // PDF/A-3 demands the relationship of each attached file, which the types of pdfkit do not know.
    const options = { name, type: mediaType, description, relationship: 'Source', ...dates }
    this.#pdf.file(Buffer.from(text), options)
  }

  #setLine(line: string, x: number, baseline: number, style: TextStyle): void {
    let runX = x
    for (const run of textRuns(line, style.weight)) {
      const pdf = this.#use(run.face, style)
      pdf.fillColor(style.colour)
      pdf.text(run.text, runX, baseline, { lineBreak: false, baseline: 'alphabetic' })
      runX += pdf.widthOfString(run.text)
    }
  }

  #use(face: Face, style: TextStyle): PDFKit.PDFDocument {
    // pdfkit takes an opened font as well as a file, which its types do not know.
    this.#pdf.registerFont(face.name, face.font as unknown as Uint8Array)
    return this.#pdf.font(face.name).fontSize(style.size)
  }

  #stroke({ colour, thickness }: Stroke): PDFKit.PDFDocument {
    return this.#pdf.lineWidth(thickness).strokeColor(colour)
  }
}

/** Every option that could differ from one run to the next is set. */
function pdfOptions(options: SheetOptions): PDFKit.PDFDocumentOptions {
  return {
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    compress: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    lang: 'en-GB',
    displayTitle: true,
    info: {
      Title: options.title,
      Subject: `SHA-256 ${options.contentSha256}`,
      Producer: 'Tidewaiter',
      Creator: 'Tidewaiter',
      CreationDate: options.datedAt,
      ModDate: options.datedAt,
    },
  }
}
