import { InvalidInput } from '#kernel';

interface Member {
  readonly organisationName: string;
  readonly post: string;
}

/** One member a line, 「機関名、職名」; what stands before the first separator is the organisation. */
export function membersFromText(text: unknown): Member[] {
  const lines =
    typeof text === 'string'
      ? text
          .split(/\r?\n/)
          .map((line) => line.trim())
          .filter((line) => line !== '')
      : [];
  return lines.map((line) => {
    const [organisationName = '', ...post] = line.split(/[、，,\t]/);
    return { organisationName: organisationName.trim(), post: post.join('、').trim() };
  });
}

export function textOfMembers(members: readonly Member[]): string {
  return members.map(({ organisationName, post }) => `${organisationName}、${post}`).join('\n');
}

/** The form has one box for all members: what is wrong with one of them stands there, with its line. */
export function withMembersError(error: unknown): unknown {
  if (!(error instanceof InvalidInput)) return error;
  const lineOf = (field: string): number | undefined =>
    /^members\.\d+/.test(field) ? Number(field.split('.')[1]) + 1 : undefined;
  return new InvalidInput(
    error.fields.map((each) => {
      const line = lineOf(each.field);
      return line === undefined ? each : { field: 'members', code: 'council_member_line', params: { line } };
    }),
  );
}
