import { readFileSync } from 'node:fs'
import { sharedPath } from '../shared-material.ts'
import type { Sample } from './cds-samples.ts'

/**
 * The messages that HMRC's description of an interface gives as examples, by their names there.
 * @param file `openapi-declarations-3.0.yaml` or that of another interface
 */
export function apiExamples(file = 'openapi-declarations-3.0.yaml'): readonly Sample[] {
  const description = readFileSync(sharedPath('messages', 'cds', file), 'utf8').replaceAll(
    '\r\n',
    '\n',
  )
  const [, examples = ''] = description.split(/^ {2}examples:$/m)
  return examples.split(/^ {4}(?=\w)/m).flatMap((entry) => {
    const [head = '', rest = ''] = entry.split(/^ {6}value ?: \|-?\n/m)
    const [name = ''] = head.split(':')
    const text = /^(?: {8}.*\n|[ ]*\n)*/.exec(rest)?.[0].replace(/^ {8}/gm, '').trim() ?? ''
    return text.startsWith('<') ? [{ name, bytes: new TextEncoder().encode(text) }] : []
  })
}
