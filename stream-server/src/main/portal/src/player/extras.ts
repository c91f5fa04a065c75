import type { Grant } from '../api/answers';
import type { Shell } from '../shell/shell';
import { airPlay } from './airPlay';
import { Captions } from './captions';
import type { Menu } from './menu';
import { pictureInPicture } from './pictureInPicture';
import { qualityMenu } from './qualityMenu';
import type { Stream } from './stream';

/** What the menus and buttons beside the usual controls act on. */
export interface ExtraNeeds {
  shell: Shell;
  grant: Pick<Grant, 'watermark' | 'captions'>;
  captionsFailed: () => void;
  readCaptions: (path: string) => Promise<string | undefined>;
  stream: () => Stream;
  /** Switches to a stream that a television can fetch by itself. */
  portable: () => void;
  /** The picture is back from the television. */
  returned: () => void;
  /** A menu is open: the controls must stay. */
  hold: (open: boolean) => void;
}

/** Menus and buttons that not every event or browser has. */
export interface Extras {
  elements: HTMLElement[];
  captions: Captions;
  quality: Menu;
}

/** Makes what this event and this browser offer. */
export function makeExtras(video: HTMLVideoElement, needs: ExtraNeeds): Extras {
  const { shell, grant, readCaptions, captionsFailed, stream, hold } = needs;
  const { texts } = shell;
  const captionNeeds = { captions: grant.captions, read: readCaptions, failed: captionsFailed };
  const captions = new Captions(video, texts, captionNeeds, hold);
  const quality = qualityMenu(texts, stream, hold);
  const elements = [
    captions.menu.root,
    quality.root,
    ...airPlay(video, texts, needs),
    ...pictureInPicture(video, texts, grant.watermark !== undefined),
  ];
  return { elements, captions, quality };
}
