/** How something that the user started is getting on. */
import type { CrosslineFault } from '../../shared/errors.ts';

export type ActionState =
  | { readonly status: 'idle' }
  | { readonly status: 'running' }
  /** Told where it was started, until it is started again. */
  | { readonly status: 'failed'; readonly fault: CrosslineFault };

export const IDLE: ActionState = { status: 'idle' };
export const RUNNING: ActionState = { status: 'running' };
