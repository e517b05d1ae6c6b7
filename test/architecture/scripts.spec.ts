import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../support/run.js';

const ASSETS = path.join(projectRoot(), 'libs/ui/assets');

describe('the scripts of the pages', () => {
  const scripts = readdirSync(ASSETS).filter((file) => file.endsWith('.js'));

  it('hear keys through onKey alone, which keeps out those of the input method', () => {
    const listening = scripts.filter((file) =>
      /['"]key(down|up|press)['"]|\.onkey/.test(readFileSync(path.join(ASSETS, file), 'utf8')),
    );
    expect(listening).toEqual(['keyboard.js']);
  });
});
