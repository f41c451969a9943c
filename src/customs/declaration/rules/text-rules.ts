import { isXmlText } from '../../xml/write-xml.ts'
import { type Breach, breachUnless, type DeclarationRule } from './rule.ts'

/** Rules about text anywhere in the declaration. */
export const textRules: readonly DeclarationRule[] = [
  {
    id: 'characters-can-be-sent',
    severity: 'error',
    dataElement: 'all',
    mend: 'Remove control characters; they often come with text copied from elsewhere.',
    breaches: (declaration) => unsendable(declaration, ''),
  },
]

/** Field names and positions need no escape, so the path is built by hand. */
function unsendable(value: unknown, path: string): readonly Breach[] {
  if (typeof value === 'string') {
    return breachUnless(
      isXmlText(value),
      path,
      'The text has characters that no message can carry.',
    )
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => unsendable(inner, `${path}/${key}`))
}
