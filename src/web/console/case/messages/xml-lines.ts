/** A piece of XML, for colouring. */
export interface XmlPiece {
  readonly kind: 'mark' | 'name' | 'attribute' | 'text'
  readonly text: string
}

/** One line of XML as it is shown: how deep it stands, and its pieces. */
export interface XmlLine {
  readonly depth: number
  readonly pieces: readonly XmlPiece[]
}

const TOKEN = /<[^>]+>|[^<]+/g

/**
 * XML set out line by line for reading, an element with only text on one line. The bytes themselves
 * stay as they are; whoever wants them exactly downloads them.
 */
export function xmlLines(xml: string): readonly XmlLine[] {
  const tokens = (xml.match(TOKEN) ?? []).filter((token) => token.trim() !== '')
  const lines: XmlLine[] = []
  let depth = 0
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? ''
    const [text = '', close = ''] = tokens.slice(at + 1, at + 3)
    if (token.startsWith('</')) {
      depth -= 1
      lines.push({ depth, pieces: piecesOf(token) })
    } else if (opens(token) && !text.startsWith('<') && close.startsWith('</')) {
      const inner: XmlPiece = { kind: 'text', text: text.trim() }
      lines.push({ depth, pieces: [...piecesOf(token), inner, ...piecesOf(close)] })
      at += 2
    } else {
      lines.push({ depth, pieces: piecesOf(token) })
      if (opens(token)) depth += 1
    }
  }
  return lines
}

/** Whether a token opens an element that is closed later: no declaration, comment or empty element. */
function opens(token: string): boolean {
  return /^<[^/?!]/.test(token) && !token.endsWith('/>')
}

function piecesOf(token: string): readonly XmlPiece[] {
  const [, start = '', name = '', rest = '', end = ''] =
    /^(<[/?!]?)([^\s/?>]+)([\s\S]*?)([/?]?>)$/.exec(token) ?? []
  if (name === '') return [{ kind: 'text', text: token.trim() }]
  return [
    { kind: 'mark', text: start },
    { kind: 'name', text: name },
    ...(rest.trim() === '' ? [] : [{ kind: 'attribute' as const, text: rest }]),
    { kind: 'mark', text: end },
  ]
}
