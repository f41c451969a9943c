import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXml } from '../../src/customs/xml/read-xml.ts'
import type { XmlElement } from '../../src/customs/xml/xml-element.ts'
import { declarationElement } from '../../src/customs/formats/uk-cds/read-declaration.ts'
import { sharedPath } from '../shared-material.ts'

export interface Sample {
  /** Folder and file, `TT_IM001a/Step1_TT_IM001a.xml`. */
  readonly name: string
  readonly bytes: Uint8Array
}

export interface DeclarationSample extends Sample {
  readonly document: XmlElement
  readonly declaration: XmlElement
}

/** Every sample message that carries a declaration, or a request about one, in CDS form. */
export function declarationSamples(): readonly DeclarationSample[] {
  const samples = sharedPath('messages', 'cds', 'samples')
  return readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name) => asDeclaration({ name, bytes: readFileSync(join(samples, name)) }))
}

export function declarationSample(name: string): DeclarationSample {
  const found = declarationSamples().find((sample) => sample.name.endsWith(name))
  if (found === undefined) throw new Error(`no declaration sample ${name}`)
  return found
}

function asDeclaration(sample: Sample): readonly DeclarationSample[] {
  const document = readXml(sample.bytes)
  if (!document.ok) throw new Error(`${sample.name} is not well-formed`)
  const declaration = declarationElement(document.value)
  return declaration === undefined ? [] : [{ ...sample, document: document.value, declaration }]
}

/** The notifications that lie among the samples, mostly without namespaces. */
export function scenarioNotifications(): readonly Sample[] {
  const samples = sharedPath('messages', 'cds', 'samples')
  return readdirSync(samples, { recursive: true, encoding: 'utf8' })
    .filter((name) => /_DMS[A-Z]{3}[^/]*\.xml$/.test(name))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(samples, name)) }))
}

/** The notifications of the shared material, by file name. */
export function notificationSamples(): readonly Sample[] {
  const folder = sharedPath('messages', 'cds', 'notifications')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
}
