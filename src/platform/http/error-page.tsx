import { fill, ja } from '#messages';
import { BarePage, ButtonLink, Notice, PageHeading } from '#ui';
import type { ErrorBody } from './error-body.js';

const words = ja.screens.platform;

/** What a person sees when an action could not be done and no form is there to say so. */
export function errorPage({ error }: ErrorBody): string {
  return String(
    <BarePage title={error.message}>
      <PageHeading title={error.message} />
      <ErrorDetails error={error} />
      <ButtonLink text={words.toHome} href="/" variant="secondary" />
    </BarePage>,
  );
}

/** Wrong fields, reasons of the rules, somebody who was faster. */
export function ErrorDetails({ error }: ErrorBody): JSX.Element {
  const details = [...(error.fields ?? []), ...(error.reasons ?? [])].map((detail) => detail.message);
  return (
    <>
      {details.length > 0 ? (
        <ul>
          {details.map((detail) => (
            <li safe>{detail}</li>
          ))}
        </ul>
      ) : (
        ''
      )}
      {error.conflict ? <Notice tone="warn" text={fill(words.savedBefore, { name: error.conflict.changedBy })} /> : ''}
    </>
  );
}
