import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** How long a worker may take to finish the job in hand. */
const GRACE_MS = 10_000;
const RESTART_MS = 1_000;

/**
 * Keeps one worker running beside the web process. It has a process group of its own, so that Ctrl-C reaches it through us
 * and in order; when we are killed, its channel to us closes and it ends itself.
 */
export class WorkerProcess {
  private child: ChildProcess | undefined;
  private restart: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(
    private readonly root: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly log: (message: string) => void,
  ) {}

  start(): void {
    const child = fork(path.join(this.root, 'dist', 'src', 'worker.js'), {
      cwd: this.root,
      env: this.env,
      detached: true,
    });
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      this.log(`The worker ended (${signal ?? code}); starting it again.`);
      this.restart = setTimeout(() => this.start(), RESTART_MS);
    });
    this.child = child;
  }

  /** Resolves when the worker has gone: by itself after the job in hand, or by force. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.restart);
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await gone;
    clearTimeout(force);
  }
}
