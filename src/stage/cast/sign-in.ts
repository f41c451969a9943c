import type { JourneyClient } from '../../start/journey-client.ts'
import { stageOfficer } from './cast.ts'
import type { DeskClient } from './desk-client.ts'

/** One-time links that sign a browser in as the people of the stage; each is a secret. */
export interface StageSignIn {
  /** Into the console, as the broker: `<publicUrl>/console/welcome#<secret>`. */
  readonly consoleUrl: string
  /** At the desk, as the officer: `<deskUrl>/desk/#<secret>`. */
  readonly deskUrl: string
}

/** Makes links for the broker and the officer, as any owner and any head of the office can. */
export async function signInLinks(
  owner: JourneyClient,
  desk: DeskClient,
  brokerId: string,
): Promise<StageSignIn> {
  const [broker, officer] = await Promise.all([
    owner.post<{ url: string }>(`/v1/people/${brokerId}/sign-in-links`, {}),
    desk.post<{ url: string }>('/officers/sign-in-links', { name: stageOfficer, role: 'officer' }),
  ])
  return { consoleUrl: broker.url, deskUrl: officer.url }
}
