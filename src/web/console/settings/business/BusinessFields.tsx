import { Checkbox, SimpleGrid, Stack, TextInput } from '@mantine/core'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'
import type { BusinessDraft, Profile } from './business-draft.ts'
import { ChannelField } from './ChannelField.tsx'

const words = {
  business: { en: 'Name and way of working', zh: '名称与工作方式' },
  name: { en: 'Name', zh: '名称' },
  contact: { en: 'Contact e-mail', zh: '联系邮箱' },
  contactHelp: {
    en: 'Is told when a case needs somebody. Nobody is written to where it is empty.',
    zh: '案件需要处理时通知此邮箱。留空则不发送通知。',
  },
  declareWhenReady: { en: 'Declare each case as soon as it is ready', zh: '案件就绪后立即申报' },
  declareHelp: {
    en: 'Otherwise every case waits until a person declares it.',
    zh: '否则每个案件都会等待人工申报。',
  },
  declarant: { en: 'Declarant', zh: '申报人' },
  declarantLead: {
    en: 'Who lodges declarations: you, or the broker you work with.',
    zh: '向海关提交申报的人：您本企业，或合作的报关行。',
  },
  eori: { en: 'EORI number', zh: 'EORI 号码' },
  establishedIn: { en: 'Established in (country code)', zh: '设立地（国家代码）' },
  street: { en: 'Street and number', zh: '街道和门牌' },
  moreStreet: { en: 'Address, second line', zh: '地址第二行' },
  city: { en: 'Town', zh: '城市' },
  postcode: { en: 'Postcode', zh: '邮编' },
  country: { en: 'Country code', zh: '国家代码' },
}

/** Two capital letters of ISO 3166. */
const COUNTRY = '[A-Z]{2}'

interface BusinessFieldsProps {
  readonly draft: BusinessDraft
  readonly onChange: (draft: BusinessDraft) => void
}

/** The name of the business and how it works. */
export function BusinessFields({ draft, onChange }: BusinessFieldsProps) {
  const say = useSay()
  const { name, declareWhenReady, profile } = draft
  return (
    <Section title={say(words.business)}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={say(words.name)}
          value={name}
          maxLength={70}
          required
          onChange={({ currentTarget }) => onChange({ ...draft, name: currentTarget.value })}
        />
        <TextInput
          type="email"
          label={say(words.contact)}
          description={say(words.contactHelp)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={profile.contactEmail ?? ''}
          maxLength={254}
          onChange={({ currentTarget }) =>
            onChange({ ...draft, profile: { ...profile, contactEmail: currentTarget.value } })
          }
        />
      </SimpleGrid>
      <Checkbox
        label={say(words.declareWhenReady)}
        description={say(words.declareHelp)}
        checked={declareWhenReady}
        onChange={({ currentTarget }) =>
          onChange({ ...draft, declareWhenReady: currentTarget.checked })
        }
      />
      <ChannelField
        channel={profile.channel}
        onChange={(channel) => {
          const { channel: _before, ...others } = profile
          onChange({
            ...draft,
            profile: channel === undefined ? others : { ...others, channel },
          })
        }}
      />
    </Section>
  )
}

interface ProfileFieldsProps {
  readonly profile: Profile
  readonly onChange: (profile: Profile) => void
}

/** Who lodges declarations. */
export function DeclarantFields({ profile, onChange }: ProfileFieldsProps) {
  const say = useSay()
  const { declarant } = profile
  const set = (facts: Partial<Profile['declarant']>) =>
    onChange({ ...profile, declarant: { ...declarant, ...facts } })
  return (
    <Section title={say(words.declarant)} lead={say(words.declarantLead)}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={say(words.name)}
          value={declarant.name}
          maxLength={70}
          required
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <TextInput
          label={say(words.eori)}
          value={declarant.eori}
          pattern="[A-Z]{2}[0-9A-Z]{1,15}"
          required
          onChange={({ currentTarget }) => set({ eori: currentTarget.value })}
        />
        <TextInput
          label={say(words.establishedIn)}
          value={declarant.establishedIn}
          pattern={COUNTRY}
          required
          onChange={({ currentTarget }) => set({ establishedIn: currentTarget.value })}
        />
      </SimpleGrid>
      <AddressFields address={declarant.address} onChange={(address) => set({ address })} />
    </Section>
  )
}

type Address = Profile['declarant']['address']

interface AddressFieldsProps {
  readonly address: Address
  readonly onChange: (address: Address) => void
}

function AddressFields({ address, onChange }: AddressFieldsProps) {
  const say = useSay()
  const [first = '', second = '', ...more] = address.lines
  const set = (facts: Partial<Address>) => onChange({ ...address, ...facts })
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          label={say(words.street)}
          value={first}
          maxLength={70}
          required
          onChange={({ currentTarget }) => set({ lines: [currentTarget.value, second, ...more] })}
        />
        <TextInput
          label={say(words.moreStreet)}
          value={second}
          maxLength={70}
          onChange={({ currentTarget }) => set({ lines: [first, currentTarget.value, ...more] })}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={say(words.city)}
          value={address.city}
          maxLength={35}
          required
          onChange={({ currentTarget }) => set({ city: currentTarget.value })}
        />
        <TextInput
          label={say(words.postcode)}
          value={address.postcode ?? ''}
          maxLength={9}
          onChange={({ currentTarget }) => set({ postcode: currentTarget.value })}
        />
        <TextInput
          label={say(words.country)}
          value={address.country}
          pattern={COUNTRY}
          required
          onChange={({ currentTarget }) => set({ country: currentTarget.value })}
        />
      </SimpleGrid>
    </Stack>
  )
}
