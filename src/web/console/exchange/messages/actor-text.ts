import type { BilingualText } from '../../../../customs/bilingual-text.ts'
import type { ActorView } from '../../../../api/views/actor-view.ts'

/** Who has decided something: a person or a key by its name, or whoever runs the installation. */
export function actorText({ kind, name }: ActorView): BilingualText {
  if (name !== undefined) return { en: name, zh: name }
  return kind === 'operator'
    ? { en: 'whoever runs the installation', zh: '系统管理员' }
    : { en: kind, zh: kind }
}
