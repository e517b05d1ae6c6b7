import { setTimeout as pause } from 'node:timers/promises';

/** Waits for something that happens elsewhere. @throws when it has not happened within twenty seconds */
export async function until(happened: () => boolean | Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    if (await happened()) return;
    await pause(100);
  }
  throw new Error('it did not happen within 20 seconds');
}
