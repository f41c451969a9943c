import { Checkbox, SimpleGrid, TextInput } from '@mantine/core'

import { useSay } from '../../../kit/words/LanguageProvider.tsx'
import { Section } from '../Section.tsx'
import type { Profile } from './business-draft.ts'

const words = {
  title: { en: 'How duty and VAT are paid', zh: '关税和增值税的缴纳方式' },
  lead: {
    en: 'Without an account the charges of each case are paid by themselves.',
    zh: '没有账户时，每个案件的税费单独缴纳。',
  },
  deferment: { en: 'From a deferment account', zh: '使用延期付款账户' },
  account: { en: 'Account number (7 digits)', zh: '账号（7 位数字）' },
  holder: { en: 'EORI number of the holder', zh: '持有人 EORI 号码' },
  guarantee: { en: 'Guarantee reference', zh: '担保编号' },
  waived: { en: 'A guarantee waiver was granted', zh: '已获准免除担保' },
  postponed: {
    en: 'Import VAT is accounted for on the VAT return (postponed)',
    zh: '进口增值税在增值税申报表中核算（递延）',
  },
  vatNumber: { en: 'VAT number', zh: '增值税号' },
}

const EORI = '[A-Z]{2}[0-9A-Z]{1,15}'
const noAccount = { accountNumber: '', holderEori: '', guaranteeWaived: false }
const noVatAccount = { holderEori: '', vatNumber: '' }

interface PaymentFieldsProps {
  readonly profile: Profile
  readonly onChange: (profile: Profile) => void
}

/** From where what is owed to customs is paid. */
export function PaymentFields({ profile, onChange }: PaymentFieldsProps) {
  const say = useSay()
  const { deferment, ...withoutDeferment } = profile
  const { postponedVat, ...withoutPostponed } = profile
  return (
    <Section title={say(words.title)} lead={say(words.lead)}>
      <Checkbox
        label={say(words.deferment)}
        checked={deferment !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          onChange(checked ? { ...profile, deferment: noAccount } : withoutDeferment)
        }
      />
      {deferment !== undefined && (
        <DefermentFields
          deferment={deferment}
          onChange={(changed) => onChange({ ...profile, deferment: changed })}
        />
      )}
      <Checkbox
        label={say(words.postponed)}
        checked={postponedVat !== undefined}
        onChange={({ currentTarget: { checked } }) =>
          onChange(checked ? { ...profile, postponedVat: noVatAccount } : withoutPostponed)
        }
      />
      {postponedVat !== undefined && (
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput
            label={say(words.holder)}
            value={postponedVat.holderEori}
            pattern={EORI}
            required
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...profile, postponedVat: { ...postponedVat, holderEori: value } })
            }
          />
          <TextInput
            label={say(words.vatNumber)}
            value={postponedVat.vatNumber}
            pattern="GB\d{9}(\d{3})?"
            required
            onChange={({ currentTarget: { value } }) =>
              onChange({ ...profile, postponedVat: { ...postponedVat, vatNumber: value } })
            }
          />
        </SimpleGrid>
      )}
    </Section>
  )
}

type Deferment = NonNullable<Profile['deferment']>

interface DefermentFieldsProps {
  readonly deferment: Deferment
  readonly onChange: (deferment: Deferment) => void
}

function DefermentFields({ deferment, onChange }: DefermentFieldsProps) {
  const say = useSay()
  const set = (facts: Partial<Deferment>) => onChange({ ...deferment, ...facts })
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput
          label={say(words.account)}
          value={deferment.accountNumber}
          pattern="\d{7}"
          inputMode="numeric"
          required
          onChange={({ currentTarget }) => set({ accountNumber: currentTarget.value })}
        />
        <TextInput
          label={say(words.holder)}
          value={deferment.holderEori}
          pattern={EORI}
          required
          onChange={({ currentTarget }) => set({ holderEori: currentTarget.value })}
        />
        <TextInput
          label={say(words.guarantee)}
          value={deferment.guaranteeReference ?? ''}
          maxLength={35}
          onChange={({ currentTarget }) => set({ guaranteeReference: currentTarget.value })}
        />
      </SimpleGrid>
      <Checkbox
        label={say(words.waived)}
        checked={deferment.guaranteeWaived}
        onChange={({ currentTarget }) => set({ guaranteeWaived: currentTarget.checked })}
      />
    </>
  )
}
