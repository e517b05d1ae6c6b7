// Whether the twin answers what the application answers: the same objects as JSON, the same records and numbers on a page.
import { isDeepStrictEqual } from 'node:util';
import http from 'node:http';
import { send } from './load.mjs';

const RECORDS = /\/(?:cases|jobseekers|requests|consultations)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g;

/** @returns {Promise<string | undefined>} what differs; undefined when nothing does */
export async function difference(job, app, twin) {
  const agent = new http.Agent();
  const [ours, theirs] = await Promise.all([app, twin].map(({ port }) => send(agent, port, job.request(0))));
  if (job.writes) return undefined;
  return job.kind === 'json' ? ofJson(JSON.parse(ours), JSON.parse(theirs), '') : ofPages(job, ours, theirs);
}

function ofJson(ours, theirs, where) {
  if (isDeepStrictEqual(ours, theirs)) return undefined;
  if (typeof ours !== 'object' || typeof theirs !== 'object' || ours === null || theirs === null)
    return `${where}: ${JSON.stringify(ours)} is not ${JSON.stringify(theirs)}`;
  const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  for (const key of keys) {
    const found = ofJson(ours[key], theirs[key], `${where}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofPages({ inOrder = true }, ours, theirs) {
  const [mine, other] = [ours, theirs].map((page) => recordsOf(page));
  const [one, two] = inOrder ? [mine, other] : [mine.toSorted(), other.toSorted()];
  if (isDeepStrictEqual(one, two)) return missingNumber(ours, theirs);
  const at = one.findIndex((id, index) => id !== two[index]);
  return `${one.length} and ${two.length} records, first difference at ${at}: ${one[at]} is not ${two[at]}`;
}

/** Each record once, in the order of the page. */
const recordsOf = (page) => [...new Set([...page.slice(page.indexOf('<main')).matchAll(RECORDS)].map(([, id]) => id))];

/** Numbers that the twin links to stand on our page as well, beside the same address. */
function missingNumber(ours, theirs) {
  for (const [, href, text] of theirs.matchAll(/<a href="(\/figures\/[^"]+)">([^<]+)<\/a>/g)) {
    const [value] = text.split(' ');
    const at = ours.replaceAll('&amp;', '&').indexOf(href.replaceAll('&amp;', '&').split('&part')[0]);
    const around = ours.replace(/<[^>]+>/g, ' ');
    if (at < 0 && !around.includes(` ${value.replace('%', '')} `)) return `${href} with ${text} is not on our page`;
  }
  return undefined;
}
