export {
  issueApiKey,
  listApiKeys,
  revokeApiKey,
  type ApiKey,
  type IssuedApiKey,
  type NewApiKey,
} from './api-keys.ts'
export { recordAccessChange, type AccessContext } from './audit.ts'
export { authentication, type Authenticate, type ShownCredentials } from './authenticate.ts'
export { createTenant, type CreatedTenant, type NewTenant } from './create-tenant.ts'
export { addPasskey, passkeyCreationOptions } from './passkeys/add-passkey.ts'
export { listPasskeys, removePasskey, type Passkey } from './passkeys/passkey.ts'
export { relyingPartyAt } from './passkeys/relying-party.ts'
export { passkeyRequestOptions, signInByPasskey } from './passkeys/sign-in-by-passkey.ts'
export { changePerson, type PersonChange } from './people/change-person.ts'
export { erasePerson } from './people/erase-person.ts'
export { hasSignedInOwner, issueOwnerLink } from './people/first-owner.ts'
export { invitePerson, type NewPerson } from './people/invite-person.ts'
export { listPeople, personStates, readPerson, type Person } from './people/person.ts'
export { mayDo, permissions, type Permission } from './permissions.ts'
export { isPerson, type KeyPrincipal, type PersonPrincipal, type Principal } from './principal.ts'
export { roles, type Role } from './role.ts'
export { noteSessionSeen } from './sessions/authenticate-session.ts'
export { deviceOf } from './sessions/device.ts'
export { removePastSignIns } from './sessions/remove-past-sign-ins.ts'
export {
  endOtherSessions,
  endSession,
  listSessions,
  type OpenedSession,
  type Session,
} from './sessions/session.ts'
export { signInByLink } from './sessions/sign-in-by-link.ts'
export { issueSignInLink, signInLinkUrl, type IssuedSignInLink } from './sessions/sign-in-link.ts'
export { changeTenant, readTenant, type Tenant, type TenantChange } from './tenant.ts'
