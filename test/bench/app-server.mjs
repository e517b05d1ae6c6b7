// The application's web process for the bench, in a process of its own.
import { createWeb } from '../../dist/src/web.js';
import { benchClock, withoutSessionLimits } from './application.mjs';

process.once('message', async ({ settings }) => {
  const web = await createWeb({ ...settings, clock: benchClock() });
  await withoutSessionLimits(web);
  await web.listen(0, '127.0.0.1');
  process.send({ port: Number(new URL(await web.getUrl()).port) });
});
process.once('disconnect', () => process.exit(0));
