/** What a key does on the player. */
export type KeyAction =
  | { do: 'togglePlay' | 'toggleFullscreen' | 'toggleMute' }
  | { do: 'seek'; seconds: number }
  | { do: 'volume'; change: number };

/** The part of a key press that decides. */
export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  /** The key is held down, and this is not its first press. */
  repeat?: boolean;
  /** Tag of the element that has the focus, inside any shadow tree, in lower case. */
  focus: string;
  /** Whether that element takes text. */
  editable: boolean;
  /** The slider that has the focus, if it is one; a slider takes no text. */
  slider?: 'progress' | 'volume' | undefined;
}

const SEEK_STEP = 10;
const VOLUME_STEP = 0.1;

/**
 * The action of a key (Spec, portal §3), or undefined when the key is not the player's. A key that
 * is held goes on seeking or getting louder, but switches nothing to and fro.
 */
export function keyAction(press: KeyPress): KeyAction | undefined {
  const action = actionOf(press);
  const isSwitch = action !== undefined && action.do.startsWith('toggle');
  return isSwitch && press.repeat ? undefined : action;
}

function actionOf(press: KeyPress): KeyAction | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  if (isTyping(press)) return undefined;
  if (press.slider === 'volume' && press.key === 'ArrowLeft') return volume(-VOLUME_STEP);
  if (press.slider === 'volume' && press.key === 'ArrowRight') return volume(VOLUME_STEP);
  switch (press.key) {
    case ' ':
      return isPressable(press.focus) ? undefined : { do: 'togglePlay' };
    case 'f':
    case 'F':
      return { do: 'toggleFullscreen' };
    case 'm':
    case 'M':
      return { do: 'toggleMute' };
    case 'ArrowLeft':
      return { do: 'seek', seconds: -SEEK_STEP };
    case 'ArrowRight':
      return { do: 'seek', seconds: SEEK_STEP };
    case 'ArrowUp':
      return volume(VOLUME_STEP);
    case 'ArrowDown':
      return volume(-VOLUME_STEP);
    default:
      return undefined;
  }
}

function volume(change: number): KeyAction {
  return { do: 'volume', change };
}

function isTyping(press: KeyPress): boolean {
  if (press.slider) return false;
  return press.editable || ['input', 'select', 'textarea'].includes(press.focus);
}

/** A focused button is pressed by Space itself. */
function isPressable(focus: string): boolean {
  return focus === 'button' || focus === 'a' || focus.endsWith('-button');
}
