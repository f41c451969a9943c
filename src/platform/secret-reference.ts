import { isAbsolute } from 'node:path'

import { failure, type Failure, type Result, success } from '../customs/result.ts'
import { readIfThere } from './private-file.ts'

/**
 * Where a secret is kept. Configuration names the place and never the secret, so that it can be shown,
 * logged and kept with other files.
 */
export type SecretReference =
  { readonly kind: 'env'; readonly name: string } | { readonly kind: 'file'; readonly path: string }

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * Reads the text of a reference: `env:NAME` for a variable of the environment, `file:/path` for a file
 * of its own.
 *
 * @param setting the name of the setting that holds it, for the failure; the text itself is not repeated
 *   there, since it may be the secret that should not stand in it
 */
export function parseSecretReference(text: string, setting: string): Result<SecretReference> {
  const [, kind, place = ''] = /^(env|file):(.+)$/s.exec(text.trim()) ?? []
  if (kind === 'env' && VARIABLE.test(place)) return success({ kind, name: place })
  if (kind === 'file' && isAbsolute(place)) return success({ kind, path: place })
  return failure(
    problem(
      setting,
      'does not say where the secret is kept',
      'write env:NAME or file:/absolute/path',
    ),
  )
}

/**
 * Fetches a secret from its place, without the line break that editors leave at the end.
 *
 * @param setting the name of the setting that refers to it, for the failure
 */
export async function readSecret(
  reference: SecretReference,
  setting: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Result<string>> {
  if (reference.kind === 'env') {
    const secret = environment[reference.name]?.trim()
    if (secret !== undefined && secret !== '') return success(secret)
    return failure(
      problem(
        setting,
        `refers to the variable ${reference.name}, which is not set`,
        `set ${reference.name} for this process`,
      ),
    )
  }
  const { path } = reference
  const secret = await readIfThere(path).then(
    (text) => text?.trim() ?? '',
    () => '',
  )
  if (secret !== '') return success(secret)
  return failure(
    problem(
      setting,
      `refers to the file ${path}, which cannot be read or is empty`,
      'put the secret into that file and let this process read it',
    ),
  )
}

function problem(setting: string, what: string, mend: string): Failure {
  return { code: 'configuration-invalid', path: setting, message: `${setting} ${what}.`, mend }
}
