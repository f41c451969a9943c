/** The printed width of a text, in points. */
export type MeasureText = (text: string) => number

/** Characters between which a line may end: Han, kana, and their punctuation. */
const IDEOGRAPH =
  /[\u2E80-\u2FFF\u3005-\u3007\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\u{20000}-\u{3FFFF}]/u

/** Closing marks and small kana, which never begin a line. */
const NOT_FIRST =
  /[)\]}、。〉》」』】〕〗’”！％），．：；？］｝～ぁぃぅぇぉっゃゅょァィゥェォッャュョー々]/u

/** Opening marks, which never end a line. */
const NOT_LAST = /[([{〈《「『【〔〖‘“（［｛￥＄]/u

/**
 * Breaks printable text into lines that fit a width: at spaces, after hyphens and slashes, and
 * between ideographs by the common rules of Chinese and Japanese setting. A piece that is wider
 * than a line by itself is broken between characters.
 */
export function breakLines(text: string, width: number, measure: MeasureText): readonly string[] {
  const lines: string[] = []
  let line = ''
  let lineWidth = 0
  for (const piece of unbreakablePieces(text).flatMap((whole) => fitting(whole, width, measure))) {
    if (line !== '' && lineWidth + measure(piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
      lineWidth = 0
    }
    line += piece
    lineWidth += measure(piece)
  }
  if (line !== '') lines.push(line.trimEnd())
  return lines
}

/** The pieces of a text between which a line may end; a space ends the piece before it. */
function unbreakablePieces(text: string): readonly string[] {
  const pieces: string[] = []
  let previous = ''
  for (const character of text) {
    const last = pieces.at(-1)
    if (last === undefined || mayBreak(previous, character)) pieces.push(character)
    else pieces[pieces.length - 1] = last + character
    previous = character
  }
  return pieces
}

/** Whether a line may end between two neighbours. */
function mayBreak(before: string, after: string): boolean {
  if (after === ' ' || NOT_FIRST.test(after) || NOT_LAST.test(before)) return false
  return before === ' ' || /[-/]/.test(before) || IDEOGRAPH.test(before) || IDEOGRAPH.test(after)
}

/** The piece itself, or parts of it that fit where it is wider than a line. */
function fitting(piece: string, width: number, measure: MeasureText): readonly string[] {
  if (measure(piece.trimEnd()) <= width) return [piece]
  const parts: string[] = []
  let part = ''
  for (const character of piece) {
    if (part !== '' && measure((part + character).trimEnd()) > width) {
      parts.push(part)
      part = ''
    }
    part += character
  }
  return [...parts, part]
}
