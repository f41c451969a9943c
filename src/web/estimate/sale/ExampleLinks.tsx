import { Button } from '@mantine/core'

import { useSay } from '../../kit/words/LanguageProvider.tsx'
import layout from '../layout.module.css'
import { PlaceLink } from '../places.tsx'
import { examples } from './examples.ts'
import { saleSearch, type SaleDraft } from './sale-draft.ts'

const words = { examples: { en: 'Examples', zh: '示例' } }

interface ExampleLinksProps {
  readonly place: string
  /** The sale that is shown now. */
  readonly shown: SaleDraft
}

/** Sales to look at for who has none of their own. */
export function ExampleLinks({ place, shown }: ExampleLinksProps) {
  const say = useSay()
  const now = JSON.stringify(saleSearch(shown))
  return (
    <ul className={layout.examples} aria-label={say(words.examples)}>
      {examples.map(({ id, name, draft }) => (
        <li key={id}>
          <Button
            component={PlaceLink}
            place={{ to: place, search: saleSearch(draft) }}
            size="compact-sm"
            radius="xl"
            variant={JSON.stringify(saleSearch(draft)) === now ? 'light' : 'default'}
          >
            {say(name)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
