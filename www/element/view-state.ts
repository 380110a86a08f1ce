// The controller's state -> the status that the view draws.
import type { Comparison, ViewStatus } from '../view/state.js';
import type { State } from './controller.js';

export function statusOf({ phase }: State<Comparison>): ViewStatus {
  switch (phase.name) {
    case 'empty':
    case 'editing':
      return { kind: 'idle' };
    case 'asking':
      return { kind: 'long' };
    case 'comparing':
      return phase.progress ? { kind: 'busy', progress: phase.progress } : { kind: 'busy' };
    case 'failed':
      return { kind: 'error', error: phase.error };
    case 'done':
    case 'cancelled':
      return { kind: phase.name };
  }
}
