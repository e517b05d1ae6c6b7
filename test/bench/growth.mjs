// Whether a request costs the same at ten times the history and at ten times the sites: the processor tells, whoever else works on the machine.
import { costs } from './cost.mjs';
import { benchDatabase } from './data/database.mjs';

const MOST = 1.3;
const SIZES = [
  ['standard', { history: 1, sites: 1 }],
  ['10 × history', { history: 10, sites: 1 }],
  ['10 × sites', { history: 1, sites: 10 }],
];

/** @returns {Promise<boolean>} whether no job grew more than was promised */
export async function growth({ server, root, settings, options, say }) {
  const found = [];
  for (const [name, size] of SIZES) {
    const database = await benchDatabase(server, root, { ...options, ...size }, say);
    const own = { ...settings, database };
    found.push([name, await costs({ database, settings: own, options, say: () => undefined })]);
    say(`measured ${name}`);
  }
  const [[, standard], ...grown] = found;
  say(
    `\n${'processor ms, pg + node'.padEnd(26)}${'standard'.padStart(10)}${grown.map(([name]) => name.padStart(22)).join('')}`,
  );
  let kept = true;
  for (const [slug, before] of standard) {
    const cells = grown.map(([, costs]) => {
      const ratio = all(costs.get(slug)) / all(before);
      kept &&= ratio <= MOST;
      return `${all(costs.get(slug)).toFixed(2)} = ${ratio.toFixed(2)} ×${ratio <= MOST ? '' : ' MISSED'}`.padStart(22);
    });
    say(`${slug.padEnd(26)}${all(before).toFixed(2).padStart(10)}${cells.join('')}`);
  }
  say(`promised: ≤ ${MOST} ×`);
  return kept;
}

const all = ({ database, node }) => database + node;
