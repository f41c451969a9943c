export {
  startChildService,
  type ChildService,
  type ChildServiceOptions,
  type ServiceEnd,
} from './child-service.ts'
export { freePort, isPortFree } from './port.ts'
export {
  runService,
  type ServiceFacts,
  type ServiceContext,
  type ServiceOptions,
} from './service.ts'
export {
  createShutdown,
  shutDownOnSignals,
  type Shutdown,
  type ShutdownOptions,
} from './shutdown.ts'
export { startServices, type Replacement, type Supervisor } from './supervisor.ts'
