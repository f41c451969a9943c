import type { ShownMoney } from '../format/formats.ts'
import { useFormats } from '../words/LanguageProvider.tsx'

/** An amount in the reader's form, its figures under those of other rows. */
export function MoneyText({ value }: { readonly value: ShownMoney }) {
  const { money } = useFormats()
  return (
    <span className="figures" style={{ whiteSpace: 'nowrap' }}>
      {money(value)}
    </span>
  )
}
