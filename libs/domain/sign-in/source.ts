/** One name for the ways in which a login is typed: attempts at `Hanako` and `ｈａｎａｋｏ` are attempts at one. */
export const foldedLogin = (login: string): string => login.trim().normalize('NFKC').toLowerCase();

const GROUPS = 8;
/** The part of an IPv6 address that a network is given; behind it one machine has as many addresses as it likes. */
const NETWORK_GROUPS = 4;

/** What is counted as one place on the network. @param address IPv4 or IPv6, as the connection tells it */
export function sourceOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').toLowerCase().split('::');
  const [before, after] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const left = before ?? [];
  const missing = tail === undefined ? 0 : Math.max(0, GROUPS - left.length - (after?.length ?? 0));
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...(after ?? [])];
  return `${groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
