import { formatBoth, formatWareki } from '#kernel';
import { ja } from '#messages';
import { Card, KeyValues, PageHeading, PrintButton, Stack } from '#ui';
import { fullKana, fullName, type Jobseeker } from '../../../jobseekers/index.js';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { RecordedConsent } from '../../consents.repository.js';

export interface ConsentFormView {
  readonly consent: RecordedConsent;
  readonly person: Jobseeker;
  readonly site: Site;
}

/** One sheet of paper: what was agreed, with room for the signatures. The address stays off it: paper gets lost. */
export function consentForm(page: PageContext, { consent, person, site }: ConsentFormView): Html {
  const title = consent.kind === 'sharing' ? '情報共有に関する同意書' : '就職支援への参加に関する同意書';
  const organisation = (id: number | null): string => site.organisations.find((one) => one.id === id)?.name ?? '';
  const sharing = consent.kind !== 'sharing' ? [] : [
    { term: '共有する機関', text: `${organisation(consent.organisationId)}と${organisation(consent.sharedWithOrganisationId)}` },
    { term: '共有する内容', text: consent.covers },
  ];
  const children = (
    <Stack>
      <PageHeading title={title} back={{ text: `${fullName(person)}さんの記録`, href: `/jobseekers/${person.id}` }} actions={<PrintButton />} />
      <Card>
        <Stack>
          <p safe>{`${site.name}　御中`}</p>
          <p>私は、次の内容の説明を受け、同意します。</p>
          <KeyValues
            items={[
              { term: '目的', text: consent.purpose },
              ...sharing,
              { term: '期間', text: `${formatBoth(consent.givenOn)}から${consent.endsOn === null ? '支援が終わるまで' : `${formatBoth(consent.endsOn)}まで`}` },
              { term: '撤回', text: 'この同意はいつでも撤回できます。撤回しても、それまでに受けた支援で不利益を受けることはありません。' },
              { term: '同意の方法', text: ja.consent.method[consent.method] },
            ]}
          />
          <KeyValues
            items={[
              { term: '同意した日', text: formatWareki(consent.givenOn) },
              { term: '氏名', text: `${fullName(person)}（${fullKana(person)}）` },
              { term: '署名', text: '　' },
              ...(consent.guardianName === null ? [] : [{ term: '保護者の氏名', text: consent.guardianName }, { term: '保護者の署名', text: '　' }]),
            ]}
          />
          {consent.withdrawnOn === null ? null : <p safe>{`この同意は${formatWareki(consent.withdrawnOn)}に撤回されました。`}</p>}
        </Stack>
      </Card>
    </Stack>
  );
  return renderPage(page, { title, width: 'reading', children });
}
