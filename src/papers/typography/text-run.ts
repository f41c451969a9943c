import { type Face, faceFor, type Weight } from './typeface.ts'

/** Neighbouring characters that are set in one face. */
export interface TextRun {
  readonly text: string
  readonly face: Face
}

/** Han characters, kana, and the punctuation and full-width forms that are set with them. */
const IDEOGRAPHIC = '\u2E80-\u30FF\u3400-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF'

// A face is chosen for a word at a time, so that a name with one rare letter keeps one look.
const PIECES = new RegExp(`[${IDEOGRAPHIC}]+|[^ ${IDEOGRAPHIC}]+| +`, 'gu')

/**
 * Splits printable text into runs, each in the first face that has its characters.
 * @throws Error when no face has a character; the characters of a document are checked before.
 */
export function textRuns(text: string, weight: Weight): readonly TextRun[] {
  const runs: TextRun[] = []
  for (const piece of text.match(PIECES) ?? []) {
    for (const run of runsOfPiece(piece, weight)) {
      const last = runs.at(-1)
      if (last?.face === run.face) runs[runs.length - 1] = joined(last, run)
      else runs.push(run)
    }
  }
  return runs
}

/** One run where a face has the whole piece, else one for each character. */
function runsOfPiece(piece: string, weight: Weight): readonly TextRun[] {
  const face = faceFor(piece, weight)
  if (face !== undefined) return [{ text: piece, face }]
  return Array.from(piece, (character) => {
    const single = faceFor(character, weight)
    if (single === undefined) throw new Error(`no font has ${JSON.stringify(character)}`)
    return { text: character, face: single }
  })
}

function joined(left: TextRun, right: TextRun): TextRun {
  return { text: left.text + right.text, face: left.face }
}
