// The controller's state, and what the host says of the view -> the state that the view draws.
import type { Comparison, ViewState, ViewStatus } from '../view/state.js';
import type { State } from './controller.js';

/** What the host says, and what it may keep for the reader. */
interface HostSettings extends Pick<ViewState, 'view' | 'hide' | 'shortcuts'> {
  nameBefore: string;
  nameAfter: string;
}

export function viewStateOf(
  state: State<Comparison>,
  { view, hide, shortcuts, nameBefore, nameAfter }: HostSettings,
  { reviewed, versions }: Pick<ViewState, 'reviewed' | 'versions'>,
): ViewState {
  const { texts, documents, compared, editable, editing, cleared, taken } = state;
  return {
    texts,
    names: { before: nameBefore, after: nameAfter },
    done: compared,
    view,
    hide,
    editable: editable && !documents.before && !documents.after,
    status: statusOf(state),
    editing,
    cleared: Boolean(cleared),
    taken: taken.length,
    reviewed,
    versions,
    shortcuts,
  };
}

function statusOf({ phase }: State<Comparison>): ViewStatus {
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
