import { type Static, Type } from 'typebox'

import { checkedReader } from '../customs/checked-reader.ts'
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

/** The dated facts that messages are read with, for commands that need no server. */
export async function loadMessageReference(): Promise<MessageReference> {
  const files = await readDataFiles(['gb'])
  const read = combine({
    categories: readDeclarationCategories(files.get('gb/declaration-categories.json')),
    errors: readErrorTexts(files.get('gb/codes/cds-errors.json')),
    responseErrors: readErrorTexts(files.get('gb/codes/api-errors.json')),
  })
  if (!read.ok) return soundData(read)
  const { categories, errors, responseErrors } = read.value
  return soundData(
    success({
      categories,
      errorTexts: errors.codes,
      responseErrorTexts: responseErrors.codes,
    }),
  )
}
