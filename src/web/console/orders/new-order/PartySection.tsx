import { Checkbox, Fieldset, SimpleGrid, Stack } from '@mantine/core'

import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { Party } from '../../../../customs/order/party.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { FurtherFields } from './FurtherFields.tsx'
import { draftFrom } from './order-draft.ts'
import {
  addressFields,
  furtherPartyFields,
  partyFields,
  usualPartyFields,
  type Field,
} from './order-fields.ts'
import { useOrderForm } from './order-form.ts'
import { OrderField } from './OrderField.tsx'
import { SuggestField } from './SuggestField.tsx'

const words = {
  name: { en: 'Name', zh: '姓名或名称' },
  further: { en: 'E-mail, telephone, registrations', zh: '邮箱、电话、登记号' },
  nameHint: {
    en: 'type a few letters to take over an earlier one',
    zh: '输入几个字可选用以前的资料',
  },
}

interface PartySectionProps {
  readonly title: BilingualText
  readonly pointer: string
  readonly source: 'sellers' | 'buyers'
  /** Fields that come first, such as the capacity of an agent. */
  readonly before?: readonly Field[]
  /** An address that may be another than the party's own. */
  readonly elsewhere?: {
    readonly choice: 'deliverTo' | 'shipFrom'
    readonly label: BilingualText
  }
}

/** Who somebody is and where, taken over from an earlier order or typed. */
export function PartySection({
  title,
  pointer,
  source,
  before = [],
  elsewhere,
}: PartySectionProps) {
  const say = useSay()
  return (
    <Fieldset legend={say(title)}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {before.map((field) => (
            <OrderField key={field.pointer} field={field} />
          ))}
          <SuggestField<Party>
            pointer={`${pointer}/name`}
            label={words.name}
            hint={words.nameHint}
            isRequired
            source={source}
            show={({ name, address }) =>
              [name, address.city, address.postcode, address.lines[0]]
                .filter((part) => part !== undefined)
                .join(', ')
            }
            take={(party) => partyTexts(party, pointer)}
          />
          {usualPartyFields(pointer).map((field) => (
            <OrderField key={field.pointer} field={field} />
          ))}
        </SimpleGrid>
        <FurtherFields summary={words.further} fields={furtherPartyFields(pointer)} />
        {elsewhere && <Elsewhere {...elsewhere} />}
      </Stack>
    </Fieldset>
  )
}

/** All texts of a party, those that it does not have emptied. */
function partyTexts(party: Party, pointer: string): Readonly<Record<string, string>> {
  const empty = Object.fromEntries(partyFields(pointer).map((field) => [field.pointer, '']))
  const stated = Object.entries(draftFrom(party as object).texts).map(
    ([inner, text]) => [pointer + inner, text] as const,
  )
  return { ...empty, ...Object.fromEntries(stated) }
}

function Elsewhere({ choice, label }: NonNullable<PartySectionProps['elsewhere']>) {
  const say = useSay()
  const { draft, change } = useOrderForm()
  const isElsewhere = draft[choice] === 'elsewhere'
  return (
    <>
      <Checkbox
        label={say(label)}
        checked={isElsewhere}
        onChange={(event) => {
          const { checked } = event.currentTarget
          change((before) =>
            choice === 'deliverTo'
              ? { ...before, deliverTo: checked ? 'elsewhere' : 'buyer' }
              : { ...before, shipFrom: checked ? 'elsewhere' : 'sender' },
          )
        }}
      />
      {isElsewhere && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          {addressFields(`/${choice}`).map((field) => (
            <OrderField key={field.pointer} field={field} />
          ))}
        </SimpleGrid>
      )}
    </>
  )
}
