import type { TestInstallation, TestTrader } from './test-installation.ts'

interface SentMessages {
  readonly sent: readonly { readonly kind: string; readonly body: string }[]
}

/** The exact bytes of the declaration that a case has sent. */
export async function sentDeclaration(
  { apiUrl }: TestInstallation,
  trader: TestTrader,
  caseId: string,
): Promise<string> {
  const messages = await trader.client.get<SentMessages>(`/v1/cases/${caseId}/messages`)
  const declaration = messages.sent.find(({ kind }) => kind === 'declaration')!
  const answer = await fetch(`${apiUrl}${declaration.body}`, {
    headers: { authorization: `Bearer ${trader.apiKey}` },
  })
  return answer.text()
}
