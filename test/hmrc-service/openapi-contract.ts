import { readFileSync } from 'node:fs'
import { sharedPath } from '../shared-material.ts'
import type { SeenRequest } from './hmrc-service.ts'

interface Operation {
  readonly method: string
  readonly path: RegExp
  readonly headers: ReadonlyMap<string, { readonly required: boolean; readonly example: string }>
}

const FILES = [
  'openapi-declarations-3.0.yaml',
  'openapi-declarations-information-2.0.yaml',
  'openapi-notification-pull-1.0.yaml',
]

/** HMRC's contracts, as far as requests have to follow them: methods, paths and headers. */
export function readContract(): readonly Operation[] {
  return FILES.flatMap((file) =>
    operationsOf(readFileSync(sharedPath('messages', 'cds', file), 'utf8').replaceAll('\r', '')),
  )
}

/** What of a request is not as the contracts want it. */
export function breaches(contract: readonly Operation[], request: SeenRequest): readonly string[] {
  const { method, path, headers } = request
  const operation = contract.find((one) => one.method === method && one.path.test(path))
  if (operation === undefined) return [`${method} ${path} is in no contract`]
  const found: string[] = []
  for (const [name, { required, example }] of operation.headers) {
    const shown = headers[name.toLowerCase()]
    if (shown === undefined && required) found.push(`${path}: ${name} is missing`)
    if (shown !== undefined && required && shown !== example) {
      found.push(`${path}: ${name} is ${shown} and not ${example}`)
    }
  }
  return found
}

/** The files have one layout: a path at two spaces, its methods at four, parameters as a list. */
function operationsOf(text: string): readonly Operation[] {
  const paths = text.slice(text.indexOf('\npaths:'), text.indexOf('\ncomponents:'))
  return paths
    .split(/\n {2}(?=\/)/)
    .slice(1)
    .flatMap((part) => {
      const path = part.slice(0, part.indexOf(':\n'))
      return part
        .split(/\n {4}(?=(?:get|post|delete):)/)
        .slice(1)
        .map((operation) => ({
          method: operation.slice(0, operation.indexOf(':')).toUpperCase(),
          path: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
          headers: headersOf(operation),
        }))
    })
}

function headersOf(operation: string): Operation['headers'] {
  const [before = ''] = operation.split(/\n {6}(?:requestBody|responses):/)
  const parameters = before.split(/\n {6,8}- /).slice(1)
  return new Map(
    parameters
      .filter(
        (parameter) => /^ *in: header$/m.test(parameter) || parameter.startsWith('in: header'),
      )
      .map((parameter) => {
        const name = /name: (.+)/.exec(parameter)?.[1] ?? ''
        const example = /example: (.+)/.exec(parameter)?.[1] ?? ''
        return [name, { required: /required: true/.test(parameter), example }] as const
      }),
  )
}
