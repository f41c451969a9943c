import type { LifeCycle } from './life-cycle.ts'

/** Where a case stands on its main line, from the order to the delivered parcel. */
export type MainState =
  | 'draft'
  | 'preparing'
  | 'ready'
  | 'stopped'
  | 'lodged'
  | 'registered'
  | 'accepted'
  | 'released'
  | 'cleared'
  | 'delivered'
  | 'expired'
  | 'invalidated'
  | 'refused'
  | 'seized'
  | 'returned'
  | 'destroyed'
  | 'abandoned'
  | 'restored'
  | 'forfeited'

/** The events that move a case along its main line. All others change only what is known of it. */
export type MainEvent =
  | 'case-opened'
  | 'preparation-started'
  | 'checks-passed'
  | 'goods-data-changed'
  | 'case-stopped'
  | 'case-reopened'
  | 'declaration-sent'
  | 'declaration-rejected'
  | 'declaration-registered'
  | 'declaration-accepted'
  | 'declaration-expired'
  | 'declaration-invalidated'
  | 'entry-refused'
  | 'goods-seized'
  | 'goods-released'
  | 'file-closed'
  | 'goods-delivered'
  | 'goods-returned'
  | 'goods-destroyed'
  | 'goods-abandoned'
  | 'goods-restored'
  | 'goods-forfeited'

const stoppedBefore = 'a reason; a person with the right may reopen'

/**
 * From the order to the delivered parcel, or to one of the other ends. `lodged` is sent but not
 * known to be received, `registered` received before the arrival of the goods, `accepted` legally
 * in force.
 */
export const mainLifeCycle: LifeCycle<MainState, MainEvent> = {
  name: 'main',
  transitions: [
    { from: null, event: 'case-opened', to: 'draft' },
    { from: 'draft', event: 'preparation-started', to: 'preparing' },
    {
      from: 'ready',
      event: 'preparation-started',
      to: 'preparing',
      needs: 'a person who wants the figures of another day',
    },
    {
      from: 'preparing',
      event: 'checks-passed',
      to: 'ready',
      needs: 'no blocking finding; required documents present; lawful parties',
    },
    { from: 'preparing', event: 'goods-data-changed', to: 'preparing' },
    { from: 'ready', event: 'goods-data-changed', to: 'preparing' },
    { from: 'draft', event: 'case-stopped', to: 'stopped', needs: stoppedBefore },
    { from: 'preparing', event: 'case-stopped', to: 'stopped', needs: stoppedBefore },
    { from: 'ready', event: 'case-stopped', to: 'stopped', needs: stoppedBefore },
    { from: 'stopped', event: 'case-reopened', to: 'preparing', needs: 'a person with the right' },
    {
      from: 'ready',
      event: 'declaration-sent',
      to: 'lodged',
      needs: 'authority to act; structure and rules clean; the exact bytes committed',
    },
    { from: 'lodged', event: 'declaration-rejected', to: 'preparing', needs: 'the LRN' },
    { from: 'lodged', event: 'declaration-registered', to: 'registered', needs: 'MRN' },
    {
      from: 'lodged',
      event: 'declaration-accepted',
      to: 'accepted',
      needs: 'MRN; the tax point may be told later',
    },
    {
      from: 'registered',
      event: 'declaration-accepted',
      to: 'accepted',
      needs: 'MRN; the tax point may be told later',
    },
    { from: 'registered', event: 'declaration-expired', to: 'expired' },
    { from: 'registered', event: 'declaration-rejected', to: 'preparing', needs: 'the LRN' },
    { from: 'registered', event: 'declaration-invalidated', to: 'invalidated' },
    {
      from: 'accepted',
      event: 'declaration-invalidated',
      to: 'invalidated',
      needs: 'not released',
    },
    { from: 'registered', event: 'entry-refused', to: 'refused', needs: 'a reason' },
    { from: 'accepted', event: 'entry-refused', to: 'refused', needs: 'a reason' },
    { from: 'accepted', event: 'goods-seized', to: 'seized', needs: 'a reason' },
    { from: 'refused', event: 'goods-seized', to: 'seized', needs: 'a reason' },
    {
      from: 'accepted',
      event: 'goods-released',
      to: 'released',
      needs: 'the authority says so; what it has charged may be told later',
    },
    { from: 'released', event: 'file-closed', to: 'cleared' },
    { from: 'released', event: 'goods-delivered', to: 'delivered' },
    { from: 'cleared', event: 'goods-delivered', to: 'delivered' },
    { from: 'delivered', event: 'file-closed', to: 'delivered' },
    { from: 'released', event: 'goods-returned', to: 'returned', needs: 'delivery failed' },
    { from: 'cleared', event: 'goods-returned', to: 'returned', needs: 'delivery failed' },
    { from: 'refused', event: 'goods-returned', to: 'returned' },
    { from: 'refused', event: 'goods-destroyed', to: 'destroyed' },
    { from: 'refused', event: 'goods-abandoned', to: 'abandoned' },
    {
      from: 'seized',
      event: 'goods-restored',
      to: 'restored',
      needs: 'the authority gives them back',
    },
    { from: 'seized', event: 'goods-forfeited', to: 'forfeited' },
  ],
}
