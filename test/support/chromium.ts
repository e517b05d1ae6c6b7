import { execFileSync } from 'node:child_process';
import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { oncePerRun, projectRoot, runFolder } from './run.js';

/** A Chromium that can be started: its program and the environment it needs. */
export interface Chromium {
  executablePath: string;
  env: Record<string, string>;
}

/**
 * The machine's own Chromium when there is one on PATH; otherwise, or when asked for, the one inside the npm package
 * `@sparticuz/chromium`, which needs nothing of the machine but the C library. Both draw with the same Japanese font.
 */
export async function findChromium(packaged: boolean): Promise<Chromium> {
  const fonts = { FONTCONFIG_FILE: await oncePerRun('fonts', writeFontConfiguration) };
  const installed = packaged ? undefined : onPath(['chromium', 'chromium-browser', 'google-chrome']);
  if (installed !== undefined) return { executablePath: installed, env: fonts };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The browser specs need Chromium on PATH here: the packaged one is for Linux on x64.');
  }
  const executablePath = await oncePerRun('chromium', unpackChromium);
  return {
    executablePath,
    env: { ...fonts, LD_LIBRARY_PATH: path.join(path.dirname(executablePath), 'al2023', 'lib') },
  };
}

/** The package unpacks into the temporary folder of its process, and its libraries only when told it is on a bare server. */
async function unpackChromium(): Promise<string> {
  const folder = path.join(runFolder(), 'chromium');
  mkdirSync(folder);
  const unpack =
    "import('@sparticuz/chromium').then((m) => m.default.executablePath()).then((file) => console.log(file))";
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: projectRoot(),
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
  });
  return printed.toString().trim();
}

async function writeFontConfiguration(): Promise<string> {
  const family = path.join(projectRoot(), 'node_modules', '@expo-google-fonts', 'noto-sans-jp');
  const alias = (name: string) =>
    `<alias binding="same"><family>${name}</family><prefer><family>Noto Sans JP</family></prefer></alias>`;
  const file = path.join(runFolder(), 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
    <dir>${family}/400Regular</dir><dir>${family}/700Bold</dir><cachedir>${runFolder()}/font-cache</cachedir>
    ${['sans-serif', 'serif', 'monospace', 'system-ui'].map(alias).join('')}</fontconfig>`,
  );
  return file;
}

function onPath(names: string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
