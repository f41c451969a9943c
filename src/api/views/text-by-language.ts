import { Type } from 'typebox'
import type { TextByLanguage } from '../../customs/nomenclature/nomenclature-edition.ts'

/** A text in the languages that it is published in; which these are differs by tariff. */
export const textByLanguage = Type.Unsafe<TextByLanguage>(
  Type.Record(Type.String(), Type.String(), {
    description: 'text by language, such as {"en": "Live horses"}',
  }),
)
