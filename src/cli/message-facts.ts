import { type Static, Type } from 'typebox'

import { checkedReader } from '../customs/checked-reader.ts'
import type { DeclarationCodes } from '../customs/declaration/rules/declaration-codes.ts'
import { readDeclarationCodes } from '../customs/declaration/rules/read-declaration-codes.ts'
import { readDeclarationCategories } from '../customs/formats/uk-cds/declaration-categories.ts'
import type { MessageReference } from '../customs/formats/uk-cds/message/read-message.ts'
import { combine, success } from '../customs/result.ts'
import { readDataFiles } from '../platform/data-files.ts'
import { soundData } from '../tariffs/index.ts'

const words = Type.Object({ en: Type.String(), zh: Type.String() })
const errorTextsSchema = Type.Object({
  codes: Type.Array(Type.Object({ code: Type.String(), explanation: words, mend: words })),
})
const readErrorTexts = checkedReader<Static<typeof errorTextsSchema>>(errorTextsSchema)

/** The dated facts that messages are read and checked with. */
export interface MessageFacts extends MessageReference {
  readonly codes: DeclarationCodes
}

/** The dated facts that messages are read and checked with, for commands that need no server. */
export async function loadMessageFacts(): Promise<MessageFacts> {
  const files = await readDataFiles(['gb', 'reference'])
  const read = combine({
    categories: readDeclarationCategories(files.get('gb/declaration-categories.json')),
    errors: readErrorTexts(files.get('gb/codes/cds-errors.json')),
    codes: readDeclarationCodes(files),
    responseErrors: readErrorTexts(files.get('gb/codes/api-errors.json')),
  })
  if (!read.ok) return soundData(read)
  const { categories, codes, errors, responseErrors } = read.value
  return soundData(
    success({
      categories,
      codes,
      errorTexts: errors.codes,
      responseErrorTexts: responseErrors.codes,
    }),
  )
}
