import 'media-chrome/dist/media-controller.js';
import 'media-chrome/dist/media-control-bar.js';
import 'media-chrome/dist/media-play-button.js';
import 'media-chrome/dist/media-mute-button.js';
import 'media-chrome/dist/media-volume-range.js';
import 'media-chrome/dist/media-time-display.js';
import 'media-chrome/dist/media-fullscreen-button.js';
import { button, element } from '../dom/element';
import { icon } from '../dom/icon';
import type { Texts } from '../i18n/texts';
import { nameControls } from './controlTexts';
import { progressBar } from './progressBar';

/** The elements of the player that others need to reach. */
export interface Controls {
  root: HTMLElement;
  video: HTMLVideoElement;
  badge: HTMLElement;
  accessNotice: HTMLElement;
  goToLive: HTMLButtonElement;
  tapForSound: HTMLButtonElement;
  tapToPlay: HTMLButtonElement;
  heading: HTMLElement;
}

/** What the buttons of our own do. */
export interface ControlActions {
  back: () => void;
  goToLive: () => void;
  /** Picture and sound on. */
  play: () => void;
  /** Menus and buttons that not every event or browser has, before the one for fullscreen. */
  extras: (video: HTMLVideoElement) => HTMLElement[];
}

/** Builds video and controls. The order of elements is the order of the Tab key. */
export function buildControls(title: string, texts: Texts, actions: ControlActions): Controls {
  nameControls(texts);
  const video = element('video', { slot: 'media', playsinline: '', preload: 'auto' });
  const badge = element('span', { id: 'badge' });
  const accessNotice = element('span', { id: 'access-notice' });
  const goToLive = button(
    { id: 'go-live', class: 'quiet', hidden: '' },
    actions.goToLive,
    icon('radio'),
    texts.text('control.goToLive'),
  );
  const tapForSound = button(
    { id: 'tap-sound', class: 'primary', hidden: '', noautohide: '' },
    actions.play,
    icon('sound'),
    texts.text('control.tapForSound'),
  );
  const tapToPlay = button(
    { id: 'tap-play', hidden: '', noautohide: '', 'aria-label': texts.text('control.play') },
    actions.play,
    icon('play'),
  );
  const heading = element('h1', {}, title);
  const header = element(
    'header',
    { slot: 'top-chrome', class: 'bar' },
    button(
      { id: 'back', class: 'quiet', 'aria-label': texts.text('control.back') },
      actions.back,
      icon('back'),
    ),
    heading,
    badge,
    accessNotice,
  );
  const root = custom(
    'media-controller',
    {
      nohotkeys: '',
      novolumepref: '',
      nomutedpref: '',
      noautoseektolive: '',
      'aria-label': texts.text('control.player'),
    },
    video,
    header,
    element(
      'div',
      { id: 'spinner', slot: 'centered-chrome', noautohide: '', 'aria-hidden': 'true' },
      icon('spinner'),
    ),
    tapToPlay,
    tapForSound,
    bottomBar(texts, [goToLive, ...actions.extras(video)]),
  );
  return { root, video, badge, accessNotice, goToLive, tapForSound, tapToPlay, heading };
}

function bottomBar(texts: Texts, buttons: HTMLElement[]): HTMLElement {
  return element(
    'div',
    { class: 'controls' },
    progressBar((current, total) => texts.text('control.position', { current, total })),
    custom(
      'media-control-bar',
      {},
      custom(
        'media-play-button',
        {},
        icon('play', { slot: 'play' }),
        icon('pause', { slot: 'pause' }),
      ),
      element(
        'div',
        { class: 'volume' },
        custom(
          'media-mute-button',
          {},
          icon('muted', { slot: 'off' }),
          icon('sound', { slot: 'low' }),
          icon('sound', { slot: 'medium' }),
          icon('sound', { slot: 'high' }),
        ),
        custom('media-volume-range', {}),
      ),
      custom('media-time-display', { showduration: '', notoggle: '' }),
      element('span', { class: 'spacer' }),
      ...buttons,
      custom(
        'media-fullscreen-button',
        {},
        icon('expand', { slot: 'enter' }),
        icon('shrink', { slot: 'exit' }),
      ),
    ),
  );
}

function custom(
  tag: string,
  attributes: Record<string, string>,
  ...children: Element[]
): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
