import { describe, expect, test } from 'vitest';
import { readPageLink } from '../src/pageLink';

const GATE = 'https://gate.example';

describe('a ticket link', () => {
  test('brings its code in the fragment, which leaves the address', () => {
    expect(readPageLink(`${GATE}/#code=7K3M-9QWX-2HTW`)).toEqual({
      link: { to: 'code', code: '7K3M-9QWX-2HTW' },
      address: '/',
    });
  });

  test('may bring it in the query, whose other values stay', () => {
    expect(readPageLink(`${GATE}/?debug=1&code=ABC`)).toEqual({
      link: { to: 'code', code: 'ABC' },
      address: '/?debug=1',
    });
  });

  test('without a code asks for nothing', () => {
    expect(readPageLink(`${GATE}/#code=`).link).toEqual({ to: 'entry' });
    expect(readPageLink(`${GATE}/#elsewhere`)).toEqual({
      link: { to: 'entry' },
      address: '/#elsewhere',
    });
  });
});

describe('a preview', () => {
  test('of staff brings its token in the fragment, which leaves the address', () => {
    expect(readPageLink(`${GATE}/?debug=1#playback=a.b-_.c`)).toEqual({
      link: { to: 'staffPreview', token: 'a.b-_.c' },
      address: '/?debug=1',
    });
  });

  test('for everybody is named in the query, which stays', () => {
    expect(readPageLink(`${GATE}/?preview=evt-1`)).toEqual({
      link: { to: 'preview', eventId: 'evt-1' },
      address: '/?preview=evt-1',
    });
  });

  test('gives way to a code, and one for everybody to one of staff', () => {
    expect(readPageLink(`${GATE}/?preview=evt-1#code=ABC`).link).toEqual({
      to: 'code',
      code: 'ABC',
    });
    expect(readPageLink(`${GATE}/?preview=evt-1#playback=a.b.c`)).toEqual({
      link: { to: 'staffPreview', token: 'a.b.c' },
      address: '/?preview=evt-1',
    });
  });

  test('that names nothing is none', () => {
    expect(readPageLink(`${GATE}/?preview=#playback=`)).toEqual({
      link: { to: 'entry' },
      address: '/?preview=',
    });
  });

  test('in a frame keeps what the frame was opened by', () => {
    expect(readPageLink(`${GATE}/embed/evt-1?token=ab&expires=9#playback=x.y.z`).address).toBe(
      '/embed/evt-1?token=ab&expires=9',
    );
  });
});
