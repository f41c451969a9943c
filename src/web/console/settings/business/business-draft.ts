import type { TenantView } from '../../../../api/tenant.ts'
import type { BilingualText } from '../../../../customs/bilingual-text.ts'

/** The standing facts of a business before customs. */
export type Profile = TenantView['profile']

/** What of a business can be edited. */
export type BusinessDraft = Pick<TenantView, 'name' | 'declareWhenReady' | 'profile'>

/** The facts that a form begins with. */
export function draftOf({ name, declareWhenReady, profile }: TenantView): BusinessDraft {
  return { name, declareWhenReady, profile }
}

/**
 * What a draft changes of the state that it began with: only what differs, so that a save touches
 * nothing else. Empty where nothing differs.
 */
export function changeBetween(before: BusinessDraft, draft: BusinessDraft): Partial<BusinessDraft> {
  return {
    ...(draft.name !== before.name && { name: draft.name }),
    ...(draft.declareWhenReady !== before.declareWhenReady && {
      declareWhenReady: draft.declareWhenReady,
    }),
    ...(!isSame(withoutBlanks(draft.profile), before.profile) && {
      profile: withoutBlanks(draft.profile),
    }),
  }
}

/**
 * One's own changes on top of what somebody else has saved in the meantime: what one has not touched
 * is theirs, what both have touched is one's own.
 */
export function carriedOver(
  before: BusinessDraft,
  mine: BusinessDraft,
  theirs: BusinessDraft,
): BusinessDraft {
  const { profile, ...others } = touchedParts(before, mine)
  return { ...theirs, ...others, profile: { ...theirs.profile, ...profile } }
}

function touchedParts(before: BusinessDraft, mine: BusinessDraft) {
  const names = Object.keys({ ...before.profile, ...mine.profile }) as (keyof Profile)[]
  const touched = names
    .filter((name) => !isSame(before.profile[name], withoutBlanks(mine.profile[name])))
    .map((name) => [name, mine.profile[name]] as const)
  return {
    ...(mine.name !== before.name && { name: mine.name }),
    ...(mine.declareWhenReady !== before.declareWhenReady && {
      declareWhenReady: mine.declareWhenReady,
    }),
    // A part that was taken away is undefined here, and is left out when it is sent.
    profile: Object.fromEntries(touched) as Partial<Profile>,
  }
}

/** The parts of a business in the words of the form, for saying which of them somebody has changed. */
const parts: readonly {
  readonly title: BilingualText
  readonly of: (draft: BusinessDraft) => unknown
}[] = [
  { title: { en: 'Name', zh: '名称' }, of: ({ name }) => name },
  {
    title: { en: 'When cases are declared', zh: '申报时机' },
    of: ({ declareWhenReady }) => declareWhenReady,
  },
  { title: { en: 'Channel', zh: '报送通道' }, of: ({ profile }) => profile.channel },
  { title: { en: 'Contact', zh: '联系方式' }, of: ({ profile }) => profile.contactEmail },
  { title: { en: 'Declarant', zh: '申报人' }, of: ({ profile }) => profile.declarant },
  {
    title: { en: 'Deferment account', zh: '延期付款账户' },
    of: ({ profile }) => profile.deferment,
  },
  {
    title: { en: 'Postponed import VAT', zh: '进口增值税递延' },
    of: ({ profile }) => profile.postponedVat,
  },
  {
    title: { en: 'Simplified declarations', zh: '简化申报' },
    of: ({ profile }) => profile.simplifiedDeclarations,
  },
  {
    title: { en: 'Powers to act', zh: '代理授权' },
    of: ({ profile }) => profile.standingAuthorities,
  },
  {
    title: { en: 'Exporter registrations', zh: '出口商注册' },
    of: ({ profile }) => profile.exporterRegistrations,
  },
]

/** In which parts two states differ. */
export function changedParts(one: BusinessDraft, other: BusinessDraft): readonly BilingualText[] {
  return parts.filter(({ of }) => !isSame(of(one), of(other))).map(({ title }) => title)
}

/** A field of a form that was left empty states nothing, so it is left out. */
function withoutBlanks<T>(value: T): T {
  if (Array.isArray(value)) {
    return value.filter((item: unknown) => item !== '').map(withoutBlanks) as T
  }
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value)
    .filter(([, part]) => part !== '' && part !== undefined)
    .map(([name, part]: [string, unknown]) => [name, withoutBlanks(part)])
  return Object.fromEntries(entries) as T
}

/** Equal facts, in whatever order their names come. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => left.localeCompare(right))
      .map(([name, part]: [string, unknown]) => [name, sorted(part)]),
  )
}
