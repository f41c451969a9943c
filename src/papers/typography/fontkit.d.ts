/** The part of fontkit that is used here; the library ships no types of its own. */
declare module 'fontkit' {
  export interface Font {
    readonly postscriptName: string
    readonly characterSet: readonly number[]
    glyphForCodePoint(codePoint: number): unknown
    layout(text: string): unknown
  }
  export function create(bytes: Uint8Array): Font
}
