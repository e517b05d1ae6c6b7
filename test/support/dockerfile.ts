/** One line of a Dockerfile, continuations joined. */
export interface Instruction {
  name: string;
  args: string;
}

const KNOWN = [
  'FROM',
  'WORKDIR',
  'COPY',
  'RUN',
  'ENV',
  'ARG',
  'USER',
  'EXPOSE',
  'HEALTHCHECK',
  'CMD',
  'ENTRYPOINT',
  'LABEL',
  'STOPSIGNAL',
  'VOLUME',
  'ADD',
  'SHELL',
];
const PINNED = /^[^\s:@]+(:\d+\.\d+[\w.-]*|@sha256:[0-9a-f]{64})$/;

/** @throws Error at a line that is no instruction */
export function parseDockerfile(text: string): Instruction[] {
  const lines = text
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n');
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name, args] = /^\s*([A-Za-z]+)\s+(.+?)\s*$/.exec(line) ?? [];
      if (name === undefined || args === undefined || !KNOWN.includes(name)) throw new Error(`No instruction: ${line}`);
      return { name, args };
    });
}

/** Whether an image is named by a version or a digest and not by a tag that moves. */
export function isPinned(image: string): boolean {
  return PINNED.test(image);
}

/** What is wrong with a Dockerfile of ours, in words; [] when nothing is. */
export function lintDockerfile(text: string): string[] {
  const instructions = parseDockerfile(text);
  const froms = instructions.filter(({ name }) => name === 'FROM').map(({ args }) => args.split(/\s+/));
  const stages = froms.map(([, , alias]) => alias);
  const shipped = instructions.slice(instructions.findLastIndex(({ name }) => name === 'FROM'));
  const inShipped = (name: string) => shipped.filter((instruction) => instruction.name === name);
  const complaints: string[] = [];
  const complain = (wrong: boolean, complaint: string) => {
    if (wrong) complaints.push(complaint);
  };

  complain(instructions[0]?.name !== 'FROM', 'begins with FROM');
  for (const [image] of froms)
    complain(!isPinned(image ?? '') && !stages.includes(image), `pin the version of ${image}`);
  for (const { name, args } of instructions) {
    complain(name === 'ADD', 'COPY, not ADD');
    complain(
      (name === 'ENV' || name === 'ARG') && /PASSWORD|SECRET|TOKEN|DATABASE_URL/i.test(args),
      'no secret in the image',
    );
    complain(name === 'RUN' && /npm (i|install)\b/.test(args), 'npm ci, not npm install');
    complain(name === 'RUN' && args.includes('--omit=optional'), 'native parts of packages are optional packages');
    complain(name === 'WORKDIR' && !args.startsWith('/'), 'WORKDIR is absolute');
    const from = name === 'COPY' ? /--from=(\S+)/.exec(args)?.[1] : undefined;
    complain(from !== undefined && !stages.includes(from), `no stage ${from}`);
  }
  complain(/^(root|0)?(:|$)/.test(inShipped('USER').at(-1)?.args ?? ''), 'USER is not root');
  complain(!inShipped('HEALTHCHECK').some(({ args }) => args.includes('/readyz')), 'HEALTHCHECK asks /readyz');
  complain(inShipped('CMD').length !== 1 || !isExecForm(inShipped('CMD')[0]?.args ?? ''), 'one CMD, as a list');
  return complaints;
}

/** Files and folders of the build context that are copied into the image. */
export function copiedFromContext(text: string): string[] {
  return parseDockerfile(text)
    .filter(({ name, args }) => name === 'COPY' && !args.startsWith('--from'))
    .flatMap(({ args }) => args.split(/\s+/).slice(0, -1));
}

function isExecForm(args: string): boolean {
  try {
    return Array.isArray(JSON.parse(args));
  } catch {
    return false;
  }
}
