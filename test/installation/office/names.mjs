// Who answers, inside compose, for the name of a service: the addresses of all its containers that run.
import { createSocket } from 'node:dgram';

const TYPE_A = 1;
const ANSWERS = 0x8180;

/**
 * @param {() => string[]} addresses of the one service that is asked for
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function answerForNames(addresses) {
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => socket.send(answerTo(query, addresses()), port, address));
  await new Promise((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return { address: `127.0.0.1:${socket.address().port}`, close: () => socket.close() };
}

function answerTo(query, addresses) {
  let end = 12;
  while (query[end] !== 0) end += query[end] + 1;
  const question = query.subarray(12, end + 5);
  const records = query.readUInt16BE(end + 1) === TYPE_A ? addresses.map(recordOf) : [];
  const header = Buffer.alloc(12);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(ANSWERS, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(records.length, 6);
  return Buffer.concat([header, question, ...records]);
}

/** The name of the question, an address of the Internet, for a second, in four bytes. */
function recordOf(address) {
  return Buffer.from([0xc0, 12, 0, TYPE_A, 0, 1, 0, 0, 0, 1, 0, 4, ...address.split('.').map(Number)]);
}
