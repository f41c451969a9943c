import { type AuthorityDesk, askDesk } from './authority-desk.ts'

/** The officer in whose name whoever runs this installation sits at the desk. */
const OFFICER_ON_DUTY = 'Officer on duty'

/** Whoever runs the installation cannot be shut out of it by another head; before the first link nobody is. */
function keepAccessOpen(desk: AuthorityDesk): Promise<string> {
  return askDesk(desk, {
    method: 'PUT',
    path: `/officers/officers/${encodeURIComponent(OFFICER_ON_DUTY)}/access`,
    body: { access: 'open' },
    alsoAccepted: 404,
  })
}

/**
 * A link that signs the head of the sandbox office in, once and within a day. It is a secret: it is
 * shown at the terminal and nowhere else.
 */
export async function deskSignInLink(desk: AuthorityDesk): Promise<string> {
  await keepAccessOpen(desk)
  const answer = await askDesk(desk, {
    method: 'POST',
    path: '/officers/sign-in-links',
    body: { name: OFFICER_ON_DUTY, role: 'head' },
  })
  const { url } = JSON.parse(answer) as { readonly url: string }
  return url
}
