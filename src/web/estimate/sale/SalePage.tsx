import { Button } from '@mantine/core'
import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

import type { BilingualText } from '../../../customs/bilingual-text.ts'
import { PageHead } from '../../kit/components/PageHead.tsx'
import { useSay } from '../../kit/words/LanguageProvider.tsx'
import layout from '../layout.module.css'
import { PlaceLink } from '../places.tsx'
import { ExampleLinks } from './ExampleLinks.tsx'
import { fieldNotesOf } from './field-notes.ts'
import { saleSearch } from './sale-draft.ts'
import { SaleForm, type SaleFormProps } from './SaleForm.tsx'
import type { SaleAddress } from './use-sale-address.ts'

interface SalePageProps {
  readonly words: Readonly<Record<'title' | 'lead' | 'other', BilingualText>>
  readonly place: string
  /** Another page that shows the same sale. */
  readonly other: { readonly place: string; readonly icon: LucideIcon }
  readonly address: SaleAddress
  /** Why the sale is refused; what it says of a field is shown beside the field. */
  readonly error: Error | null
  readonly day: SaleFormProps['day']
  /** What comes of the sale. */
  readonly children: ReactNode
}

/** A page about a sale: what is typed at one side, what comes of it at the other. */
export function SalePage({ words, place, other, address, error, day, children }: SalePageProps) {
  const say = useSay()
  const { draft, setDraft, stated } = address
  return (
    <>
      <PageHead
        title={say(words.title)}
        lead={say(words.lead)}
        actions={
          <Button
            component={PlaceLink}
            place={{ to: other.place, search: saleSearch(stated) }}
            variant="default"
            leftSection={<other.icon size={16} aria-hidden />}
          >
            {say(words.other)}
          </Button>
        }
      />
      <ExampleLinks place={place} shown={stated} />
      <div className={layout.beside}>
        <SaleForm draft={draft} notes={fieldNotesOf(error)} onChange={setDraft} day={day} />
        {children}
      </div>
    </>
  )
}
