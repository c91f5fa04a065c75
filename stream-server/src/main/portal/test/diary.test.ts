import { expect, test } from 'vitest';
import { Diary } from '../src/api/diary';

function diary() {
  const lines: string[] = [];
  const made = new Diary(() => Date.parse('2026-03-10T14:00:00Z'), {
    info: (line: string) => lines.push(line),
  });
  return { made, lines };
}

test('the details name session, event, time, browser and what happened last', () => {
  const { made } = diary();
  made.visit('sid-1', 'evt-1');
  made.note('POST /api/playback/heartbeat 401');
  expect(made.details('A browser').split('\n')).toEqual([
    'Session: sid-1',
    'Event: evt-1',
    'Time: 2026-03-10T14:00:00.000Z',
    'Browser: A browser',
    '2026-03-10T14:00:00.000Z session sid-1 of event evt-1',
    '2026-03-10T14:00:00.000Z POST /api/playback/heartbeat 401',
  ]);
});

test('old notes make room for new ones', () => {
  const { made } = diary();
  for (let number = 1; number <= 100; number += 1) made.note(`note ${number}`);
  expect(made.details('')).toContain('note 41');
  expect(made.details('')).not.toContain('note 40');
});

test('each note goes to the console where there is one', () => {
  const { made, lines } = diary();
  made.note('woken');
  expect(lines).toEqual(['[StreamGate] 2026-03-10T14:00:00.000Z woken']);
});
