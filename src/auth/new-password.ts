import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { type NewPassword, passwordProblems } from '#domain/organisation';
import type { FieldError } from '#kernel';

/** Of five steps, from what a list of leaked passwords finds at once (0) to what nobody tries through (4). */
const LEAST_SCORE = 3;

/** Its lists take a moment to open, and are opened by whoever chooses a password first. */
let lists: ZxcvbnFactory | undefined;

/**
 * Problems of a password somebody wants to use: those of the rule, and `password_common` where it is one of the common and leaked ones (30,000 of them,
 * and what is made of them by letters for digits, a year, a row of keys; @zxcvbn-ts, MIT). Nothing leaves the process.
 */
export function newPasswordProblems(field: string, asked: NewPassword): FieldError[] {
  const problems = passwordProblems(field, asked);
  if (problems.length > 0) return problems;
  lists ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const { score } = lists.check(asked.password.normalize('NFKC'), [asked.login]);
  return score < LEAST_SCORE ? [{ field, code: 'password_common' }] : [];
}
