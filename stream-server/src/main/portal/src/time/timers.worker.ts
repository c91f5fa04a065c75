import type { TimerOrder } from './workerTimers';

const running = new Map<number, ReturnType<typeof setTimeout>>();

self.onmessage = (message: MessageEvent<TimerOrder>) => {
  const { id, delay } = message.data;
  clearTimeout(running.get(id));
  running.delete(id);
  if (delay === null) return;
  const timer = setTimeout(() => {
    running.delete(id);
    self.postMessage(id);
  }, delay);
  running.set(id, timer);
};
