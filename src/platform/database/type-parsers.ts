import { types } from 'pg';

const { getTypeParser, builtins } = types;

/** pg would make a moment in the server's time zone of a `date`; a day stays the text YYYY-MM-DD that it is. */
export const daysAsText = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === Number(builtins.DATE)
      ? (value: string) => value
      : getTypeParser(oid, format as 'text')) as typeof getTypeParser,
};
