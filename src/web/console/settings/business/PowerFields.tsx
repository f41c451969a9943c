import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core'

import type { LocalDate } from '../../../../customs/calendar/local-date.ts'
import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'
import type { Profile } from './business-draft.ts'
import { FactRows } from './FactRows.tsx'

const words = {
  powers: { en: 'Powers to act', zh: '代理授权' },
  powersLead: {
    en: 'Who has given the declarant the power to act for them in any case within its dates.',
    zh: '谁授权申报人在有效期内代理其所有案件。',
  },
  noPower: {
    en: 'None: the declarant acts for itself, or each case brings its own.',
    zh: '无：申报人自行申报，或由各案件单独授权。',
  },
  addPower: { en: 'Add a power', zh: '添加授权' },
  principal: { en: 'Who gave it', zh: '授权人' },
  principalEori: { en: 'Their EORI number', zh: '授权人 EORI 号码' },
  representation: { en: 'Representation', zh: '代理方式' },
  direct: { en: 'direct: in their name', zh: '直接代理：以授权人名义' },
  indirect: { en: 'indirect: in the declarant’s own name', zh: '间接代理：以申报人名义' },
  from: { en: 'First day', zh: '生效日' },
  until: { en: 'Ends on (not included)', zh: '终止日（不含当日）' },
  reference: { en: 'Where it is kept', zh: '存放处' },
  registrations: { en: 'Exporter registrations', zh: '出口商注册' },
  registrationsLead: {
    en: 'Registrations under which an exporter may make out statements on origin.',
    zh: '出口商据以出具原产地声明的注册。',
  },
  noRegistration: { en: 'None.', zh: '无。' },
  addRegistration: { en: 'Add a registration', zh: '添加注册' },
  exporter: { en: 'Exporter', zh: '出口商' },
  number: { en: 'Registration number', zh: '注册号' },
  agreement: { en: 'Agreement', zh: '协定' },
}

type Power = Profile['standingAuthorities'][number]
type Registration = NonNullable<Profile['exporterRegistrations']>[number]

const noPower: Power = {
  principalName: '',
  representation: 'direct',
  validFrom: '' as LocalDate,
  reference: '',
}
const noRegistration: Registration = {
  exporterName: '',
  number: '',
  agreement: '',
  validFrom: '' as LocalDate,
}

interface ProfileFieldsProps {
  readonly profile: Profile
  readonly onChange: (profile: Profile) => void
}

/** The powers under which the declarant acts for others. */
export function PowerFields({ profile, onChange }: ProfileFieldsProps) {
  const say = useSay()
  return (
    <Section title={say(words.powers)} lead={say(words.powersLead)}>
      <FactRows
        facts={profile.standingAuthorities}
        blank={noPower}
        none={say(words.noPower)}
        add={say(words.addPower)}
        onChange={(standingAuthorities) => onChange({ ...profile, standingAuthorities })}
      >
        {(power, set) => <OnePower power={power} onChange={set} />}
      </FactRows>
    </Section>
  )
}

function OnePower({ power, onChange }: { power: Power; onChange: (power: Power) => void }) {
  const say = useSay()
  const set = (facts: Partial<Power>) => onChange({ ...power, ...facts })
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <TextInput
        label={say(words.principal)}
        value={power.principalName}
        maxLength={70}
        required
        onChange={({ currentTarget }) => set({ principalName: currentTarget.value })}
      />
      <TextInput
        label={say(words.principalEori)}
        value={power.principalEori ?? ''}
        pattern="[A-Z]{2}[0-9A-Z]{1,15}"
        onChange={({ currentTarget }) => set({ principalEori: currentTarget.value })}
      />
      <NativeSelect
        label={say(words.representation)}
        value={power.representation}
        data={(['direct', 'indirect'] as const).map((value) => ({
          value,
          label: say(words[value]),
        }))}
        onChange={({ currentTarget: { value } }) =>
          set({ representation: value === 'indirect' ? 'indirect' : 'direct' })
        }
      />
      <DateFields fact={power} onChange={set} />
      <TextInput
        label={say(words.reference)}
        value={power.reference}
        maxLength={70}
        required
        onChange={({ currentTarget }) => set({ reference: currentTarget.value })}
      />
    </SimpleGrid>
  )
}

/** The registrations of the exporters with whom the business works. */
export function RegistrationFields({ profile, onChange }: ProfileFieldsProps) {
  const say = useSay()
  const { exporterRegistrations, ...others } = profile
  return (
    <Section title={say(words.registrations)} lead={say(words.registrationsLead)}>
      <FactRows
        facts={exporterRegistrations ?? []}
        blank={noRegistration}
        none={say(words.noRegistration)}
        add={say(words.addRegistration)}
        onChange={(facts) =>
          onChange(facts.length === 0 ? others : { ...others, exporterRegistrations: facts })
        }
      >
        {(registration, set) => <OneRegistration registration={registration} onChange={set} />}
      </FactRows>
    </Section>
  )
}

interface OneRegistrationProps {
  readonly registration: Registration
  readonly onChange: (registration: Registration) => void
}

function OneRegistration({ registration, onChange }: OneRegistrationProps) {
  const say = useSay()
  const set = (facts: Partial<Registration>) => onChange({ ...registration, ...facts })
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <TextInput
        label={say(words.exporter)}
        value={registration.exporterName}
        maxLength={70}
        required
        onChange={({ currentTarget }) => set({ exporterName: currentTarget.value })}
      />
      <TextInput
        label={say(words.number)}
        value={registration.number}
        maxLength={35}
        required
        onChange={({ currentTarget }) => set({ number: currentTarget.value })}
      />
      <TextInput
        label={say(words.agreement)}
        value={registration.agreement}
        maxLength={35}
        placeholder="gb-eu-tca"
        required
        onChange={({ currentTarget }) => set({ agreement: currentTarget.value })}
      />
      <DateFields fact={registration} onChange={set} />
    </SimpleGrid>
  )
}

interface Dates {
  readonly validFrom?: LocalDate
  readonly validUntil?: LocalDate
}

/** The browser's own field for days gives `YYYY-MM-DD`, or nothing; the server reads it again. */
function DateFields({ fact, onChange }: { fact: Dates; onChange: (dates: Dates) => void }) {
  const say = useSay()
  return (
    <>
      <TextInput
        type="date"
        label={say(words.from)}
        value={fact.validFrom ?? ''}
        required
        onChange={({ currentTarget: { value } }) => onChange({ validFrom: value as LocalDate })}
      />
      <TextInput
        type="date"
        label={say(words.until)}
        value={fact.validUntil ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ validUntil: value as LocalDate })}
      />
    </>
  )
}
