import { createServer, connect, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { WholeAddresses } from '../../src/platform/database/embedded/index.js';
import { addressesAt } from './addresses.js';

/** A way to a server that can be held up (nothing passes) and cut (connections end, new ones are refused). */
export interface Passage {
  /** The address of the server, by way of the passage. */
  readonly url: string;
  /** Addresses of the same server, by way of the passage. */
  through(database: WholeAddresses): WholeAddresses;
  hold(): void;
  cut(): Promise<void>;
  /** Everything passes again. */
  open(): Promise<void>;
  close(): Promise<void>;
}

/** @param to address of the server */
export async function passageTo(to: string): Promise<Passage> {
  const target = new URL(to);
  const pairs = new Set<readonly [Socket, Socket]>();
  let held = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    for (const [from, onward] of [pair, [far, near] as const]) {
      from.on('data', (bytes: Buffer) => onward.write(bytes));
      from.on('error', () => undefined);
      from.on('close', () => {
        pairs.delete(pair);
        onward.destroy();
      });
      if (held) from.pause();
    }
  });
  const listen = (port: number): Promise<void> => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const [near, far] of pairs) for (const socket of [near, far]) socket.destroy();
    await closed;
  };
  const url = new URL(to);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    through: (database) => addressesAt(database, url.host),
    hold: () => {
      held = true;
      for (const pair of pairs) for (const socket of pair) socket.pause();
    },
    cut,
    open: async () => {
      held = false;
      for (const pair of pairs) for (const socket of pair) socket.resume();
      if (!server.listening) await listen(port);
    },
    close: async () => {
      if (server.listening) await cut();
    },
  };
}
