import { button } from '../dom/element';
import { icon } from '../dom/icon';
import type { Texts } from '../i18n/texts';

/**
 * The button for the small picture above other windows; none where the browser has no such picture,
 * nor for a watermarked event, whose mark would be lost.
 */
export function pictureInPicture(
  video: HTMLVideoElement,
  texts: Texts,
  isMarked: boolean,
): HTMLElement[] {
  if (isMarked) video.disablePictureInPicture = true;
  if (isMarked || !document.pictureInPictureEnabled) return [];
  const label = texts.text('control.pictureInPicture');
  const toggle = button(
    { id: 'pip', class: 'quiet', 'aria-label': label, 'aria-pressed': 'false' },
    () => {
      const change = document.pictureInPictureElement
        ? document.exitPictureInPicture()
        : video.requestPictureInPicture();
      change.catch(() => {
        // Without a picture yet there is none to take out.
      });
    },
    icon('pip'),
  );
  const tell = (isSmall: boolean) => toggle.setAttribute('aria-pressed', String(isSmall));
  video.addEventListener('enterpictureinpicture', () => tell(true));
  video.addEventListener('leavepictureinpicture', () => tell(false));
  return [toggle];
}
