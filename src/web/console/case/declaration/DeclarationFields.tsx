import type { DeclarationFormView } from '../../../../api/declaration-forms.ts'
import { colon } from '../../../kit/words/colon.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { SectionCard } from '../SectionCard.tsx'
import { FieldRow } from './FieldRow.tsx'

interface DeclarationFieldsProps extends Pick<DeclarationFormView, 'sections'> {
  readonly caseId: string
  /** Names the declaration where several stand below each other. */
  readonly of?: string
}

/** Every field of a declaration, in the groups of the completion guide. */
export function DeclarationFields({ caseId, of, sections }: DeclarationFieldsProps) {
  const say = useSay()
  return sections.map(({ id, name, fields }) => (
    <SectionCard key={id} title={of === undefined ? say(name) : `${of}${say(colon)}${say(name)}`}>
      <dl style={{ margin: 0 }}>
        {fields.map((field) => (
          <FieldRow key={field.path} caseId={caseId} field={field} />
        ))}
      </dl>
    </SectionCard>
  ))
}
