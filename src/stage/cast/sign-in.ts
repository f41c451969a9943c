import type { JourneyClient } from '../../start/journey-client.ts'
import { stageOfficer } from './cast.ts'
import type { DeskClient } from './desk-client.ts'

/** The ways in that the stage can open. */
export interface StageDoors {
  /** Whose console it is. Whoever is signed in there already needs no link. */
  readonly tenantId: string
  /** Into the console, as the broker: `<publicUrl>/console/welcome#<secret>`. */
  readonly consoleLink: () => Promise<string>
  /** At the desk, as the officer: `<deskUrl>/desk/#<secret>`. */
  readonly deskLink: () => Promise<string>
}

/** What it takes to open them. */
export interface DoorKeys {
  readonly tenantId: string
  readonly owner: JourneyClient
  readonly desk: DeskClient
  readonly brokerId: string
}

/** Makes one-time links, as any owner and any head of the office can; each is a secret. */
export function stageDoors({ tenantId, owner, desk, brokerId }: DoorKeys): StageDoors {
  const officer = { name: stageOfficer, role: 'officer' }
  return {
    tenantId,
    consoleLink: async () =>
      (await owner.post<{ url: string }>(`/v1/people/${brokerId}/sign-in-links`, {})).url,
    deskLink: async () =>
      (await desk.post<{ url: string }>('/officers/sign-in-links', officer)).url,
  }
}
